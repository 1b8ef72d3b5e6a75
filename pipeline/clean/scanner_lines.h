// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that dirt on a scanner's glass draws down the whole page. Pure; safe from any thread.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

// Paints with paper white, in a level grey page, vertical lines thinner than 3 mm that run over
// nearly the whole height. Table rules are shorter and stay; letters that cross a line keep their
// own ink.
Image without_scanner_lines(const Image& grey, double dpi);

}  // namespace vanthu
