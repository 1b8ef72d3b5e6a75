// SPDX-License-Identifier: GPL-3.0-or-later
// One line of print cut out level, at the height the engine's network takes. The network learned on
// lines framed just so (ocr/training/engine/draw.py): a line framed otherwise is read far worse.
// Pure; safe from any thread.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

inline constexpr int kStripHeight = 36;      // rows of a strip
inline constexpr double kStripAbove = 2.1;   // of the x-height, from the baseline up
inline constexpr double kStripBelow = 0.55;  // and down

// Where a line stands: its baseline from end to end, and the height of its small letters. Pixels.
struct Baseline {
  double left = 0, left_y = 0, right = 0, right_y = 0;
  double x_height = 0;

  double y_at(double x) const;
};

struct Strip {
  Image image;       // grey, kStripHeight rows
  double scale = 1;  // strip pixels a page pixel
  double left = 0;   // page pixel of the strip's left edge
};

// What lies outside the page is white. A baseline of no length or no height gives an empty strip.
Strip cut_strip(const Image& grey, const Baseline& line);

}  // namespace vanthu
