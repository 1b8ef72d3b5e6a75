// SPDX-License-Identifier: GPL-3.0-or-later
// Page -> CleanPage: flat, upright, level, grey, without seals, borders and specks, at the height
// the engine reads best; with the map back to the scan. Each step doubts itself and lets the page
// alone when unsure.
#pragma once
#include <string>
#include <vector>

#include "pipeline/clean/frames.h"
#include "pipeline/page.h"
#include "pipeline/words.h"

namespace vanthu {

struct CleanOptions {
  bool flatten = true;  // a sheet photographed on a desk
  bool orient = true;   // find 0 90 180 270 from the page
  bool deskew = true;
  bool ink = true;         // seals and stamps out of the print pass, stamped frames found
  bool seals = true;       // black seals out of it too; needs ink
  bool background = true;  // paper made white
  bool reverse = true;     // what shines through from the other side off
  bool lines = true;       // full-height scanner lines off
  bool borders = true;     // black edges and punch holes off
  bool despeckle = true;
  bool scale = true;   // to the letter height the engine reads best
  bool tables = true;  // read cell by cell
  bool cells = true;   // columns of head and foot read apart
};

// A part of the page that is read apart, so that columns never interleave.
struct Cell {
  Region region = Region::body;
  Box box;  // print pixels
};

struct CleanPage {
  int number = 1;
  Image print;                // grey, upright, level, scaled: what the engine reads
  double scale = 1;           // print pixels per upright pixel
  double letter = 0;          // x-height in print pixels; 0 unknown
  std::vector<Cell> cells;    // in reading order; margins left out
  std::vector<Frame> frames;  // stamped frames, upright pixels, to be read apart; few
  Image upright;  // the raster turned and levelled, colour kept: for stamps, marks, handwriting
  int raster_width = 0, raster_height = 0;
  double dpi = 200;      // of the raster, estimated where the file is silent
  int rotation = 0;      // degrees clockwise the raster had to be turned
  double skew = 0;       // degrees clockwise left after that
  Homography to_raster;  // upright -> raster
  bool blank = false;
  std::vector<std::string> warnings;
};

// Safe from any thread. Never throws on content; an all-black or empty page comes back blank,
// warned.
CleanPage clean(const Page& page, const CleanOptions& options = {});

}  // namespace vanthu
