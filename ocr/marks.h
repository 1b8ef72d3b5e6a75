// SPDX-License-Identifier: GPL-3.0-or-later
// What the finder of marks saw, put among the lines of its page. Pure; safe from any thread.
#pragma once
#include <vector>

#include "ocr/mark_regions.h"
#include "pipeline/words.h"

namespace vanthu {

// A stamp's own rows are no lines of the letter: their words, and what the engine made of its rules
// and of handwriting, leave the lines. Print that runs through the stamp and was read well stays.
void leave_to_stamp(const Box& stamp, double dpi, std::vector<Line>& lines);

// Under this confidence a mark is looked at by the engine of print before it stops a paper, with
// the words beside it: MẬT is a part of BẢO MẬT.
inline constexpr double kSureMark = 0.97;
Box with_neighbours(const Box& mark, double dpi);

// Is what the engine read across the middle of a picture, where a mark was seen, surely something
// else: SAO Y, BẢO MẬT? What it cannot read may be a mark.
bool says_otherwise(const std::vector<Line>& lines, const Image& picture);

// A mark of secrecy that the engine did not read becomes a line of Region::stamp that says it.
void add_secrecy(const std::vector<SecrecyMark>& marks, std::vector<Line>& lines);

}  // namespace vanthu
