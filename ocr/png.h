// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures for people to look at. Pure; safe from any thread.
#pragma once
#include <string>

#include "pipeline/image.h"

namespace vanthu {

// The bytes of a PNG file, grey or colour as the image is. Throws Error{internal} for an empty
// image.
std::string png_of(const Image& image);

}  // namespace vanthu
