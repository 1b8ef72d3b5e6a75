// SPDX-License-Identifier: GPL-3.0-or-later
// Turns and mirrors by whole quarter turns; no pixel changes its value. Pure, safe from any thread.
// Private to intake/.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

// The image as the EXIF / TIFF orientation tag (1..8) wants it shown; other values leave it alone.
Image upright(Image image, int orientation);

// Turned clockwise by 0, 90, 180 or 270 degrees.
Image turned(Image image, int degrees);

}  // namespace vanthu
