// SPDX-License-Identifier: GPL-3.0-or-later
// Show-through: the other side of thin paper, mirrored, fainter than the print of this side and
// softened by the paper between. It goes only where both are so: pen and stamps in grey are fainter
// but as sharp as print. Pure; safe from any thread.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

// `grey` of 1 channel on white paper (background.h). A page that is two-valued, or whose faint ink
// is little or as sharp as its dark ink, comes back as it is.
Image without_reverse(const Image& grey, double dpi);

}  // namespace vanthu
