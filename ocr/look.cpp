// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/look.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <string>

#include "ocr/noise.h"
#include "ocr/reading_order.h"
#include "pipeline/clean/strip.h"
#include "pipeline/clean/unread.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr double kSmallestLetter = 0.6;     // of the letter expected: print, not dust
constexpr std::pair kCapitals{1.25, 1.65};  // of it: capitals taken for small letters
constexpr double kHeading = 1.1;
constexpr double kTallestLetter = 2.2;  // headings in capitals; beyond it is no line of print
constexpr int kMostRefused = 8;         // rows of no print: a drawing, a signature, a seal
constexpr double kCapital = 1.5, kTail = 0.4;  // x-heights above and below the baseline

void show(tesseract::TessBaseAPI& api, const Image& grey, tesseract::PageSegMode mode) {
  api.SetPageSegMode(mode);
  api.SetImage(grey.pixels.data(), grey.width, grey.height, 1, grey.width);
  api.SetSourceResolution(300);  // any: nothing we ask for depends on it, and guessing costs time
}

std::optional<Baseline> baseline_at(const tesseract::PageIterator& it) {
  int left = 0, left_y = 0, right = 0, right_y = 0;
  float height = 0, descenders = 0, ascenders = 0;
  if (it.Empty(tesseract::RIL_TEXTLINE) ||
      !it.Baseline(tesseract::RIL_TEXTLINE, &left, &left_y, &right, &right_y))
    return std::nullopt;
  it.RowAttributes(&height, &descenders, &ascenders);
  return Baseline{static_cast<double>(left), static_cast<double>(left_y),
                  static_cast<double>(right), static_cast<double>(right_y),
                  static_cast<double>(height + descenders - ascenders)};
}

std::vector<Baseline> baselines(tesseract::TessBaseAPI& api, const Image& grey,
                                tesseract::PageSegMode layout) {
  show(api, grey, layout);
  std::vector<Baseline> out;
  const std::unique_ptr<tesseract::PageIterator> it(api.AnalyseLayout());
  if (!it) return out;
  do {
    if (const auto line = baseline_at(*it)) out.push_back(*line);
  } while (it->Next(tesseract::RIL_TEXTLINE));
  return out;
}

double median_height(std::vector<Baseline> lines) {
  if (lines.empty()) return 0;
  std::nth_element(lines.begin(), lines.begin() + static_cast<long>(lines.size() / 2), lines.end(),
                   [](const Baseline& a, const Baseline& b) { return a.x_height < b.x_height; });
  return lines[lines.size() / 2].x_height;
}

// From the strip back to the picture: across by the scale, down by the baseline. From the tops of
// capitals to the ends of tails, so that words of one line stand level whatever letters they have.
Box box_of_word(const Image& grey, const Baseline& line, const Strip& strip, int from, int to) {
  const double left = strip.left + from / strip.scale, right = strip.left + to / strip.scale;
  const double base = line.y_at((left + right) / 2);
  const auto whole = [](double v) { return static_cast<int>(std::lround(v)); };
  const int x = whole(left), y = whole(base - kCapital * line.x_height);
  const Box box{x, y, whole(right) - x, whole(base + kTail * line.x_height) - y};
  return intersect(box, {0, 0, grey.width, grey.height});
}

Word word_at(const tesseract::ResultIterator& it, const Image& grey, const Baseline& line,
             const Strip& strip) {
  const std::unique_ptr<char[]> text(it.GetUTF8Text(tesseract::RIL_WORD));
  int left = 0, top = 0, right = 0, bottom = 0;
  it.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom);
  Word word;
  word.text = text ? trim(nfc(text.get())) : std::string();
  word.box = box_of_word(grey, line, strip, left, right);
  word.confidence = std::clamp(it.Confidence(tesseract::RIL_WORD) / 100.0, 0.0, 1.0);
  return word;
}

// A line in capitals comes with their height for that of small letters, nearly half as much again;
// print that much larger than the rest of its page is rare.
double settled(double x_height, double letter) {
  if (x_height > kCapitals.first * letter && x_height < kCapitals.second * letter)
    return kHeading * letter;
  return std::clamp(x_height, kSmallestLetter * letter, kTallestLetter * letter);
}

// Dirt in a word's place may stretch its box over the words after it.
void part_words(Line& line) {
  for (std::size_t i = 0; i + 1 < line.words.size(); ++i) {
    Box& box = line.words[i].box;
    const int next = line.words[i + 1].box.x;
    if (next > box.x) box.w = std::min(box.w, next - box.x);
  }
}

Line read_line(tesseract::TessBaseAPI& api, const Image& grey, const Baseline& at) {
  Line line;
  const Strip strip = cut_strip(grey, at);
  if (strip.image.pixels.empty()) return line;
  show(api, strip.image, tesseract::PSM_RAW_LINE);
  if (api.Recognize(nullptr) != 0) return line;
  const std::unique_ptr<tesseract::ResultIterator> it(api.GetIterator());
  if (!it) return line;
  do {
    if (it->Empty(tesseract::RIL_WORD)) continue;
    Word word = word_at(*it, grey, at, strip);
    if (word.text.empty() || word.box.empty()) continue;
    line.box = unite(line.box, word.box);
    line.words.push_back(std::move(word));
  } while (it->Next(tesseract::RIL_WORD));
  part_words(line);
  return line;
}

std::vector<Box> boxes_of(const std::vector<Line>& lines) {
  std::vector<Box> out;
  for (const Line& line : lines)
    for (const Word& word : line.words) out.push_back(word.box);
  return out;
}

}  // namespace

std::vector<Line> look(tesseract::TessBaseAPI& api, const Image& grey, double letter,
                       tesseract::PageSegMode layout) {
  std::vector<Baseline> found = baselines(api, grey, layout);
  if (letter <= 0) letter = median_height(found);
  std::vector<Line> out;
  for (Baseline& at : found) {
    at.x_height = settled(at.x_height, letter);
    Line line = read_line(api, grey, at);
    if (!line.words.empty()) out.push_back(std::move(line));
  }
  return out;
}

void look_again(tesseract::TessBaseAPI& api, const Image& grey, double letter,
                std::vector<Line>& lines) {
  int refused = 0;
  for (Baseline& at : unread_rows(grey, letter, boxes_of(lines))) {
    at.x_height = settled(at.x_height, letter);
    Line line = read_line(api, grey, at);
    if (is_sure_print(line))
      put_in_row(lines, std::move(line));
    else if (++refused > kMostRefused)
      return;
  }
}

std::vector<Line> look_at_whole(tesseract::TessBaseAPI& api, const Image& grey) {
  const double base = 0.8 * grey.height;  // capitals and their marks fill most of a stamp
  Line line =
      read_line(api, grey, {0, base, static_cast<double>(grey.width), base, 0.4 * grey.height});
  if (line.words.empty()) return {};
  return {std::move(line)};
}

}  // namespace vanthu
