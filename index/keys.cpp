// SPDX-License-Identifier: GPL-3.0-or-later
// Both methods write the letters of a syllable and, anywhere behind the letter they are for, keys
// for its marks. The keys are taken out, then the vowels are looked at as a whole, since one w
// makes both vowels of "uo" horned. Only what ends as a syllable of Vietnamese spelling is
// believed.
#include "index/keys.h"

#include <algorithm>
#include <array>

#include "index/utf8.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr char32_t kToneMarks[] = {0, 0x0300, 0x0301, 0x0303, 0x0309, 0x0323};

// Initial consonants and rimes of the language, without tones (rimes: phonology tables of the
// spelling; those with p, t, c, ch take sắc and nặng alone, which is not asked).
constexpr std::string_view kOnsets[] = {"",   "b",  "c", "ch", "d",  "đ",  "g",   "gh", "gi", "h",
                                        "k",  "kh", "l", "m",  "n",  "ng", "ngh", "nh", "p",  "ph",
                                        "qu", "r",  "s", "t",  "th", "tr", "v",   "x"};
constexpr std::string_view kVowels[] = {
    "a",   "ă",   "â",   "e",   "ê",   "i",   "o",   "ô",   "ơ",   "u",   "ư",   "y",   "ai", "ao",
    "au",  "ay",  "âu",  "ây",  "eo",  "êu",  "ia",  "iê",  "iu",  "oa",  "oă",  "oe",  "oi", "ôi",
    "ơi",  "oo",  "ua",  "uâ",  "uê",  "ui",  "uô",  "uơ",  "uy",  "ưa",  "ưi",  "ươ",  "ưu", "yê",
    "iêu", "yêu", "oai", "oay", "oao", "oeo", "uây", "uôi", "uya", "uyê", "uyu", "ươi", "ươu"};
constexpr std::string_view kCodas[] = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};

