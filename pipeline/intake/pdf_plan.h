// SPDX-License-Identifier: GPL-3.0-or-later
// How a PDF page becomes a raster: at the pixels of its one scanned image, or at a set resolution.
// Pure arithmetic over what the page holds; safe from any thread. Private to intake/.
#pragma once
#include <optional>
#include <vector>

#include "pipeline/intake/pdf_page.h"

namespace vanthu {

// The scanned image of a page: one image, or strips and tiles of one at one resolution.
struct PdfScanLayer {
  std::vector<std::size_t> parts;  // indices of PdfPageFacts::images
  PdfRect rect;                    // on the page, points
  int turned = 0;                  // degrees clockwise the content stream turned it: 0 90 180 270
  double across = 0, down = 0;     // pixels along the page's x and y
};

// What to draw and how. `view` is drawn with the layer upright at width x height pixels, then the
// raster is turned clockwise by `turn_after`.
struct PdfPlan {
  PdfRect view;
  int turn_before = 0;  // /Rotate while drawing
  int turn_after = 0;
  double width = 0, height = 0;  // whole numbers; not yet checked against any limit
  double dpi = 0;
  bool from_scan = false;
};

// The layer that covers most of the page, the finest of equals; none when it covers too little.
std::optional<PdfScanLayer> find_scan(const PdfPageFacts& page);

// Whether ink outside the layer would be lost if the raster were the layer alone.
bool leaves_page_open(const PdfPageFacts& page, const PdfScanLayer& layer);

// Whether the page's own text may say what it shows: it is set in type, nothing of it is hidden,
// and no image takes half of the page, under or over which text would be a layer of someone's OCR.
bool is_set_in_type(const PdfPageFacts& page);

// `ink_outside`: something visible lies beside the layer. The raster is then the whole page at the
// layer's resolution (a nearly full page), or the page at `dpi_without_image` (a picture in a
// text).
PdfPlan plan_page(const PdfPageFacts& page, const std::optional<PdfScanLayer>& layer,
                  bool ink_outside, double dpi_without_image);

}  // namespace vanthu
