// SPDX-License-Identifier: GPL-3.0-or-later
// Round seals (con dấu) by their rings. Pure; safe from any thread.
#pragma once
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

struct Seal {
  int x = 0, y = 0, radius = 0;  // pixels: centre, and the outside of the ring
  double confidence = 0;         // 0..1: share of the ring that is there
};

inline constexpr double kSureSeal = 0.45;  // below this it is as likely a curl of a signature

// `ink` of 1 channel, 0 where ink of the seal's colour is, 255 elsewhere. Rings of 28 to 44 mm
// across, the surest first; none on a page of text or noise.
std::vector<Seal> find_seals(const Image& ink, double dpi);

}  // namespace vanthu
