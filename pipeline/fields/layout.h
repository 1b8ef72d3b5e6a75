// SPDX-License-Identifier: GPL-3.0-or-later
// The page as pieces: printed runs that do not cross a column gap, top to bottom and left to right,
// so that the two columns of head and foot can be told apart whatever the engine made of the lines.
// The regions given with the lines are hints; geometry and text decide. Pure; safe from any thread.
#pragma once
#include <string>
#include <vector>

#include "pipeline/words.h"

namespace vanthu::fields {

struct Piece {
  int page = 1;
  Box box;
  Region region = Region::body;
  std::vector<Word> words;
  std::string text;  // the words, one space between
  bool operator==(const Piece&) const = default;
};

struct PageLayout {
  int number = 1;
  int width = 0, height = 0;
  int letter = 30;  // usual word height in pixels: the measure of all gaps
  Box frame;        // around the wide lines: the text frame of this page
  bool blank = false;
  std::vector<Piece> pieces;    // printed; rows from the top, each from the left
  std::vector<Piece> coloured;  // read from stamps and coloured ink, and margins
};

PageLayout lay_out(const OcrPage& page);

// The piece around `words` (at least one); text and box follow from them.
Piece make_piece(int page, Region region, std::vector<Word> words);

// All pieces of `from` as one, words ordered from the left; for the parts of one printed row.
Piece merge_row(const std::vector<Piece>& from);

// Do the two stand on one printed row (middles within `slack` pixels)?
bool same_row(const Box& a, const Box& b, int slack);

// Is there something a person would read: two letters or a digit?
bool legible(const Piece& piece);

}  // namespace vanthu::fields
