// SPDX-License-Identifier: GPL-3.0-or-later
// Text that a PDF says it shows, held against its picture: is ink where its words stand, does a
// reader of a few of its lines see the same words, what ink does it not account for. The recipe
// (pipeline/read.cpp) asks in that order and believes the text only after all. Pure; safe from any
// thread. Boxes are pixels of one page image.
#pragma once
#include <string>
#include <vector>

#include "pipeline/page.h"
#include "pipeline/words.h"

namespace vanthu {

inline constexpr double kVisibleSure = 0.99;  // confidence of a word that text and picture agree on

// Leaves out words that no font's map has a name for, without letters of any kind, or with no ink
// in `image` where they should stand; empty where more than a few go, or where the rest is no
// Vietnamese in Unicode.
std::vector<VisibleWord> seen_words(const std::vector<VisibleWord>& words, const Image& image);

// A part of the page, and the words in it line by line: indices from the left, rows from the top.
struct TextCell {
  Region region = Region::body;
  Box box;
};
struct TextRow {
  Region region = Region::body;
  std::vector<std::size_t> words;
};
// Cells in the order given; what stands in none goes to the nearest. No cells: one body.
std::vector<TextRow> rows_of(const std::vector<Box>& words, const std::vector<TextCell>& cells);

// What a reader shall be asked: a line of each font, one with digits near the top, three at least
// where there are as many. `fonts` are those it vouches for.
struct Look {
  Box box;
  std::string text;
};
struct Looks {
  std::vector<Look> lines;
  std::vector<int> fonts;
};
Looks choose_looks(const std::vector<VisibleWord>& words, const std::vector<TextRow>& rows);

// Whether `read`, all words read where the looks are, says of each what the text says.
bool agrees(const std::vector<Look>& looks, const std::vector<Word>& read);

// Takes the boxes out of `print` (1 channel), paper in their place. Gives the dark pixels that were
// in them.
long long take_out(Image& print, const std::vector<Box>& boxes);

// The dark pixels within `part` that belong to no rule. `letter`: height of x.
long long ink_in(const Image& print, const Box& part, double letter);

// So much ink outside of the words, and the text is not what the page says.
bool says_too_little(long long inside, long long outside);

}  // namespace vanthu
