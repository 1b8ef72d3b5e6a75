// SPDX-License-Identifier: GPL-3.0-or-later
// What correction must leave alone: lines in other languages or without marks, names, codes,
// numbers, abbreviations, foreign words. Pure; safe from any thread.
#pragma once
#include <string>
#include <vector>

#include "pipeline/words.h"

namespace vanthu::language {

enum class Leave {
  open,   // may be corrected
  name,   // capitalised within a sentence: only on strong evidence
  fixed,  // not at all
};

// "vi", or "en", "fr", "km", "zh" where the words of the line say so.
std::string language_of(const Line& line);

// One for each word of each line. `lines` have their language.
std::vector<std::vector<Leave>> guarded(const std::vector<Line>& lines);

// Could these letters, marks aside, be a Vietnamese syllable: onset, vowels, final consonant?
bool is_syllable(const std::string& folded);

}  // namespace vanthu::language
