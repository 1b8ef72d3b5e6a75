// SPDX-License-Identifier: GPL-3.0-or-later
// The engine: each cell of the page is read apart, then what is stamped in frames, then context and
// the digits by hand have their say.
#include "ocr/engine.h"

#include <tesseract/baseapi.h>

#include <iterator>
#include <optional>

#include "ocr/arrival.h"
#include "ocr/framed.h"
#include "ocr/hand.h"
#include "ocr/language.h"
#include "ocr/look.h"
#include "ocr/mark_finder.h"
#include "ocr/marks.h"
#include "ocr/noise.h"
#include "ocr/reading_order.h"
#include "ocr/signature.h"
#include "pipeline/clean/ink.h"
#include "pipeline/clean/stamp_cut.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

extern "C" const unsigned char vanthu_engine_model_begin[], vanthu_engine_model_end[];

namespace vanthu {
namespace {

constexpr double kOneLineHeight = 15;  // mm: a lower frame holds one line, HỎA TỐC or the like
constexpr int kSmallestCell = 10;      // pixels; the engine refuses less

bool is_too_small(const Image& image) {
  return image.width < kSmallestCell || image.height < kSmallestCell;
}

void put(std::vector<Line>& lines, Region region, const Affine& place) {
  for (Line& line : lines) {
    line.region = region;
    line.box = apply(place, line.box);
    for (Word& word : line.words) word.box = apply(place, word.box);
  }
}

std::vector<Line> read_cell(tesseract::TessBaseAPI& api, const CleanPage& page, const Image& print,
                            const Cell& cell, const EngineOptions& options) {
  const Image part = crop(print, cell.box);
  if (is_too_small(part)) return {};
  std::vector<Line> lines = look(api, part, page.letter, tesseract::PSM_SINGLE_BLOCK);
  if (options.noise) drop_noise(lines);
  if (options.again) look_again(api, part, page.letter, lines);
  const double shrink = 1 / page.scale;
  put(lines, cell.region, {shrink, 0, cell.box.x * shrink, 0, shrink, cell.box.y * shrink});
  join_rows(lines);
  return lines;
}

// What stands in a stamped frame, read level. Boxes are stretched over the frame as it stands:
// exact for a level one, near enough for a tilted one.
std::vector<Line> read_frame(tesseract::TessBaseAPI& api, const Frame& frame, double dpi) {
  const Image inside = darkest(frame.inside);
  if (is_too_small(inside)) return {};
  const bool one_line =
      inside.height * 3 < inside.width * 2 && inside.height < kOneLineHeight / 25.4 * dpi;
  std::vector<Line> lines =
      look(api, inside, 0, one_line ? tesseract::PSM_SINGLE_LINE : tesseract::PSM_SPARSE_TEXT);
  drop_noise(lines);
  if (lines.empty() && one_line) lines = look_at_whole(api, inside);
  put(lines, Region::stamp,
      {static_cast<double>(frame.box.w) / inside.width, 0, static_cast<double>(frame.box.x), 0,
       static_cast<double>(frame.box.h) / inside.height, static_cast<double>(frame.box.y)});
  return lines;
}

// Reads the frames into `stamped` and gives the print without those that held a mark; nothing where
// none did.
std::optional<Image> without_marks(tesseract::TessBaseAPI& api, const CleanPage& page,
                                   std::vector<Line>& stamped) {
  std::optional<Image> print;
  for (const Frame& frame : page.frames) {
    std::vector<Line> lines = read_frame(api, frame, page.dpi);
    if (is_stamped_mark(lines)) {
      if (!print) print = page.print;
      whiten(*print, frame, page.scale, page.dpi);
      lines[0].region = Region::body;  // what was part of the print stays in its text
    }
    std::move(lines.begin(), lines.end(), std::back_inserter(stamped));
  }
  return print;
}

// The scattered words of a stamp.
std::vector<Line> read_scattered(tesseract::TessBaseAPI& api, const Image& picture) {
  std::vector<Line> lines = look(api, darkest(picture), 0, tesseract::PSM_SPARSE_TEXT);
  drop_noise(lines);
  return lines;
}

// One printed row cut out of the page, at the height the engine reads best.
std::vector<Word> read_row(tesseract::TessBaseAPI& api, const Image& row) {
  std::vector<Word> out;
  for (const Line& line : look(api, row, 0, tesseract::PSM_SINGLE_LINE))
    out.insert(out.end(), line.words.begin(), line.words.end());
  return out;
}

}  // namespace

struct Engine::Impl {
  tesseract::TessBaseAPI api;
  EngineOptions options;
  DigitReader digits = DigitReader::open();
  MarkFinder marks = MarkFinder::open();
  NameReader names = NameReader::open();

