// SPDX-License-Identifier: GPL-3.0-or-later
// Draws invented dispatches as an office scanner would have seen them. Same paper and options, same
// pixels on one machine; another version of Pango or FreeType moves a few edges. Needs the font
// Liberation Serif. No shared state: safe from any thread, one call a thread.
#pragma once
#include <string>
#include <vector>

#include "pipeline/image.h"
#include "samples/draw/paper.h"

namespace vanthu::draw {

enum class Depth { colour, grey, bilevel };

// What office, hands and scanner did to the paper. All zero but blur: a clean page.
struct Damage {
  double blur = 0.45;  // optics, sigma in pixels
  double noise = 0;    // sensor noise, standard deviation in grey levels
  double paper = 255;  // grey level of the bare paper
  double wear = 0;     // 0..1 toner worn off the letters
  int specks = 0;      // dust a page
  double edge_left = 0, edge_right = 0, edge_top = 0, edge_bottom = 0;  // black border, mm
  double show_through = 0;         // 0..1 how much of the reverse shines through
  std::vector<double> lines = {};  // full-height scanner lines, mm from the left
  bool punch_holes = false, fold = false;
  double threshold = 150;  // bilevel: darker becomes black
};

struct DrawOptions {
  unsigned seed = 1;
  double dpi = 200;
  double skew_degrees = 0;  // clockwise positive
  int rotate = 0;           // of the finished pixels, degrees clockwise: 0 90 180 270
  Depth depth = Depth::colour;
  bool hand_number = false, hand_day = false, hand_month = false;  // by pen, into the printed gap
  double hand_height = 1.3;                                        // digits, of the print's height
  Ink pen = Ink::blue;
  bool seal = true, signature = true;
  bool blank_back = false;  // after the first page its empty back, the front mirrored on it
  Damage damage = {};
};

struct DrawnPage {
  Image image;       // 3 channels for colour, else 1; bilevel has 0 and 255 only
  std::string text;  // printed text in reading order, columns apart, a line feed after each line
};

// As many pages as the text needs. Throws Error{internal} when Cairo or Pango fails or the font is
// missing.
std::vector<DrawnPage> draw_paper(const Paper& paper, const DrawOptions& options = {});

// The first page alone.
Image draw_page(const Paper& paper, const DrawOptions& options = {});

// A short invented công văn of one page, 214/SXD-QLN of 18/5/2021, for tests that need any page.
Paper plain_paper();

}  // namespace vanthu::draw
