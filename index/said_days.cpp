// SPDX-License-Identifier: GPL-3.0-or-later
// Dates among other words, as people say them: the words between are dropped, the figures decide.
#include <algorithm>

#include "index/analyse.h"
#include "index/ranges.h"

namespace vanthu {
namespace {

using Words = std::vector<std::string>;

bool figures(const std::string& word, std::size_t most) {
  return !word.empty() && word.size() <= most &&
         word.find_first_not_of("0123456789") == std::string::npos;
}

bool year(const std::string& word) {
  return figures(word, 4) && word.size() == 4 && (word[0] == '1' || word[0] == '2');
}

// "t9", "q3": a letter and a figure or two.
bool short_form(const std::string& word, char letter) {
  return word.size() > 1 && word.front() == letter && figures(word.substr(1), 2);
}

// {"thang", "2", "nam", "2009"} -> "2/2009"; empty when it is nothing of the kind.
std::string figures_of(Words words, bool slash) {
  const auto drop = [&](std::size_t at, const char* word) {
    if (at < words.size() && words[at] == word)
      return words.erase(words.begin() + static_cast<std::ptrdiff_t>(at)), true;
    return false;
  };
  const auto is = [&](std::size_t count) {
    for (std::size_t i = 0; i + 1 < count && i < words.size(); ++i)
      if (!figures(words[i], 2)) return false;
    return words.size() == count && year(words.back());
  };
  const bool day = drop(0, "ngay"), quarter = !day && drop(0, "qui");
  const bool month = drop(day || !is(1) ? 1 : 0, "thang") || drop(0, "thang");
  if (!words.empty() && words.size() >= 2) drop(words.size() - 2, "nam");
  if (is(1)) return month || day || quarter ? "" : words[0];
  if (is(2) && quarter) return "q" + words[0] + "/" + words[1];
  if (is(2) && !day && (month || slash)) return words[0] + "/" + words[1];
  if (is(3) && (month || slash)) return words[0] + "/" + words[1] + "/" + words[2];
  if (words.size() == 2 && year(words[1]) &&
      (short_form(words[0], 't') || short_form(words[0], 'q')))
    return words[0] + "/" + words[1];
  return {};
}

}  // namespace

std::optional<ValueRange> said_days(std::string_view text) {
  Words words;
  for (const Syllable& one : analyse(text).syllables) words.push_back(one.folded);
  if (words.empty() || words.size() > 6) return {};
  const std::string said = figures_of(words, text.find('/') != std::string_view::npos);
  return said.empty() ? std::nullopt : parse_days(said);
}

}  // namespace vanthu
