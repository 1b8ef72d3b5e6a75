// SPDX-License-Identifier: GPL-3.0-or-later
// File -> pages: PDF, multi-page TIFF, JPEG, PNG. Pages come one at a time, so that a file of a
// thousand pages needs the memory of one. Hostile input meets limits here and an Error that says
// what to do.
#pragma once
#include <functional>
#include <string>

#include "pipeline/page.h"

namespace vanthu {

struct IntakeOptions {
  int max_pages = 3000;                // a file with more is refused whole
  long long max_bytes = 1LL << 30;     // of the file
  long long max_pixels = 200'000'000;  // of one page: A0 at 300 dpi is 139 million
  double dpi_without_image = 300;      // PDF pages that are not one scanned image are drawn at this
};

// Calls `take` with each page in file order and the count of pages; returns that count.
// PDF: a page that is one scanned image (or strips of one) comes at exactly that image's pixels,
// /Rotate obeyed, overlays drawn in; a hidden text layer is never trusted. A page
// without a scan that is set in type, none of it hidden, brings its words (Page::visible_text). A
// scan alone on a larger page is the raster by itself; with something visible beside it, the whole
// page comes at the scan's resolution if it covers four fifths of it, else the page counts as no
// scan. JPEG: EXIF orientation obeyed. TIFF: every directory that is a page. Grey and one-bit
// sources come as 1 channel. Warnings: "bilevel", "low_dpi" (under 150), "no_image" (drawn at
// dpi_without_image), "damaged" (a part could not be decoded). Throws Error{bad_input} (empty,
// truncated, encrypted, not a scan) or Error{too_big}, naming the file and the page. The format is
// told by content, not by the name. Safe from any thread.
int load_pages(const Scan& scan, const IntakeOptions& options,
               const std::function<void(Page&&, int pages)>& take);

// One page only, from 1. Throws Error{not_found} when there is no such page.
Page load_page(const Scan& scan, int number, const IntakeOptions& options = {});

// The canonical extension for these bytes: "pdf", "tif", "jpg", "png"; "" when it is none of them.
std::string format_of(const std::string& bytes);

}  // namespace vanthu
