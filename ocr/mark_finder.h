// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of secrecy and arrival stamps wherever they were pressed on a page: tilted, faint, over
// print, cut by its edge. A small fully convolutional net of our own (ocr/training/marks) looks at
// the whole page at once, run by OpenCV. One thread at a time.
#pragma once
#include <memory>

#include "ocr/mark_regions.h"
#include "pipeline/image.h"

namespace vanthu {

// Move-only. Throws Error{internal} where the net that the program carries cannot be loaded.
class MarkFinder {
 public:
  static MarkFinder open();
  MarkFinder(MarkFinder&&) noexcept;
  MarkFinder& operator=(MarkFinder&&) noexcept;
  ~MarkFinder();

  // `page` upright, grey or colour, at `dpi`. Marks and arrival stamps stand in its upper part and
  // are looked for there alone. A picture too small to be a page has none.
  PageMarks look(const Image& page, double dpi);

 private:
  struct Impl;
  explicit MarkFinder(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace vanthu
