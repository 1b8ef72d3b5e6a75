// SPDX-License-Identifier: GPL-3.0-or-later
// The pieces of ink that hang together (eight neighbours), as runs along the
// rows. A page is nineteen parts paper: runs skip it eight pixels at a time, where a picture of
// labels writes and reads four bytes for each pixel. Pure; safe from any thread.
#pragma once
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

struct Run {  // columns [from, to) of row y
  int y = 0, from = 0, to = 0;
  std::size_t piece = 0;
};

struct Piece {
  Box box;
  int area = 0;  // pixels of ink
};

struct Pieces {
  std::vector<Run> runs;   // from the top, each row from the left
  std::vector<Piece> all;  // by their first run
};

// Pixels that lie somewhere: `height` rows of `width` bytes, `stride` bytes from one to the next.
struct Plane {
  const std::uint8_t* pixels = nullptr;
  int width = 0, height = 0;
  std::size_t stride = 0;
  const std::uint8_t* row(int y) const { return pixels + stride * static_cast<std::size_t>(y); }
};

// Ink is what is not 0.
Pieces pieces_of(const Plane& mask);

}  // namespace vanthu
