// SPDX-License-Identifier: GPL-3.0-or-later
// What the scanner added and nobody wrote: black edges, punch holes. Pure; safe from any thread.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

// Paints with paper white, in a level grey page: dark areas that grow in from the edge, and round
// holes of 4 to 8 mm near an edge. Letters that touch the edge keep their own ink.
Image without_borders(const Image& grey, double dpi);

}  // namespace vanthu
