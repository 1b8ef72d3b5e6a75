// SPDX-License-Identifier: GPL-3.0-or-later
// What paper and scanner do to a clean drawing: worn toner, show-through, folds, black borders,
// scanner lines, blur, noise, dust, and the step to grey or 1 bit. Pure; the same seed, the same
// pixels.
#pragma once
#include "samples/draw/draw.h"

namespace vanthu::draw {

// `sheet` and `reverse` have 3 channels and one size; `reverse` may be empty. The depth asked for
// comes back, turned by options.rotate. `page` varies the damage from page to page.
Image damaged(Image sheet, const Image& reverse, const DrawOptions& options, unsigned page);

}  // namespace vanthu::draw
