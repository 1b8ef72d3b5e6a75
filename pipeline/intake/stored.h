// SPDX-License-Identifier: GPL-3.0-or-later
// The images of a page as they lie in the file, for keeping them without unpacking: each page comes
// as a small PDF that holds the very same compressed streams. Safe from any thread.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "pipeline/intake/intake.h"

namespace vanthu {

// One page. `at` carries the unit square of /I0, /I1 … in the resources of the only page of `pdf`
// to the page that the raster of load_pages() shows: (0, 0) its lower left, (1, 1) its upper right.
struct StoredPage {
  double width = 0, height = 0;  // of that page in points; 0: the file does not say
  std::vector<Affine> at;        // in drawing order; empty: the page is no stored image
  std::string pdf;
};

// Calls `take` with each page, in the order of load_pages(). PDF: the images that the page's
// content draws. JPEG: the file itself, turned as its EXIF says. Other formats pack rows in ways
// that PDF cannot take over: they give none. Throws as load_pages().
void load_stored(const Scan& scan, const IntakeOptions& options,
                 const std::function<void(StoredPage&&)>& take);

}  // namespace vanthu
