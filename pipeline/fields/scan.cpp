// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/scan.h"

#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

bool is_code_letter(char32_t c) { return is_letter(c) || c == U'&'; }

// One group: a capital, then letters, '&' and digits at the end. Empty when there is none.
std::u32string take_group(std::u32string_view text, std::size_t& at) {
  std::u32string out;
  std::size_t i = at;
  while (i < text.size() && (is_code_letter(text[i]) || (!out.empty() && is_digit(text[i]))))
    out += text[i++];
  if (out.empty() || !is_upper(out.front())) return {};
  at = i;
  return out;
}

}  // namespace

// Only the letters Vietnamese has: engines read strokes as Ÿ or Š, which no code holds.
bool is_upper(char32_t c) {
  static constexpr std::u32string_view kMarked = U"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ";
  if (c < 0x80) return c >= U'A' && c <= U'Z';
  if (c >= 0x1EA0 && c <= 0x1EF9) return c % 2 == 0;
  return kMarked.find(c) != std::u32string_view::npos;
}

bool is_lower(char32_t c) {
  static constexpr std::u32string_view kMarked = U"àáâãèéêìíòóôõùúýăđĩũơư";
  if (c < 0x80) return c >= U'a' && c <= U'z';
  if (c >= 0x1EA0 && c <= 0x1EF9) return c % 2 == 1;
  return kMarked.find(c) != std::u32string_view::npos;
}

std::optional<int> take_number(std::u32string_view text, std::size_t& at, int most) {
  std::size_t i = at;
  int value = 0, digits = 0;
  while (i < text.size() && is_digit(text[i])) {
    if (++digits > most) return std::nullopt;
    value = value * 10 + static_cast<int>(text[i++] - U'0');
  }
  if (digits == 0) return std::nullopt;
  at = i;
  return value;
}

void skip_blanks(std::u32string_view text, std::size_t& at) {
  while (at < text.size() && is_blank(text[at])) ++at;
}

bool all_digits(std::string_view text, std::size_t most) {
  if (text.empty() || text.size() > most) return false;
  for (const char c : text)
    if (c < '0' || c > '9') return false;
  return true;
}

int find_year(std::string_view text) {
  const std::u32string u = to_u32(text);
  for (std::size_t i = 0; i < u.size(); ++i) {
    if (!is_digit(u[i]) || (i > 0 && is_digit(u[i - 1]))) continue;
    std::size_t at = i;
    const auto number = take_number(u, at, 4);
    if (number && at - i == 4 && *number >= 1945 && *number <= 2099) return *number;
  }
  return 0;
}

std::u32string take_notation(std::u32string_view text, std::size_t& at) {
  std::size_t i = at;
  std::u32string out = take_group(text, i);
  if (out.empty()) return {};
  while (i < text.size()) {
    std::size_t j = i;
    skip_blanks(text, j);
    if (j >= text.size()) break;
    const bool dash = is_dash(text[j]), slash = is_slash(text[j]), dot = text[j] == U'.';
    if (!dash && !(slash && j == i) && !(dot && j == i)) break;
    ++j;
    const std::size_t after = j;
    if (dash) skip_blanks(text, j);
    const bool spaced =
        dash && (j > after || after > i + 1);  // "UBND - VX", but not "UBND - Sở Y tế"
    if (spaced && !(j + 1 < text.size() && is_upper(text[j]) && is_upper(text[j + 1]))) break;
    std::u32string group = take_group(text, j);
    const bool internal = slash && group.empty() && text.substr(j, 2) == U"nb";
    if (internal) {
      group = U"nb";
      j += 2;
    }
    if (group.empty() || (dot && j - after < 2)) break;
    out += dash ? U'-' : slash ? U'/' : U'.';
    out += group;
    i = j;
  }
  if (out.size() < 2) return {};
  at = i;
  return out;
}

}  // namespace vanthu::fields
