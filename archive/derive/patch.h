// SPDX-License-Identifier: GPL-3.0-or-later
// What a page shows beyond its scan: found by holding the page as it is seen against its scan
// alone, so that stamps, signature blocks and whatever else lies over it are kept however they were
// drawn. Pure; safe from any thread.
#pragma once
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

struct Patch {
  Box box;      // where it lies, pixels of the page
  Image image;  // the page there; white where the scan shows the same
  Image mask;   // 1 channel: 0 where the image is to be painted, else 255
};

struct Difference {
  bool alike = false;  // of one size, and most of the page is the same: the patches make up for it
  std::vector<Patch> patches;
};

// `seen` and `scan` may differ in channels. Noise of unpacking is no difference.
Difference difference(const Image& seen, const Image& scan);

}  // namespace vanthu
