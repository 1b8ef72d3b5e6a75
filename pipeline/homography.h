// SPDX-License-Identifier: GPL-3.0-or-later
// How a flat sheet lies in the picture a camera took of it; with wx and wy 0 the turns and scales
// of a scanner. Pure; safe from any thread.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

// x' = (xx*x + xy*y + x0) / w, y' = (yx*x + yy*y + y0) / w, w = wx*x + wy*y + 1.
struct Homography {
  double xx = 1, xy = 0, x0 = 0, yx = 0, yy = 1, y0 = 0, wx = 0, wy = 0;
  bool operator==(const Homography&) const = default;
};

Homography homography(const Affine& map);
Homography then(const Homography& first, const Homography& second);  // second(first(p))
Homography inverse(const Homography& map);  // a singular map comes back as the identity
Box apply(const Homography& map, const Box& box);  // the upright box around the moved corners

}  // namespace vanthu
