// SPDX-License-Identifier: GPL-3.0-or-later
// The text is the words of the lines in order, so each word is looked for a little behind the last.
#include "index/page_words.h"

namespace vanthu {
namespace {

constexpr std::size_t kReach = 400;  // bytes; a word further off is another of the same letters

}  // namespace

std::vector<PlacedWord> place_words(const PageReading& page) {
  std::vector<PlacedWord> out;
  std::size_t at = 0;
  for (const Line& line : page.lines) {
    if (line.region == Region::stamp) continue;
    for (const Word& word : line.words) {
      if (word.text.empty()) continue;
      const std::size_t found =
          std::string_view(page.text).substr(0, at + kReach + word.text.size()).find(word.text, at);
      if (found == std::string_view::npos) continue;
      at = found + word.text.size();
      out.push_back({found, at, &word});
    }
  }
  return out;
}

}  // namespace vanthu
