// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine saw on one page, in upright coordinates: the raster turned and deskewed, not
// scaled. `to_raster` leads back to the pixels of the scan. Lines stand in reading order, columns
// unmixed.
#pragma once
#include <string>
#include <vector>

#include "pipeline/homography.h"
#include "pipeline/image.h"

namespace vanthu {

// What else a word may be, with how likely that is (0..1).
struct Guess {
  std::string text;
  double confidence = 0;
  bool operator==(const Guess&) const = default;
};

struct Word {
  std::string text;  // NFC
  std::string raw;   // what the engine said, where correction changed it; else empty
  Box box;
  double confidence = 0;         // 0..1
  bool by_hand = false;          // its digits were written or stamped into a printed line
  std::vector<Guess> guesses{};  // of digits by hand, the likeliest first; else empty
  bool operator==(const Word&) const = default;
};

// The cell of the page a line stands in: the head and foot have two columns.
// stamp: read from coloured ink or from a box apart; such lines come last and are not printed text.
enum class Region { head_left, head_right, body, foot_left, foot_right, margin, stamp };

struct Line {
  Box box;  // around its words
  Region region = Region::body;
  std::string language = "vi";
  std::vector<Word> words;
  bool operator==(const Line&) const = default;
};

struct OcrPage {
  int number = 1;
  int width = 0, height = 0;  // of the upright page
  int raster_width = 0, raster_height = 0;
  double dpi = 200;      // of the raster; estimated where the file is silent
  int rotation = 0;      // degrees clockwise the raster had to be turned: 0 90 180 270
  double skew = 0;       // degrees clockwise left after that
  Homography to_raster;  // upright pixels -> raster pixels
  bool blank = false;
  std::vector<std::string> warnings;
  std::vector<Line> lines;
  bool operator==(const OcrPage&) const = default;
};

std::string text_of(const Line& line);     // its words, one space between
std::string text_of(const OcrPage& page);  // its lines, a line feed after each

}  // namespace vanthu
