// SPDX-License-Identifier: GPL-3.0-or-later
// A typeface without ink, for text that is to be found and selected but not seen: every letter is
// as wide as in Times, which the dispatches are set in, so that the selection of half a word lies
// over that half. Pure; safe from any thread.
#pragma once
#include <set>
#include <string>

namespace vanthu {

inline constexpr double kHollowAscent = 0.9, kHollowDescent = 0.22;  // of the size, above and below

int hollow_width(
    char32_t letter);  // in thousandths of the size; of a letter with marks, its base's

// The font file, TrueType: one empty glyph for each width that a letter can have.
std::string hollow_font();

// For /CIDToGIDMap: two bytes a code point, up to the largest of `letters`.
std::string hollow_glyphs(const std::set<char32_t>& letters);
std::string hollow_widths(const std::set<char32_t>& letters);   // for /W, PDF syntax
std::string hollow_unicode(const std::set<char32_t>& letters);  // for /ToUnicode, a CMap

}  // namespace vanthu
