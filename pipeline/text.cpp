// SPDX-License-Identifier: GPL-3.0-or-later
// Marks by decomposition: NFD separates every Vietnamese letter into a base, a vowel mark (breve,
// circumflex, horn) and a tone; đ has no decomposition and is mapped by hand.
#include "pipeline/text.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace vanthu {
namespace {

constexpr char32_t kTones[] = {0x0300, 0x0301, 0x0303, 0x0309, 0x0323};  // huyền sắc ngã hỏi nặng
constexpr char32_t kVowelMarks[] = {0x0302, 0x0306, 0x031B};             // ^ breve horn

const icu::Normalizer2& normalizer(bool compose) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* found =
      compose ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalisation data");
  return *found;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

icu::UnicodeString normalised(const icu::UnicodeString& text, bool compose) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out = normalizer(compose).normalize(text, status);
  return U_FAILURE(status) ? text : out;
}

int tone_of(char32_t c) {
  const auto* at = std::find(std::begin(kTones), std::end(kTones), c);
  return at == std::end(kTones) ? 0 : static_cast<int>(at - kTones) + 1;
}

bool is_vowel_mark(char32_t c) {
  return std::find(std::begin(kVowelMarks), std::end(kVowelMarks), c) != std::end(kVowelMarks);
}

// Look-alikes met in text layers and keyboards; 0 drops the character.
char32_t tidied(char32_t c) {
  switch (c) {
    case 0x00D0:
    case 0x0189:
      return 0x0110;  // Ð Ɖ -> Đ
    case 0x00F0:
      return 0x0111;  // ð -> đ
    case 0x01A2:
      return 0x01AF;  // Ƣ -> Ư
    case 0x01A3:
      return 0x01B0;
    case 0x2212:
      return '-';
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
    case 0x00AD:
      return 0;
    default:
      break;
  }
  if (c >= 0x2010 && c <= 0x2015) return '-';
  if (c != '\n' && (u_isUWhiteSpace(static_cast<UChar32>(c)) || c == '\t')) return ' ';
  return c;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<int32_t>(bytes.size());
  for (int32_t i = 0; i < size;) {
    UChar32 c;
    U8_NEXT(data, i, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::string repair_utf8(std::string_view bytes) { return to_utf8(from_utf8(bytes)); }

std::string nfc(std::string_view text) { return to_utf8(normalised(from_utf8(text), true)); }

std::string tidy(std::string_view text) {
  std::u32string out;
  for (const char32_t c : to_u32(nfc(text))) {
    const char32_t t = tidied(c);
    if (t == 0) continue;
    if (t == ' ' && (out.empty() || out.back() == ' ' || out.back() == '\n')) continue;
    if (t == '\n')
      while (!out.empty() && out.back() == ' ') out.pop_back();
    out.push_back(t);
  }
  return trim(from_u32(out));
}

std::string lower(std::string_view text) {
  icu::UnicodeString u = from_utf8(text);
  return to_utf8(u.toLower(icu::Locale::getRoot()));
}

std::string upper(std::string_view text) {
  icu::UnicodeString u = from_utf8(text);
  return to_utf8(u.toUpper(icu::Locale::getRoot()));
}

std::string fold(std::string_view text) {
  icu::UnicodeString u = from_utf8(text);
  u.toLower(icu::Locale::getRoot());
  std::u32string out;
  for (const char32_t c : to_u32(to_utf8(normalised(u, false)))) {
    if (tone_of(c) != 0 || is_vowel_mark(c)) continue;
    out.push_back(c == 0x0111 || c == 0x00F0 ? U'd' : c);
  }
  return from_u32(out);
}

std::string canonical(std::string_view text) {
  icu::UnicodeString u = from_utf8(text);
  u.toLower(icu::Locale::getRoot());
  std::u32string out;
  int tone = 0;
  const auto flush = [&] {
    if (tone != 0) out.push_back(static_cast<char32_t>(U'0' + tone));
    tone = 0;
  };
  for (char32_t c : to_u32(to_utf8(normalised(u, false)))) {
    if (c == 0x00F0) c = 0x0111;
    if (const int t = tone_of(c); t != 0) {
      tone = t;
    } else {
      if (!is_vowel_mark(c) && !u_isalpha(static_cast<UChar32>(c))) flush();
      out.push_back(c);
    }
  }
  flush();
  return nfc(from_u32(out));
}

bool has_marks(std::string_view text) { return fold(text) != lower(nfc(text)); }

std::string trim(std::string_view text, std::string_view extra) {
  const auto drop = [&](char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' ||
           extra.find(c) != std::string_view::npos;
  };
  while (!text.empty() && drop(text.front())) text.remove_prefix(1);
  while (!text.empty() && drop(text.back())) text.remove_suffix(1);
  return std::string(text);
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> out;
  for (std::size_t from = 0;;) {
    const std::size_t to = text.find(at, from);
    out.emplace_back(text.substr(from, to - from));
    if (to == std::string_view::npos) return out;
    from = to + 1;
  }
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  constexpr std::string_view kBlank = " \t\n\r";
  for (std::size_t from = text.find_first_not_of(kBlank); from != std::string_view::npos;) {
    const std::size_t to = text.find_first_of(kBlank, from);
    out.emplace_back(text.substr(from, to - from));
    from = to == std::string_view::npos ? to : text.find_first_not_of(kBlank, to);
  }
  return out;
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) out += between;
    out += parts[i];
  }
  return out;
}

std::u32string to_u32(std::string_view text) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<int32_t>(text.size());
  std::u32string out;
  out.reserve(text.size());
  for (int32_t i = 0; i < size;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(data, i, size, c);
    out.push_back(static_cast<char32_t>(c));
  }
  return out;
}

std::string from_u32(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 2);
  for (const char32_t c : text) {
    std::uint8_t bytes[4];
    int32_t length = 0;
    UBool failed = false;
    U8_APPEND(bytes, length, 4, static_cast<UChar32>(c), failed);
    if (failed)
      out += "\xEF\xBF\xBD";
    else
      out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
  }
  return out;
}

std::size_t edit_distance(std::string_view a8, std::string_view b8) {
  const std::u32string a = to_u32(a8), b = to_u32(b8);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row.back();
}

double similarity(std::string_view a, std::string_view b) {
  const std::size_t longer = std::max(to_u32(a).size(), to_u32(b).size());
  return longer == 0 ? 1.0
                     : 1.0 - static_cast<double>(edit_distance(a, b)) / static_cast<double>(longer);
}

bool natural_less(std::string_view a, std::string_view b) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (!digit(a[i]) || !digit(b[j])) {
      if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
      ++i, ++j;
      continue;
    }
    const auto number = [&](std::string_view text, std::size_t& at) {
      while (at + 1 < text.size() && text[at] == '0' && digit(text[at + 1])) ++at;
      const std::size_t from = at;
      while (at < text.size() && digit(text[at])) ++at;
      return text.substr(from, at - from);
    };
    const std::string_view x = number(a, i), y = number(b, j);
    if (x.size() != y.size()) return x.size() < y.size();
    if (x != y) return x < y;
  }
  if (a.size() - i != b.size() - j) return a.size() - i < b.size() - j;
  return a < b;  // equal but for leading zeros: still an order
}

}  // namespace vanthu
