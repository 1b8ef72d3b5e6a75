// SPDX-License-Identifier: GPL-3.0-or-later
// What of a PDF page becomes its raster: the one decision that reading the page and keeping its
// images share, so that both speak of the same rectangle. Private to intake/.
#pragma once
#include <optional>

#include "pipeline/intake/pdf_file.h"
#include "pipeline/intake/pdf_plan.h"

namespace vanthu {

struct PdfView {
  std::optional<PdfScanLayer> layer;
  PdfPlan plan;
};

// Draws the page small where something may lie beside the scan.
PdfView view_of(PdfPage& page, double dpi_without_image);

}  // namespace vanthu
