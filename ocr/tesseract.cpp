// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that knows Tesseract. Each cell of the page is recognised apart, on one image set
// once.
#include <tesseract/baseapi.h>

#include "ocr/engine.h"
#include "ocr/hand.h"
#include "ocr/language.h"
#include "ocr/noise.h"
#include "ocr/reading_order.h"
#include "ocr/second_look.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr double kOneLineHeight = 15;  // mm: a lower frame holds one line, HỎA TỐC or the like
constexpr int kSmallestCell = 10;      // pixels; the engine refuses less

Box box_at(const tesseract::PageIterator& it, const Cell& cell, double scale) {
  int left = 0, top = 0, right = 0, bottom = 0;
  it.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom);
  const auto whole = [&](int v) { return static_cast<int>(v / scale + 0.5); };
  left += cell.box.x, right += cell.box.x, top += cell.box.y, bottom += cell.box.y;
  return {whole(left), whole(top), whole(right) - whole(left), whole(bottom) - whole(top)};
}

// Stamps are red, violet or black: the darkest channel shows them all.
Image grey(const Image& image) {
  if (image.channels == 1) return image;
  Image out = make_image(image.width, image.height);
  for (std::size_t i = 0; i < out.pixels.size(); ++i)
    out.pixels[i] =
        std::min({image.pixels[3 * i], image.pixels[3 * i + 1], image.pixels[3 * i + 2]});
  return out;
}

Word word_at(const tesseract::ResultIterator& it, const Cell& cell, double scale) {
  const std::unique_ptr<char[]> text(it.GetUTF8Text(tesseract::RIL_WORD));
  Word word;
  word.text = text ? trim(nfc(text.get())) : std::string();
  word.box = box_at(it, cell, scale);
  word.confidence = std::clamp(it.Confidence(tesseract::RIL_WORD) / 100.0, 0.0, 1.0);
  return word;
}

std::vector<Line> lines_read(tesseract::TessBaseAPI& api, const Cell& cell, double scale) {
  std::vector<Line> out;
  const std::unique_ptr<tesseract::ResultIterator> it(api.GetIterator());
  if (!it) return out;
  do {
    if (it->Empty(tesseract::RIL_WORD)) continue;
    if (it->IsAtBeginningOf(tesseract::RIL_TEXTLINE) || out.empty()) {
      out.emplace_back();
      out.back().region = cell.region;
    }
    Word word = word_at(*it, cell, scale);
    if (word.text.empty()) continue;
    out.back().box = unite(out.back().box, word.box);
    out.back().words.push_back(std::move(word));
  } while (it->Next(tesseract::RIL_WORD));
  std::erase_if(out, [](const Line& line) { return line.words.empty(); });
  drop_noise(out);
  return out;
}

// One SetImage a cell: with SetRectangle on one image the engine reads every cell but the first as
// rubbish.
std::vector<Line> look(tesseract::TessBaseAPI& api, const CleanPage& page, const Cell& cell,
                       tesseract::PageSegMode mode) {
  const Image part = crop(page.print, cell.box);
  api.SetPageSegMode(mode);
  api.SetImage(part.pixels.data(), part.width, part.height, 1, part.width);
  api.SetSourceResolution(std::clamp(static_cast<int>(page.dpi * page.scale), 70, 2400));
  if (api.Recognize(nullptr) != 0) return {};
  return lines_read(api, cell, page.scale);
}

std::vector<Line> read_cell(tesseract::TessBaseAPI& api, const CleanPage& page, const Cell& cell) {
  std::vector<Line> columns = look(api, page, cell, tesseract::PSM_SINGLE_COLUMN);
  std::vector<Line> rows = look(api, page, cell, tesseract::PSM_SINGLE_BLOCK);
  return better_of(std::move(columns), std::move(rows));
}

