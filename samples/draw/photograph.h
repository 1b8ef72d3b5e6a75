// SPDX-License-Identifier: GPL-3.0-or-later
// A page as a telephone sees it: on a desk, from aside, half in the shadow of who holds it. Pure;
// the same seed, the same pixels.
#pragma once
#include "pipeline/image.h"

namespace vanthu::draw {

struct Photo {
  unsigned seed = 1;
  double back = 0;    // degrees the camera leans away from straight above, towards the foot,
  double aside = 0;   // and towards the right
  double turn = 0;    // degrees clockwise the page is turned on the desk
  double shadow = 0;  // 0..1 of the light gone in the darkest corner
  double desk = 90;   // grey level of the desk
};

// `page` of 1 or 3 channels; the picture has as many, and a fifth more pixels each way.
Image photographed(const Image& page, const Photo& photo);

}  // namespace vanthu::draw
