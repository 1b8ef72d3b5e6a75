// SPDX-License-Identifier: GPL-3.0-or-later
// Thresholds were set on drawn pages with and without seals; what they cost and spare is in
// docs/measurements.md.
#include "ocr/noise.h"

#include <algorithm>

#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr double kSymbolsNeed = 0.55;  // a word of symbols alone must be at least this sure
constexpr double kLetterNeeds = 0.30;  // one or two letters
constexpr double kOddHeightNeeds = 0.60;
constexpr double kAnyNeeds = 0.08;
constexpr double kSureLine = 0.5;  // mean of a line's letters: print, whatever one word of it is
constexpr double kScribbleSure = 0.75;
constexpr double kSurePrint = 0.75;   // of a row the engine took for none: signatures have less
constexpr double kSureScrap = 0.9;    // of one that is two letters or digits alone
constexpr double kStrokesNeed = 0.3;  // symbols within such a line

bool is_letter_or_digit(char32_t c) {
  const bool ascii = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return ascii ||
         (c >= 0xC0 && (c < 0x2000 || c > 0x2BFF));  // between them: dashes, quotes, arrows
}

bool is_symbols(const std::string& text) {
  const std::u32string all = to_u32(text);
  return std::none_of(all.begin(), all.end(), is_letter_or_digit);
}

int median_height(const std::vector<Line>& lines) {
  std::vector<int> heights;
  for (const Line& line : lines)
    for (const Word& word : line.words)
      if (word.confidence > 0.8) heights.push_back(word.box.h);
  if (heights.empty()) return 0;
  std::nth_element(heights.begin(), heights.begin() + static_cast<long>(heights.size() / 2),
                   heights.end());
  return heights[heights.size() / 2];
}

bool is_noise(const Word& word, int height) {
  if (word.confidence < kAnyNeeds) return true;
  if (is_symbols(word.text)) return word.confidence < kSymbolsNeed;
  if (to_u32(word.text).size() <= 2 && word.confidence < kLetterNeeds) return true;
  const bool odd = height > 0 && (word.box.h > 2.6 * height || word.box.h * 4 < height);
  return odd && word.confidence < kOddHeightNeeds;
}

double sureness(const Line& line) {
  double sum = 0, letters = 0;
  for (const Word& word : line.words) {
    const auto n = static_cast<double>(to_u32(word.text).size());
    sum += n * word.confidence, letters += n;
  }
  return letters > 0 ? sum / letters : 0;
}

bool is_list_mark(const std::string& text) {
  return text == "-" || text == "–" || text == "—" || text == "+" || text == "*";
}

// Digits by hand spoil the engine's view of the rows that hold them; they are read later.
bool may_hold_handwriting(const Line& line) {
  return std::any_of(line.words.begin(), line.words.end(), [](const Word& word) {
    const std::string text = fold(word.text);
    const auto slash = text.find('/');
    return text.starts_with("so:") || text.starts_with("ngay") || text.starts_with("thang") ||
           (slash != std::string::npos && slash + 2 < text.size());
  });
}

bool is_noise_in_print(const Word& word) {
  return word.confidence < kStrokesNeed && is_symbols(word.text) && !is_list_mark(word.text);
}

// A signature: some pieces of one or two letters, none of them sure.
bool is_scribble(const Line& line) {
  return line.words.size() > 1 && sureness(line) < kScribbleSure &&
         std::all_of(line.words.begin(), line.words.end(),
                     [](const Word& word) { return to_u32(word.text).size() < 3; });
}

void drop_noise(Line& line, int height) {
  if (is_scribble(line)) line.words.clear();
  const bool print = sureness(line) >= kSureLine;
  if (!print && may_hold_handwriting(line)) return;
  std::erase_if(line.words, [&](const Word& word) {
    return print ? is_noise_in_print(word) : is_noise(word, height);
  });
}

Box around(const Line& line) {
  Box box;
  for (const Word& word : line.words) box = unite(box, word.box);
  return box;
}

}  // namespace

void drop_noise(std::vector<Line>& lines) {
  const int height = median_height(lines);
  for (Line& line : lines) {
    drop_noise(line, height);
    line.box = around(line);
  }
  std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
}

bool is_sure_print(const Line& line) {
  std::size_t longest = 0, all = 0;
  for (const Word& word : line.words) {
    if (is_symbols(word.text)) continue;
    longest = std::max(longest, to_u32(word.text).size());
    all += to_u32(word.text).size();
  }
  return longest > 1 && sureness(line) >= (all > 2 ? kSurePrint : kSureScrap);
}

}  // namespace vanthu
