// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read_visible.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

#include "pipeline/text.h"
#include "pipeline/visible_text.h"

namespace vanthu {
namespace {

// Of print that visible text does not account for, a number stamped on as a picture, say.
constexpr double kRestSure = 0.5;     // less sure a word of it is taken for a stroke
constexpr double kRestLetters = 0.2;  // squares of a letter's height: less ink is an edge or dust
constexpr double kUnvouched = 0.8;    // of a word whose font no look has shown
constexpr double kLetterInches = 0.065;  // where the page's letter height is not known

Affine scaled(double factor) { return {factor, 0, 0, 0, factor, 0}; }

// One letter alone is a stroke of a signature more often than print.
bool says_something(const std::string& text) {
  return std::count_if(text.begin(), text.end(), [](char c) {
           return (c & 0xC0) != 0x80 &&
                  ((c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0);
         }) >= 2;
}

void paste(const Image& from, const Box& box, Image& to) {
  const Box in = intersect(box, {0, 0, to.width, to.height});
  for (int y = in.y; y < in.bottom(); ++y) std::copy_n(from.row(y) + in.x, in.w, to.row(y) + in.x);
}

// One page of a born-digital PDF: its text is believed where a look at the picture agrees.
class VisiblePage {
 public:
  VisiblePage(const Page& page, CleanPage& clean, const Stages& stages)
      : clean_(clean), stages_(stages), words_(seen_words(page.visible_text, page.image)) {
    const Homography to_upright = inverse(clean.to_raster);
    for (VisibleWord& word : words_) word.box = apply(to_upright, word.box);
    for (const Cell& cell : clean.cells)
      cells_.push_back({cell.region, apply(scaled(1 / clean.scale), cell.box)});
  }

  // None where the text is not to be believed; `clean` is then as it was.
  std::optional<OcrPage> read() {
    if (words_.empty() || clean_.rotation != 0 || clean_.blank || !look_agrees()) return {};
    Image whole = clean_.print;
    const long long inside = take_out(clean_.print, boxes(scaled(clean_.scale)));
    const long long outside = ink_left({0, 0, whole.width, whole.height});
    if (says_too_little(inside, outside)) {
      clean_.print = std::move(whole);
      return {};
    }
    leave_head_to_recognition(whole);
    whole = {};
    OcrPage out{clean_.number,       clean_.upright.width, clean_.upright.height,
                clean_.raster_width, clean_.raster_height, clean_.dpi,
                clean_.rotation,     clean_.skew,          clean_.to_raster,
                clean_.blank,        clean_.warnings,      {}};
    add_rest(out, is_print(outside));
    return out;
  }

 private:
  double letter() const {
    return clean_.letter > 0 ? clean_.letter : kLetterInches * clean_.dpi * clean_.scale;
  }

  long long ink_left(const Box& part) const { return ink_in(clean_.print, part, letter()); }
  bool is_print(long long ink) const {
    return static_cast<double>(ink) > kRestLetters * letter() * letter();
  }

  // A number or a day stamped on as a picture is read with the row it stands in, or not at all: a
  // head with ink of its own is read as on a scan. `whole`: the print with its words.
  void leave_head_to_recognition(const Image& whole) {
    const auto in_head = [](const Cell& cell) {
      return cell.region == Region::head_left || cell.region == Region::head_right;
    };
    head_read_ = std::any_of(clean_.cells.begin(), clean_.cells.end(), [&](const Cell& cell) {
      return in_head(cell) && is_print(ink_left(cell.box));
    });
    if (!head_read_) return;
    for (const Cell& cell : clean_.cells) {
      if (!in_head(cell)) continue;
      paste(whole, cell.box, clean_.print);
      const Box upright = apply(scaled(1 / clean_.scale), cell.box);
      std::erase_if(words_, [&](const VisibleWord& word) { return stands_on(word.box, upright); });
    }
  }

  bool is_believed(const Word& word, Region region) const {
    if (head_read_ && (region == Region::head_left || region == Region::head_right)) return true;
    return word.confidence >= kRestSure && says_something(word.text) && !stands_on_text(word);
  }

  std::vector<Box> boxes(const Affine& map) const {
    std::vector<Box> out;
    for (const VisibleWord& word : words_) out.push_back(apply(map, word.box));
    return out;
  }

  // A few lines are recognised; words of fonts that none of them shows are left to recognition.
  bool look_agrees() {
    const Looks looks = choose_looks(words_, rows_of(boxes({}), cells_));
    std::vector<Cell> cells;
    for (const Look& look : looks.lines) {
      const int margin = look.box.h / 8;
      const Box around{look.box.x - look.box.h, look.box.y - margin, look.box.w + 2 * look.box.h,
                       look.box.h + 2 * margin};
      cells.push_back({Region::body, apply(scaled(clean_.scale), around)});
    }
    std::vector<Frame> frames;
    std::swap(cells, clean_.cells), std::swap(frames, clean_.frames);
    const std::vector<Word> read = words_in(stages_.recognise(clean_).lines);
    std::swap(cells, clean_.cells), std::swap(frames, clean_.frames);
    const auto unvouched =
        std::stable_partition(words_.begin(), words_.end(), [&](const VisibleWord& word) {
          return std::find(looks.fonts.begin(), looks.fonts.end(), word.font) != looks.fonts.end();
        });
    unvouched_.assign(unvouched, words_.end());
    words_.erase(unvouched, words_.end());
    return agrees(looks.lines, read);
  }

  static std::vector<Word> words_in(const std::vector<Line>& lines) {
    std::vector<Word> out;
    for (const Line& line : lines) out.insert(out.end(), line.words.begin(), line.words.end());
    return out;
  }

  static bool stands_on(const Box& box, const Box& other) {
    return !intersect(other, {box.mid_x(), box.mid_y(), 1, 1}).empty();
  }

  bool stands_on_text(const Word& word) const {
    return std::any_of(words_.begin(), words_.end(), [&](const VisibleWord& visible) {
      return stands_on(word.box, visible.box);
    });
  }

  // What recognition did not see of the words left to it is as the text says.
  void add_unvouched(std::vector<Word>& all) const {
    for (const VisibleWord& word : unvouched_)
      if (std::none_of(all.begin(), all.end(), [&](const Word& w) {
            return stands_on(w.box, word.box) || stands_on(word.box, w.box);
          }))
        all.push_back({word.text, "", word.box, kUnvouched});
  }

  // What is print, and stamps, beside the visible text is recognised and takes its place in it.
  void add_rest(OcrPage& out, bool is_print) {
    std::vector<Word> all;
    for (const VisibleWord& word : words_) all.push_back({word.text, "", word.box, kVisibleSure});
    std::vector<Line> stamps;
    if (!clean_.frames.empty() || is_print)
      for (Line& line : stages_.recognise(clean_).lines) {
        if (line.region == Region::stamp) {
          stamps.push_back(std::move(line));
          continue;
        }
        for (Word& word : line.words)
          if (is_believed(word, line.region)) all.push_back(std::move(word));
      }
    add_unvouched(all);
    out.lines = lines_of(all);
    if (stages_.settle) stages_.settle(out.lines);
    std::move(stamps.begin(), stamps.end(), std::back_inserter(out.lines));
  }

  std::vector<Line> lines_of(const std::vector<Word>& words) const {
    std::vector<Box> at;
    for (const Word& word : words) at.push_back(word.box);
    std::vector<Line> lines;
    for (const TextRow& row : rows_of(at, cells_)) {
      Line line;
      line.region = row.region;
      for (const std::size_t i : row.words) {
        line.box = unite(line.box, words[i].box);
        line.words.push_back(words[i]);
      }
      lines.push_back(std::move(line));
    }
    return lines;
  }

  CleanPage& clean_;
  const Stages& stages_;
  std::vector<VisibleWord> words_;  // upright pixels
  std::vector<VisibleWord> unvouched_ = {};
  std::vector<TextCell> cells_;  // the same
  bool head_read_ = false;       // by recognition, not by its text
};

}  // namespace

std::optional<OcrPage> read_visible(const Page& page, CleanPage& cleaned, const Stages& stages) {
  return VisiblePage(page, cleaned, stages).read();
}

}  // namespace vanthu
