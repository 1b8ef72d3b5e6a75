// SPDX-License-Identifier: GPL-3.0-or-later
// Black and white as CCITT Group 4 (ITU-T T.6). Pure; safe from any thread.
#pragma once
#include <string>

#include "pipeline/image.h"

namespace vanthu {

// One strip, most significant bit first, 0 being white; of an image of 1 channel whose pixels are 0
// or 255. Throws Error{internal}.
std::string fax_of(const Image& image);

}  // namespace vanthu
