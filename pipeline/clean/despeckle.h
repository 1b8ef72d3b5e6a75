// SPDX-License-Identifier: GPL-3.0-or-later
// Dirt smaller than any dot of print goes; dots near letters stay, since Vietnamese hangs its
// meaning on them. Pure; safe from any thread.
#pragma once
#include "pipeline/image.h"

namespace vanthu {

Image without_specks(const Image& grey, double dpi);

}  // namespace vanthu
