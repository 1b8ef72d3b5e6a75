// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/anchors.h"

#include <algorithm>
#include <cctype>

#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

// Marks a list item may open with; the engine reads the short dash in many ways.
constexpr std::u32string_view kDashes = U"-–—~+_•*¬=";
constexpr std::u32string_view kStops = U" ;,.:/-–—_~\"'`";

std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  return apart > limit ? apart : edit_distance(a, b);
}

}  // namespace

std::string letters(std::string_view text) {
  std::string out;
  for (const char c : fold(text))
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) out += c;
  return out;
}

bool is_near(std::string_view text, std::string_view anchor, std::size_t edits) {
  return distance(letters(text), letters(anchor), edits) <= edits;
}

Span find_anchor(const std::vector<Word>& words, std::string_view anchor, std::size_t edits) {
  const std::string wanted = letters(anchor);
  std::vector<std::string> keys;
  keys.reserve(words.size());
  for (const Word& word : words) keys.push_back(letters(word.text));
  Span best;
  for (int i = 0; i < static_cast<int>(keys.size()); ++i) {
    if (keys[i].empty()) continue;
    std::string run;
    for (int j = i; j < static_cast<int>(keys.size()) && run.size() <= wanted.size() + edits; ++j) {
      run += keys[j];
      const std::size_t d = distance(run, wanted, edits);
      if (d <= edits && !keys[j].empty() && (!best.found() || d < best.edits)) best = {i, j + 1, d};
    }
  }
  return best;
}

bool begins_with(std::string_view text, std::string_view anchor, std::size_t edits) {
  const std::string have = letters(text), wanted = letters(anchor);
  if (have.size() + edits < wanted.size()) return false;
  for (std::size_t n = wanted.size() - std::min(edits, wanted.size() - 1);
       n <= wanted.size() + edits; ++n)
    if (n <= have.size() && distance(have.substr(0, n), wanted, edits) <= edits) return true;
  return false;
}

double capitals(std::string_view text) {
  int all = 0, high = 0;
  for (const char32_t c : to_u32(nfc(text))) {
    const std::string one = from_u32(std::u32string(1, c));
    const std::string low = lower(one), up = upper(one);
    if (low == up) continue;
    ++all;
    high += one == up ? 1 : 0;
  }
  return all == 0 ? 0 : static_cast<double>(high) / all;
}

int count_letters(std::string_view text) {
  const std::string key = letters(text);
  return static_cast<int>(
      std::count_if(key.begin(), key.end(), [](unsigned char c) { return std::isalpha(c) != 0; }));
}

bool starts_with_dash(std::string_view text) {
  const std::u32string u = to_u32(text);
  std::size_t i = 0;
  while (i < u.size() && (u[i] == U' ' || u[i] == U'.' || u[i] == U'\'')) ++i;
  return i < u.size() && kDashes.find(u[i]) != std::u32string_view::npos;
}

std::string without_dash(std::string_view text) {
  const std::u32string u = to_u32(text);
  std::size_t i = 0;
  while (i < u.size() && (u[i] == U' ' || u[i] == U'.' || u[i] == U'\'' || u[i] == U'|' ||
                          kDashes.find(u[i]) != std::u32string_view::npos))
    ++i;
  return from_u32(std::u32string_view(u).substr(i));
}

std::string without_stop(std::string_view text) {
  std::u32string u = to_u32(text);
  while (!u.empty() && kStops.find(u.back()) != std::u32string_view::npos) u.pop_back();
  return trim(from_u32(u));
}

std::string join_words(const std::vector<Word>& words, int begin, int end) {
  std::string out;
  for (int i = std::max(begin, 0); i < end && i < static_cast<int>(words.size()); ++i) {
    if (!out.empty()) out += ' ';
    out += words[i].text;
  }
  return out;
}

double mean_confidence(const std::vector<Word>& words) {
  double sum = 0;
  for (const Word& word : words) sum += word.confidence;
  return words.empty() ? 0 : sum / static_cast<double>(words.size());
}

double min_confidence(const std::vector<Word>& words) {
  double least = words.empty() ? 0 : 1;
  for (const Word& word : words)
    if (count_letters(word.text) > 0 || !letters(word.text).empty())
      least = std::min(least, word.confidence);
  return least;
}

}  // namespace vanthu::fields
