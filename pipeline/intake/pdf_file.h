// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF seen through qpdf: its pages, what each holds, and one page alone as a small clean PDF, so
// that the drawing library meets no broken cross-reference, no page tree and no encryption. One
// object, one thread. Private to intake/.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "pipeline/intake/pdf_page.h"
#include "pipeline/intake/pdf_plan.h"
#include "pipeline/intake/place.h"

namespace vanthu {

class PdfPage {
 public:
  struct Impl;
  explicit PdfPage(std::unique_ptr<Impl> impl);
  PdfPage(PdfPage&&) noexcept;
  ~PdfPage();

  const PdfPageFacts& facts() const;
  // The pixels of image `i` where they are the page's without any doubt: a sound RGB or grey JPEG
  // that nothing clips, masks, blends or recolours. Upright as stored.
  std::optional<Image> plain_pixels(std::size_t i);
  // A PDF of this page alone, showing `view`, with /Rotate `rotate`. The images `exact` are drawn a
  // third of a pixel smaller on each side, so that rounding outward meets exactly their own pixels.
  // The scan's hidden text, links and notes are left out or drawn as nothing.
  std::string alone(const PdfRect& view, int rotate, const std::vector<std::size_t>& exact);
  // A PDF of one page that holds the images the page's own content draws, packed as they are, as
  // /I0, /I1 … of its resources. `drawn`: their indices into the facts, in that order.
  std::string images_alone(std::vector<std::size_t>& drawn);

 private:
  std::unique_ptr<Impl> impl_;
};

class PdfFile {
 public:
  // Throws Error: encrypted, damaged beyond recovery, no pages, too many. Keeps a reference to the
  // bytes.
  explicit PdfFile(const Place& file);
  ~PdfFile();
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;

  int pages() const;
  // From 1. Throws Error where the page's image is missing, broken or too big.
  PdfPage page(int number) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace vanthu
