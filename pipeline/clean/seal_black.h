// SPDX-License-Identifier: GPL-3.0-or-later
// Seals that lost their colour: on a scan of one bit, or a copy, ring, emblem and lettering of the
// seal are as black as the print, and lie over title and name of the signer. Pure; safe from any
// thread.
#pragma once
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

struct WithoutSeals {
  Image print;
  std::vector<Box>
      rows;  // printed rows that run on right of a seal's lower half: the signer's name
};

// `grey` of 1 channel, level. Each seal that is proved by its ring is wiped out but for the bands
// in which printed rows run on beside it; from those only the rings go. Without a proved seal the
// image comes back as it was.
WithoutSeals without_black_seals(const Image& grey, double dpi);

}  // namespace vanthu
