// SPDX-License-Identifier: GPL-3.0-or-later
// The colours a PDF/A means by "RGB": sRGB, as a small ICC profile of version 2. Pure.
#pragma once
#include <string>

namespace vanthu {

std::string srgb_profile();  // always the same bytes

}  // namespace vanthu