template <class List>
bool in(const List& list, const std::string& text) {
  return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

bool is_vowel(char32_t c) {
  return std::u32string_view(U"aăâeêioôơuưy").find(c) != std::u32string_view::npos;
}

struct Parts {
  std::u32string onset, vowels, coda;
};

Parts parts_of(const std::u32string& letters) {
  Parts out;
  std::size_t at = 0;
  while (at < letters.size() && !is_vowel(letters[at])) out.onset += letters[at++];
  const bool glide =
      at + 1 < letters.size() && is_vowel(letters[at + 1]) &&
      ((out.onset == U"q" && letters[at] == U'u') || (out.onset == U"g" && letters[at] == U'i'));
  if (glide) out.onset += letters[at++];
  while (at < letters.size() && is_vowel(letters[at])) out.vowels += letters[at++];
  out.coda = letters.substr(at);
  return out;
}

bool is_spelling(const std::u32string& letters) {
  const Parts parts = parts_of(letters);
  return in(kOnsets, from_u32(parts.onset)) && in(kVowels, from_u32(parts.vowels)) &&
         in(kCodas, from_u32(parts.coda));
}

// On the vowel with a mark of its own (the last of two: ươ); before a final consonant on the last;
// else on the first of two and the middle of three.
std::size_t tone_place(const Parts& parts) {
  const std::u32string& v = parts.vowels;
  for (std::size_t i = v.size(); i-- > 0;)
    if (std::u32string_view(U"ăâêôơư").find(v[i]) != std::u32string_view::npos) return i;
  if (!parts.coda.empty()) return v.size() - 1;
  return v.size() < 2 ? 0 : v.size() == 2 ? 0 : 1;
}

struct Keys {
  std::u32string letters;
  int tone = 0;
  bool any = false;     // a key for a mark was among them
  bool broken = false;  // they make no syllable
};

// The last of `letters` that is `from` becomes `to`.
bool turn(std::u32string& letters, char32_t from, char32_t to) {
  const std::size_t at = letters.rfind(from);
  if (at == std::u32string::npos) return false;
  letters[at] = to;
  return true;
}

// w, 7: uo -> ươ, else the u of "ua" or the last of o and u.
bool horn(std::u32string& letters) {
  const std::size_t pair = letters.rfind(U"uo");
  if (pair != std::u32string::npos && !(pair > 0 && letters[pair - 1] == U'q')) {
    letters[pair] = U'ư', letters[pair + 1] = U'ơ';
    return true;
  }
  const std::size_t half = letters.rfind(U"ưo");
  if (half != std::u32string::npos) return turn(letters, U'o', U'ơ');
  const std::size_t ua = letters.rfind(U"ua");
  if (ua != std::u32string::npos && !(ua > 0 && letters[ua - 1] == U'q')) {
    letters[ua] = U'ư';
    return true;
  }
  const std::size_t o = letters.rfind(U'o'), u = letters.rfind(U'u');
  if (o != std::u32string::npos && (u == std::u32string::npos || o > u))
    return turn(letters, U'o', U'ơ');
  return turn(letters, U'u', U'ư');
}

bool w_key(std::u32string& letters) {
  if (letters.find(U'a') != std::u32string::npos && letters.find(U"ua") == std::u32string::npos)
    return turn(letters, U'a', U'ă');
  if (letters.find(U"qua") != std::u32string::npos) return turn(letters, U'a', U'ă');
  return horn(letters);
}

std::string spelled(const Keys& keys) {
  if (!keys.any || keys.broken || !is_spelling(keys.letters)) return {};
  return with_tone(from_u32(keys.letters), keys.tone);
}

bool has_vowel(const std::u32string& letters) {
  return std::any_of(letters.begin(), letters.end(), is_vowel);
}

void telex_key(char32_t c, Keys& keys) {
  const std::size_t tone = std::u32string_view(U"fsxrj").find(c);
  bool taken = false;
  if (tone != std::u32string_view::npos && has_vowel(keys.letters)) {
    if (keys.tone != 0) keys.broken = true;  // twice is how one writes the key itself: "pass"
    keys.tone = static_cast<int>(tone) + 1;
    taken = true;
  } else if (c == U'w') {
    taken = w_key(keys.letters);
    if (!taken) keys.letters += U'ư', taken = true;
  } else if (c == U'd') {
    taken = turn(keys.letters, U'd', U'đ');
  } else if (c == U'a') {
    taken = turn(keys.letters, U'a', U'â');
  } else if (c == U'e') {
    taken = turn(keys.letters, U'e', U'ê');
  } else if (c == U'o') {
    taken = turn(keys.letters, U'o', U'ô');
  }
  keys.any = keys.any || taken;
  if (!taken) keys.letters += c;
}

bool vni_key(char32_t c, Keys& keys) {
  if (c >= U'1' && c <= U'5') {
    // VNI counts sắc huyền hỏi ngã nặng, canonical() huyền sắc ngã hỏi nặng.
    constexpr std::array<int, 5> kTone{2, 1, 4, 3, 5};
    keys.tone = kTone[static_cast<std::size_t>(c - U'1')];
    return has_vowel(keys.letters);
  }
  if (c == U'6')
    return turn(keys.letters, U'a', U'â') || turn(keys.letters, U'e', U'ê') ||
           turn(keys.letters, U'o', U'ô');
  if (c == U'7') return horn(keys.letters);
  if (c == U'8') return turn(keys.letters, U'a', U'ă');
  if (c == U'9') return turn(keys.letters, U'd', U'đ');
  return false;
}

std::string read_word(std::string_view word) {
  const bool figures = word.find_first_of("0123456789") != std::string_view::npos;
  return figures ? read_vni(word) : read_telex(word);
}

}  // namespace

std::string with_tone(std::string_view letters, int tone) {
  std::u32string text = to_u32(letters);
  const Parts parts = parts_of(text);
  if (tone < 1 || tone > 5 || parts.vowels.empty()) return nfc(letters);
  text.insert(parts.onset.size() + tone_place(parts) + 1, 1, kToneMarks[tone]);
  return nfc(from_u32(text));
}

std::string read_telex(std::string_view word) {
  Keys keys;
  for (const char32_t c : to_u32(lower(word))) {
    if (c < U'a' || c > U'z') return {};
    telex_key(c, keys);
  }
  return spelled(keys);
}

std::string read_vni(std::string_view word) {
  Keys keys;
  for (const char32_t c : to_u32(lower(word))) {
    if (c >= U'a' && c <= U'z') {
      keys.letters += c;
    } else {
      if (!vni_key(c, keys)) return {};
      keys.any = true;
    }
  }
  return spelled(keys);
}

std::string read_keys(std::string_view query) {
  std::string out;
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t begin = at;
    if (!is_word_char(next_code_point(query, at))) {
      out.append(query.substr(begin, at - begin));
      continue;
    }
    std::size_t end = at;
    while (at < query.size() && is_word_char(next_code_point(query, at))) end = at;
    at = end;
    const std::string_view word = query.substr(begin, end - begin);
    const bool field = end < query.size() && query[end] == ':';
    const std::string read = field ? "" : read_word(word);
    out += read.empty() ? std::string(word) : read;
  }
  return out;
}

}  // namespace vanthu
