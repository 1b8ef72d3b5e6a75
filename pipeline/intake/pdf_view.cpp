// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/intake/pdf_view.h"

#include <algorithm>
#include <cmath>

#include "pipeline/intake/pdf_draw.h"

namespace vanthu {
namespace {

constexpr double kLookDpi = 36;       // enough to see a letter as grey, 300 by 400 pixels a page
constexpr std::uint8_t kPaper = 250;  // lighter is no ink
constexpr double kLookPixels = 4e6;

// Looks at the page at a low resolution for anything drawn beside the layer.
bool ink_beside(PdfPage& page, const PdfRect& layer) {
  const PdfRect box = page.facts().box;
  const double scale = std::min(kLookDpi / 72, std::sqrt(kLookPixels / box.area()));
  const int width = static_cast<int>(std::ceil(box.width() * scale));
  const int height = static_cast<int>(std::ceil(box.height() * scale));
  const Image small =
      draw_pdf(page.alone(box, 0, {}), {width, height, scale * 72, scale * 72, true}).image;
  const auto inside = [&](int x, int y) {  // with a pixel of margin, for the layer's own soft edge
    return x + 2 > (layer.x0 - box.x0) * scale && x - 1 < (layer.x1 - box.x0) * scale &&
           y + 2 > (box.y1 - layer.y1) * scale && y - 1 < (box.y1 - layer.y0) * scale;
  };
  for (int y = 0; y < small.height; ++y)
    for (int x = 0; x < small.width; ++x)
      if (small.row(y)[x] < kPaper && !inside(x, y)) return true;
  return false;
}

}  // namespace

PdfView view_of(PdfPage& page, double dpi_without_image) {
  const PdfPageFacts& facts = page.facts();
  PdfView out;
  out.layer = find_scan(facts);
  const bool beside =
      out.layer && leaves_page_open(facts, *out.layer) && ink_beside(page, out.layer->rect);
  out.plan = plan_page(facts, out.layer, beside, dpi_without_image);
  return out;
}

}  // namespace vanthu
