// SPDX-License-Identifier: GPL-3.0-or-later
// What the scanner added and nobody wrote: black edges, punch holes, full-height scanner lines.
// Pure; safe from any thread.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

// Paints with paper white, in a level grey page: dark areas that grow in from the edge, round holes
// of 4 to 8 mm near an edge, and vertical lines thinner than 3 mm that run over nearly the whole
// height. Table rules are shorter and stay; letters that touch the edge or cross a line keep their
// own ink.
Image without_borders(const Image& grey, double dpi);

}  // namespace vanthu
