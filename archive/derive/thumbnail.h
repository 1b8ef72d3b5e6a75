// SPDX-License-Identifier: GPL-3.0-or-later
// A page small enough for a list. Pure; safe from any thread.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

// At most `longest` pixels along its longer side, each the mean of the pixels it stands for; never
// larger than the page. `turn`: degrees clockwise, 0 90 180 270, so that the page stands upright.
Image thumbnail(const Image& page, int longest, int turn);

}  // namespace vanthu
