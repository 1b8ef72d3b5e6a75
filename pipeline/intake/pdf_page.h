// SPDX-License-Identifier: GPL-3.0-or-later
// What a PDF page holds, as plain values: boxes in points, images where its content stream puts
// them. Private to intake/.
#pragma once
#include <cstddef>
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

struct PdfRect {  // points, y upwards
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
  double area() const { return x1 > x0 && y1 > y0 ? width() * height() : 0; }
};

// An image on the page: `at` carries the unit square, its picture upright in it, to the page.
struct PdfImage {
  Affine at;
  long long width = 0, height = 0;  // pixels
  bool bilevel = false;             // one bit a pixel
  bool grey = false;                // no colour can come of it
};

struct PdfPageFacts {
  PdfRect box;                   // what is shown: CropBox within MediaBox
  int rotate = 0;                // 0 90 180 270 clockwise
  double unit = 1;               // UserUnit: points are this many 72nds of an inch
  std::vector<PdfImage> images;  // in drawing order
  bool ink = false;              // anything visible beside the images: text, lines, annotations
  std::size_t letters = 0;       // bytes of visible text
  std::size_t hidden = 0;        // bytes of text in a mode that is not seen
  bool damaged = false;          // part of the content could not be read
};

}  // namespace vanthu
