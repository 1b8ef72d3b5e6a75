// SPDX-License-Identifier: GPL-3.0-or-later
// The written shapes: for each character its variants, for each variant its strokes, for each
// stroke the points a smooth curve runs through. x to the right, y down; 0 the top, 1 the baseline.
#pragma once
#include <vector>

#include "samples/draw/canvas.h"

namespace vanthu::draw {

using Stroke = std::vector<Point>;

struct Glyph {
  double advance = 0.6;  // of the height
  std::vector<Stroke> strokes;
};

// Empty for a character nobody taught it.
const std::vector<Glyph>& glyphs_of(char character);

// A Catmull-Rom curve through `points`, sampled `steps` times between two of them.
Stroke smooth_curve(const Stroke& points, int steps);

}  // namespace vanthu::draw
