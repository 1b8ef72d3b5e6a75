// SPDX-License-Identifier: GPL-3.0-or-later
// Placement: the letter with circumflex, breve or horn, the last of two; else the only vowel; else
// before a final consonant or in a cluster of three the second; else the first, but for oa, oe, uy,
// which printers place either way. The u of qu and the i of gi are consonants before another vowel.
#include "ocr/language_spelling.h"

#include <algorithm>

#include "pipeline/text.h"

namespace vanthu::language {
namespace {

constexpr std::u32string_view kVowels = U"aăâeêioôơuưy", kMarked = U"ăâêôơư";
constexpr char32_t kTones[] = {0, 0x0300, 0x0301, 0x0303, 0x0309, 0x0323};

bool is_vowel(char32_t c) { return kVowels.find(c) != std::u32string_view::npos; }
bool is_marked(char32_t c) { return kMarked.find(c) != std::u32string_view::npos; }

struct Cluster {
  std::size_t from = 0, to = 0;
};

Cluster vowels_of(const std::u32string& s) {
  Cluster c;
  while (c.from < s.size() && !is_vowel(s[c.from])) ++c.from;
  const bool glide = c.from > 0 && c.from + 1 < s.size() && is_vowel(s[c.from + 1]) &&
                     ((s[c.from - 1] == 'q' && s[c.from] == 'u') ||
                      (s[c.from - 1] == 'g' && s[c.from] == 'i' && c.from == 1));
  if (glide) ++c.from;
  c.to = c.from;
  while (c.to < s.size() && is_vowel(s[c.to])) ++c.to;
  return c;
}

// oa, oe, uy at the end of a syllable.
bool either_way(const std::u32string& s, const Cluster& c) {
  if (c.to - c.from != 2 || c.to != s.size()) return false;
  const std::u32string pair = s.substr(c.from, 2);
  return pair == U"oa" || pair == U"oe" || pair == U"uy";
}

std::size_t bearer(const std::u32string& s, Tone tone) {
  const Cluster c = vowels_of(s);
  if (c.from == c.to) return s.size();
  for (std::size_t i = c.to; i-- > c.from;)
    if (is_marked(s[i])) return i;
  const std::size_t count = c.to - c.from;
  if (count == 1) return c.from;
  if (either_way(s, c)) return tone == Tone::second ? c.from + 1 : c.from;
  return count > 2 || c.to < s.size() ? c.from + 1 : c.from;
}

char32_t with_tone(char32_t letter, std::size_t tone) {
  const std::u32string composed = to_u32(nfc(from_u32(std::u32string{letter, kTones[tone]})));
  return composed.size() == 1 ? composed.front() : letter;
}

bool is_upper(char32_t c) {
  const std::string one = from_u32(std::u32string(1, c));
  return lower(one) != one;
}

char32_t upper_of(char32_t c) { return to_u32(upper(from_u32(std::u32string(1, c)))).front(); }

std::u32string capitals_as(std::u32string word, const std::u32string& like) {
  std::vector<bool> high;
  for (const char32_t c : like) high.push_back(is_upper(c));
  const bool all = std::count(high.begin(), high.end(), true) * 2 > std::ssize(high);
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool same = word.size() == like.size();
    if (same ? high[i] : all || (i == 0 && !high.empty() && high[0])) word[i] = upper_of(word[i]);
  }
  return word;
}

}  // namespace

std::u32string spelled(std::string_view token, Tone place) {
  std::u32string letters = to_u32(token);
  if (letters.empty() || letters.back() < '1' || letters.back() > '5') return letters;
  const std::size_t tone = letters.back() - U'0';
  letters.pop_back();
  const std::size_t at = bearer(letters, place);
  if (at < letters.size()) letters[at] = with_tone(letters[at], tone);
  return letters;
}

int habit(std::string_view word) {
  const std::string token = canonical(word);
  const std::u32string first = spelled(token, Tone::first), second = spelled(token, Tone::second);
  if (first == second) return 0;
  return to_u32(lower(nfc(word))) == second ? 1 : -1;
}

std::string written_like(std::string_view token, std::string_view like, Tone tone) {
  if (const int seen = habit(like); seen != 0) tone = seen > 0 ? Tone::second : Tone::first;
  return from_u32(capitals_as(spelled(token, tone), to_u32(like)));
}

}  // namespace vanthu::language
