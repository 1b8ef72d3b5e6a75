// SPDX-License-Identifier: GPL-3.0-or-later
// Stamped frames: the box of an urgency mark (HỎA TỐC), tilted up to 40 degrees, and of an arrival
// stamp (ĐẾN). Each comes as a picture turned level, without its border. Pure; safe from any
// thread.
#pragma once
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

struct Frame {
  Box box;                // around it as it stands on the page
  double degrees = 0;     // clockwise lean
  double confidence = 0;  // 0..1: share of the border that is there
  Image inside;           // level, of the channels of the page, at its resolution
};

inline constexpr double kSureFrame = 0.75;  // below this it is two rules that happen to meet

// Frames 12 to 75 mm wide and 5 to 55 mm high that stand alone; cells of a table are no frames.
// `ink` has 1 channel, 0 where ink may be a frame's and 255 elsewhere; `page` of the same size is
// what the pictures are cut from. The surest first.
std::vector<Frame> find_frames(const Image& ink, const Image& page, double dpi);

}  // namespace vanthu
