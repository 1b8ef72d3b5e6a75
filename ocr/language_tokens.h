// SPDX-License-Identifier: GPL-3.0-or-later
// A printed word as the language model sees it: what stands around it, its letters, and its tokens.
// The program that counts the model and the corrector share this, so that both see the same. Pure;
// safe from any thread.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::language {

// Tokens that are no syllables. A syllable's token is canonical() of it: "hoa1" for Hoà and hòa.
inline constexpr std::string_view kUnknown = "<unk>", kStop = "<s>", kComma = "<,>",
                                  kNumber = "<n>", kCode = "<c>";

struct Shape {
  std::string before, core, after;  // "(trẻ" "em" ");" ; core begins and ends with letter or digit
  bool letters = false;             // core is letters alone: one syllable or abbreviation
};

Shape shape_of(std::string_view word);

// The tokens of one word, marks around it included: "(trẻ," → <,> tre4 <,>. Never empty for a word
// that is not.
std::vector<std::string> tokens_of(const Shape& shape);

}  // namespace vanthu::language
