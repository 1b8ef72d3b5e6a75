// SPDX-License-Identifier: GPL-3.0-or-later
// Vietnamese text: normal form, case, marks, tone placement. All functions are pure, safe from any
// thread, take and give UTF-8; bytes that are not UTF-8 come out as U+FFFD. ICU does the work.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

bool is_utf8(std::string_view bytes);
std::string repair_utf8(std::string_view bytes);  // bad bytes as U+FFFD

std::string nfc(std::string_view text);

// NFC, look-alikes folded (Ð U+00D0 → Đ, Ƣ → Ư …), every dash one '-', every blank one space,
// zero-width characters dropped, outer blanks cut, line feeds kept. For
// Unicode text only: on TCVN3 or VNI bytes it would destroy the text.
std::string tidy(std::string_view text);

std::string lower(std::string_view text);
std::string upper(std::string_view text);

// The search key without marks: lower case, tone and vowel marks off, đ→d. "Khuyến học" → "khuyen
// hoc".
std::string fold(std::string_view text);

// The search key with marks: lower case, NFC, and the tone mark of each syllable moved to one
// canonical place, so that hoà = hòa and uỷ = ủy: each syllable is its toneless letters and then a
// digit 1..5 for huyền sắc ngã hỏi nặng (none: no digit). "Hoà" → "hoa1". Characters that are not
// letters stay.
std::string canonical(std::string_view text);

bool has_marks(std::string_view text);  // any letter that fold() changes other than by case

std::string trim(std::string_view text,
                 std::string_view extra = {});                   // ASCII blanks and `extra` bytes
std::vector<std::string> split(std::string_view text, char at);  // empty pieces kept
std::vector<std::string> words_of(std::string_view text);        // split at blanks, no empty pieces
std::string join(const std::vector<std::string>& parts, std::string_view between);

std::u32string to_u32(std::string_view text);
std::string from_u32(std::u32string_view text);

// Levenshtein distance in code points, and 1 - distance / longer length (1 for two empty texts).
std::size_t edit_distance(std::string_view a, std::string_view b);
double similarity(std::string_view a, std::string_view b);

// File names as people count: "scan 2.pdf" before "scan 10.pdf". A strict weak order on bytes.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace vanthu
