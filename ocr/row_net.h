// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a page and the small convolutional nets of our own that read such rows (ocr/training),
// run by OpenCV: a net gives the chances of its classes column by column. One thread at a time.
#pragma once
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

// Where the capitals of a printed line stand, in pixels of its page.
struct PrintedRow {
  double cap = 0;   // height of capitals
  double foot = 0;  // y of their foot
};

// Of a colour page: red is where seals vanish, darkest where everything shows.
enum class Ink { red, darkest };

// `logits` of `frames` columns, each of the net's classes, the first for nothing.
struct RowColumns {
  int frames = 0;
  std::vector<float> logits;
  Box line;  // page pixels that the columns cover
};

// What a net was trained on, and the least it can read.
struct RowNetShape {
  double cap = 0, base = 0;  // rows of its picture: height of capitals, row of their foot
  double least_width = 0;    // heights of capitals
  int classes = 0;
};

// Move-only. Throws Error{internal} where the net cannot be loaded; `what` names it in the error.
class RowNet {
 public:
  static RowNet open(std::span<const unsigned char> onnx, const RowNetShape& shape,
                     const std::string& what);
  RowNet(RowNet&&) noexcept;
  RowNet& operator=(RowNet&&) noexcept;
  ~RowNet();

  // What stands between x and x + w on the row; `page` is upright, grey or colour. `slope`: how far
  // the row sinks a pixel to the right; row.foot is its middle's. A row outside the page, or too
  // small to be one, gives no columns.
  RowColumns look(const Image& page, Ink ink, const PrintedRow& row, int x, int w,
                  double slope = 0);

 private:
  struct Impl;
  explicit RowNet(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// The row's print between x and x + w as a picture of its own for an engine of print: grey, seals
// out, capitals kStripCap high, paper around. `unit` gets page pixels for one of its. Empty where
// the row lies outside the page.
inline constexpr int kStripCap = 32;
Image printed_strip(const Image& page, const PrintedRow& row, int x, int w, double& unit);

}  // namespace vanthu
