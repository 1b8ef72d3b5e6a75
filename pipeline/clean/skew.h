// SPDX-License-Identifier: GPL-3.0-or-later
// How far the lines of a page lean, and how sure we are. The finder reports doubt; the caller
// decides. Method: W. Postl, "Detection of linear oblique structures and skew scan in digitized
// documents", ICPR 1986: the angle at which the row profile is most uneven. Pure; safe from any
// thread.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

struct Skew {
  double degrees = 0;     // clockwise positive: turning the page back by this much levels it
  double confidence = 0;  // 0..1
};

// Below this, straightening harms more pages than it helps.
inline constexpr double kSureSkew = 0.5;

struct SkewOptions {
  double max_degrees = 5.0;    // searched either side of level; office scanners rarely exceed 3
  double step_degrees = 0.05;  // final resolution; finer reads no better
};

// `image` upright to within 90 degrees. Blank or noisy pages come back with low confidence.
Skew find_skew(const Image& image, const SkewOptions& options = {});

}  // namespace vanthu
