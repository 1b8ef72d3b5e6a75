// SPDX-License-Identifier: GPL-3.0-or-later
// Which way up a page was scanned, found from its letters. Pure; safe from any thread.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

struct Orientation {
  int degrees = 0;        // clockwise turn that makes it upright: 0 90 180 270
  double confidence = 0;  // 0..1
};

inline constexpr double kSureOrientation = 0.5;  // below this the page is left as it lies

// Blank, noisy or all-capital pages come back with low confidence.
Orientation find_orientation(const Image& image);

Image turned(const Image& image, int degrees);  // clockwise by 0 90 180 270

}  // namespace vanthu
