// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the first page of a PDF by poppler. Safe from any thread. Private to intake/.
#pragma once
#include <string>

#include "pipeline/image.h"

namespace vanthu {

struct PdfDrawing {
  Image image;              // 1 or 3 channels as asked
  bool complained = false;  // poppler met image data that it could not decode
};

struct PdfDrawOptions {
  int width = 0, height = 0;  // pixels of the raster
  double across = 72;         // dots per inch along its width
  double down = 72;           // and along its height
  bool grey = false;          // 1 channel
};

// Once a process, before poppler is first asked for anything: its complaints are counted, not
// printed.
void keep_poppler_quiet();

// An empty image when poppler cannot open or draw the page.
PdfDrawing draw_pdf(const std::string& pdf, const PdfDrawOptions& options);

}  // namespace vanthu
