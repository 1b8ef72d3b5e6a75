// SPDX-License-Identifier: GPL-3.0-or-later
// One page from its raster to its words: read smaller where it is of an impossible size, not at all
// where it is noise, by its own text where that can be believed; and warned of, where it may say
// less than the paper does. A part of the recipe (pipeline/read.h).
#pragma once
#include "pipeline/read.h"

namespace vanthu {

struct PageRead {
  OcrPage page;  // of the page as it was read; to_raster leads to the raster as it came
  bool visible_text = false;
  int width = 0, height = 0;  // of the raster as it came
  double dpi = 0;             // the same
};

// Throws what `stages.recognise` throws.
PageRead read_page(Page&& page, const Stages& stages);

}  // namespace vanthu
