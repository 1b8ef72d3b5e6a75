// SPDX-License-Identifier: GPL-3.0-or-later
// How tall the letters are, and the page at the height the engine reads best.
// Pure; safe from any thread.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

// The median height of lower-case letters without ascender, in pixels; 0 when there are too few
// letters.
double letter_height(const Image& grey);

struct ScaleOptions {
  double x_height = 22;   // pixels the engine reads best at, measured: docs/measurements.md
  double max_factor = 3;  // a page is never enlarged or reduced beyond this
};

struct Scaled {
  Image image;
  double factor = 1;  // pixels of `image` per pixel before
};

// Two-valued pages are smoothed on the way, since the engine was trained on grey edges.
Scaled to_reading_height(const Image& grey, double letter, const ScaleOptions& options = {});

}  // namespace vanthu
