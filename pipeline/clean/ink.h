// SPDX-License-Identifier: GPL-3.0-or-later
// Colour is evidence: seals and stamps are red, pens blue, print black. Separates them.
// Pure; safe from any thread.
#pragma once
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

struct InkLayers {
  Image coloured;           // 0 where ink is coloured, 255 elsewhere; empty on a page of 1 channel
  Image print;              // grey, with seals, tilted stamps and pen strokes taken out
  std::vector<Box> stamps;  // coloured frames and seals that were taken out, largest first
  std::vector<Box> rows;    // printed rows a black seal lay over
};

// `image` of 3 channels, level. Red and blue letters of printed size stay in the print
// (rubber-stamped names, links); coloured marks larger than letters go, with what lies inside a
// seal's ring. A page of 1 channel, or without colour, comes back grey with no stamps; from one of 1
// channel black seals are wiped (seal_black.h) but where `black_seals` is false.
InkLayers separate_ink(const Image& image, double dpi, bool black_seals = true);

// Grey by the darkest of the channels, so that rubber of every colour shows; grey stays as it is.
Image darkest(const Image& image);

}  // namespace vanthu
