// SPDX-License-Identifier: GPL-3.0-or-later
// Walking UTF-8 by code point with the byte offsets kept, which to_u32() of pipeline/text.h loses.
// Pure; safe from any thread.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace vanthu {

inline constexpr char32_t kBadUtf8 = 0xFFFD;

// The code point at `at`, which moves behind it; a byte that is not UTF-8 is kBadUtf8 and one step.
char32_t next_code_point(std::string_view text, std::size_t& at);

// Part of a syllable or number: letters, digits, marks, and the zero-width characters inside words.
bool is_word_char(char32_t c);

bool is_blank(char32_t c);  // blanks, line ends, no-break spaces

std::size_t code_points(std::string_view text);

// The beginning of `text`, whole characters only, at most `bytes` long.
std::string cut_utf8(std::string_view text, std::size_t bytes);

}  // namespace vanthu
