// SPDX-License-Identifier: GPL-3.0-or-later
// Words that the reading was not sure of, found although a letter of them is wrong. Two words
// within one letter of each other share a shape (the word, or the word less one letter: Garbe's
// symmetric delete), so a query names a dozen terms instead of trying every word of the index.
// Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

inline constexpr double kDoubtedBelow = 0.6;  // confidence of a word that is indexed by its shapes

// Of one folded syllable; none for words that are too short to be told apart so, or have figures.
std::vector<std::string> shapes_of(std::string_view folded);

}  // namespace vanthu
