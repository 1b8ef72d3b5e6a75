// SPDX-License-Identifier: GPL-3.0-or-later
// Characters for the small parsers of numbers, dates and citations: code points in, answers out;
// linear time and no recursion, so that any text of any length is safe. Vietnamese letters only.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::fields {

inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_upper(char32_t c);
bool is_lower(char32_t c);
inline bool is_letter(char32_t c) { return is_upper(c) || is_lower(c); }
inline bool is_blank(char32_t c) { return c == U' ' || c == U'\n' || c == U'\t'; }
inline bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
inline bool is_slash(char32_t c) { return c == U'/' || c == 0x2044 || c == 0x2215; }

// The digits at `at` (at most `most`), moved past; nullopt when there are none or more than `most`.
std::optional<int> take_number(std::u32string_view text, std::size_t& at, int most);

void skip_blanks(std::u32string_view text, std::size_t& at);

// All of it digits, at least one, at most `most`.
bool all_digits(std::string_view text, std::size_t most);

// The first run of four digits that is a year of this archive (1945 to 2099), else 0.
int find_year(std::string_view text);

// A notation: groups of letters parted by '-', '/' or '.', opening with a capital, two letters at
// least
// ("SYT-NVY", "QĐ-TTg", "TB/ĐTN"). The longest from `at`, blanks around the dashes allowed; empty:
// none. Blanks are left out of the result; `at` moves past it.
std::u32string take_notation(std::u32string_view text, std::size_t& at);

}  // namespace vanthu::fields