// What stands in a stamped frame, read level. Boxes are stretched over the frame as it stands:
// exact for a level one, near enough for a tilted one.
std::vector<Line> read_frame(tesseract::TessBaseAPI& api, const CleanPage& page,
                             const Frame& frame) {
  CleanPage stamp;
  stamp.print = grey(frame.inside);
  stamp.scale = 1;
  stamp.dpi = page.dpi;
  const Cell whole{Region::stamp, {0, 0, stamp.print.width, stamp.print.height}};
  if (stamp.print.width < kSmallestCell || stamp.print.height < kSmallestCell) return {};
  const bool one_line = frame.inside.height * 3 < frame.inside.width * 2 &&
                        frame.inside.height < kOneLineHeight / 25.4 * page.dpi;
  std::vector<Line> lines =
      look(api, stamp, whole, one_line ? tesseract::PSM_SINGLE_LINE : tesseract::PSM_SPARSE_TEXT);
  if (lines.empty() && one_line) lines = look(api, stamp, whole, tesseract::PSM_RAW_LINE);
  for (Line& line : lines) {
    const double across = static_cast<double>(frame.box.w) / stamp.print.width;
    const double down = static_cast<double>(frame.box.h) / stamp.print.height;
    const Affine place{across, 0,    static_cast<double>(frame.box.x),
                       0,      down, static_cast<double>(frame.box.y)};
    line.box = apply(place, line.box);
    for (Word& word : line.words) word.box = apply(place, word.box);
  }
  return lines;
}

// One printed row cut out of the page, at the height the engine reads best.
std::vector<Word> read_row(tesseract::TessBaseAPI& api, const Image& row) {
  CleanPage strip;
  strip.print = row;
  const Cell whole{Region::head_left, {0, 0, row.width, row.height}};
  std::vector<Word> out;
  for (const Line& line : look(api, strip, whole, tesseract::PSM_SINGLE_LINE))
    out.insert(out.end(), line.words.begin(), line.words.end());
  return out;
}

}  // namespace

struct Engine::Impl {
  tesseract::TessBaseAPI api;
  EngineOptions options;
  DigitReader digits = DigitReader::open();
};

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Engine Engine::open(const EngineOptions& options) {
  auto impl = std::make_unique<Impl>();
  impl->options = options;
  const char* data = options.data.empty() ? nullptr : options.data.c_str();
  if (impl->api.Init(data, options.language.c_str(), tesseract::OEM_LSTM_ONLY) != 0)
    throw Error(Code::config,
                "the language \"" + options.language + "\" of Tesseract is not installed",
                "install the Debian package tesseract-ocr-" + options.language);
  impl->api.SetVariable("debug_file", "/dev/null");
  impl->api.SetVariable("tessedit_do_invert", "0");  // dispatches have no white-on-black print
  return Engine(std::move(impl));
}

OcrPage Engine::recognise(const CleanPage& page) {
  OcrPage out{page.number,        page.upright.width, page.upright.height, page.raster_width,
              page.raster_height, page.dpi,           page.rotation,       page.skew,
              page.to_raster,     page.blank,         page.warnings,       {}};
  if (page.blank) return out;
  tesseract::TessBaseAPI& api = impl_->api;
  for (const Cell& cell : page.cells) {
    if (cell.box.w < kSmallestCell || cell.box.h < kSmallestCell) continue;
    for (Line& line : read_cell(api, page, cell)) out.lines.push_back(std::move(line));
  }
  settle_columns(out.lines);
  for (const Frame& frame : page.frames)
    for (Line& line : read_frame(api, page, frame)) out.lines.push_back(std::move(line));
  api.Clear();
  if (impl_->options.language_model) correct(out.lines);
  read_by_hand(page, impl_->digits, [&](const Image& row) { return read_row(api, row); }, out);
  return out;
}

std::string Engine::name() const {
  return std::string("tesseract ") + tesseract::TessBaseAPI::Version() + ' ' +
         impl_->options.language;
}

}  // namespace vanthu