  void read_marks(const CleanPage& page, std::vector<Line>& lines);
};

namespace {

// Without a folder the model this program carries (ocr/training/engine).
bool init(tesseract::TessBaseAPI& api, const EngineOptions& options) {
  if (!options.data.empty())
    return api.Init(options.data.c_str(), options.language.c_str(), tesseract::OEM_LSTM_ONLY) == 0;
  const auto* from = reinterpret_cast<const char*>(vanthu_engine_model_begin);
  const auto size = static_cast<int>(vanthu_engine_model_end - vanthu_engine_model_begin);
  return api.Init(from, size, options.language.c_str(), tesseract::OEM_LSTM_ONLY, nullptr, 0,
                  nullptr, nullptr, false, nullptr) == 0;
}

}  // namespace

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Engine Engine::open(const EngineOptions& options) {
  auto impl = std::make_unique<Impl>();
  impl->options = options;
  if (!init(impl->api, options))
    throw Error(Code::config,
                "no model of Tesseract for \"" + options.language + "\" could be read",
                "leave out the folder of models, or put " + options.language +
                    ".traineddata of Tesseract 5 into it");
  // Its messages stay on standard error, which lies on /dev/null in the worker: a file of their own
  // would be opened at the first of them, and the walls forbid that.
  impl->api.SetVariable("debug_file", "");
  impl->api.SetVariable("tessedit_do_invert", "0");  // dispatches have no white-on-black print
  return Engine(std::move(impl));
}

void Engine::Impl::read_marks(const CleanPage& page, std::vector<Line>& lines) {
  PageMarks found = marks.look(page.upright, page.dpi);
  for (const ArrivalStamp& stamp : found.arrivals) {
    const Frame cut = level_stamp(page.upright, stamp.box, page.dpi);
    const auto print = [&](const Image& picture) { return read_scattered(api, picture); };
    std::vector<Line> said = read_arrival(cut, stamp, page.dpi, print, digits);
    if (!said.empty()) leave_to_stamp(stamp.box, page.dpi, lines);
    std::move(said.begin(), said.end(), std::back_inserter(lines));
  }
  std::erase_if(found.secrecy, [&](const SecrecyMark& mark) {
    if (mark.confidence >= kSureMark) return false;
    if (is_among_rules(page.upright, mark.box, page.dpi)) return true;
    const Box wide = with_neighbours(mark.box, page.dpi);
    const Image cut = level_stamp(page.upright, wide, page.dpi).inside;
    return says_otherwise(read_scattered(api, cut), cut);
  });
  add_secrecy(found.secrecy, lines);
}

OcrPage Engine::recognise(const CleanPage& page) {
  OcrPage out{page.number,        page.upright.width, page.upright.height, page.raster_width,
              page.raster_height, page.dpi,           page.rotation,       page.skew,
              page.to_raster,     page.blank,         page.warnings,       {}};
  if (page.blank) return out;
  tesseract::TessBaseAPI& api = impl_->api;
  std::vector<Line> stamped;
  const std::optional<Image> whitened = without_marks(api, page, stamped);
  const Image& print = whitened ? *whitened : page.print;
  for (const Cell& cell : page.cells)
    for (Line& line : read_cell(api, page, print, cell, impl_->options))
      out.lines.push_back(std::move(line));
  settle_columns(out.lines);
  for (Line& line : stamped) put_in_order(out.lines, std::move(line));
  if (impl_->options.marks) impl_->read_marks(page, out.lines);
  api.Clear();
  if (impl_->options.language_model) correct(out.lines);
  if (impl_->options.digits)
    read_by_hand(
        page, impl_->digits, [&](const Image& row) { return read_row(api, row); }, out);
  if (impl_->options.names) read_signatures(page, impl_->names, out);
  return out;
}

std::string Engine::name() const {
  return std::string("tesseract ") + tesseract::TessBaseAPI::Version() + ' ' +
         impl_->options.language;
}

}  // namespace vanthu
