// SPDX-License-Identifier: GPL-3.0-or-later
// Paper made evenly white: shadows, yellowing and faint show-through go, ink keeps its strength.
// Pure; safe from any thread.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

// `grey` of 1 channel. A page that is already two-valued comes back as it is.
Image on_white(const Image& grey, double dpi);

}  // namespace vanthu
