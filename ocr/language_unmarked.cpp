// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/language_unmarked.h"

#include "ocr/language_guard.h"
#include "ocr/language_tokens.h"
#include "pipeline/text.h"

namespace vanthu::language {
namespace {

constexpr double kFewMarks = 0.3, kVeryFew = 0.12;  // of a long or short page's words that bear one
constexpr std::size_t kFewWords = 4;                // tell nothing
constexpr std::size_t kLongPage = 30;               // words; enough to take marks off
constexpr double kMostlySyllables = 0.75;  // of its words: Vietnamese; of English two in five are
constexpr double kSure = 0.985;            // the engine is never so sure of a mark that is none

struct Count {
  std::size_t words = 0, marked = 0, syllables = 0;
};

bool is_written_out(const Shape& shape) { return shape.letters && to_u32(shape.core).size() > 1; }

Count count(const std::vector<Line>& lines) {
  Count out;
  for (const Line& line : lines) {
    if (line.region == Region::stamp) continue;
    for (const Word& word : line.words) {
      const Shape shape = shape_of(word.text);
      if (!is_written_out(shape)) continue;
      const std::string folded = fold(shape.core);
      ++out.words, out.marked += folded != lower(shape.core);
      out.syllables += is_syllable(folded);
    }
  }
  return out;
}

bool has_few_marks(const Count& page) {
  const double few = page.words >= kLongPage ? kFewMarks : kVeryFew;
  return page.words >= kFewWords &&
         static_cast<double>(page.marked) < few * static_cast<double>(page.words);
}

std::string unmarked(const std::string& text) {
  std::string out;
  for (const char32_t letter : to_u32(text)) {
    const std::string one = from_u32({&letter, 1}), plain = fold(one);
    out += plain == lower(one) ? one : one == lower(one) ? plain : upper(plain);
  }
  return out;
}

}  // namespace

bool is_without_marks(const std::vector<Line>& lines) { return has_few_marks(count(lines)); }

void take_marks_off(std::vector<Line>& lines) {
  const Count page = count(lines);
  if (!has_few_marks(page) || page.words < kLongPage ||
      static_cast<double>(page.syllables) < kMostlySyllables * static_cast<double>(page.words))
    return;
  for (Line& line : lines) {
    if (line.region == Region::stamp) continue;
    for (Word& word : line.words) {
      if (word.by_hand || word.confidence >= kSure || !has_marks(word.text)) continue;
      if (word.raw.empty()) word.raw = word.text;
      word.text = unmarked(word.text);
    }
  }
}

}  // namespace vanthu::language
