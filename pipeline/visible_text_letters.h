// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what a PDF says is Vietnamese in Unicode at all, told from its letters alone: old font
// tricks (TCVN3, VNI), conversions gone wrong and broken maps give themselves away. Pure; safe from
// any thread.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/page.h"

namespace vanthu {

// Could `word`, letters alone, be a Vietnamese syllable by the grammar: onset, rime, tone? Any
// case, any place of the tone mark.
bool is_syllable_by_grammar(std::string_view word);

// A letter of the private area, U+FFFD or a control character: the font's map has no name for it.
bool has_unmapped(std::string_view text);

// Few letters that no Vietnamese text has, few unmapped ones, and the words with marks are
// syllables. Text without any marks passes: only the picture can tell it from rubbish.
bool may_be_vietnamese(const std::vector<VisibleWord>& words);

// In NFC, as tidy() would have it but for the dashes, which stay as printed.
std::string as_printed(std::string_view text);

}  // namespace vanthu
