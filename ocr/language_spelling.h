// SPDX-License-Identifier: GPL-3.0-or-later
// From a syllable's token back to letters, with the tone mark on the letter that bears it. Pure;
// safe from any thread.
#pragma once
#include <string>
#include <string_view>

namespace vanthu::language {

// Where an open oa, oe or uy bears its tone: hoà, thuỷ (second) or hòa, thủy (first).
enum class Tone { second, first };

// Composed lower-case letters of a token: "hoa1" → hoà or hòa. What is no token comes back as it
// is.
std::u32string spelled(std::string_view token, Tone tone = Tone::second);

// The token written as `like` was: its capitals, and the place of its tone where that shows; else
// `tone`.
std::string written_like(std::string_view token, std::string_view like, Tone tone);

// What `word` tells of the printer's habit: -1 first, 1 second, 0 nothing.
int habit(std::string_view word);

}  // namespace vanthu::language
