// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of pixels to the bytes of scan files, without dates or ids: the same pages, the same bytes.
// Throws Error{internal} when a library refuses. Safe from any thread.
#pragma once
#include <string>
#include <vector>

#include "pipeline/image.h"

namespace vanthu::draw {

// Baseline JPEG, grey or colour. `orientation` 2..8 writes an Exif header saying so; 1: none.
std::string encode_jpeg(const Image& image, double dpi, int quality, int orientation = 1);

// CCITT group 4, rows packed as PDF wants them. The image holds 0 and 255 only.
std::string encode_g4(const Image& image);

// Many pages: bilevel ones (0 and 255 only) as G4, others as LZW with the horizontal predictor.
std::string encode_tiff(const std::vector<Image>& pages, double dpi);

// One image a page and nothing else: G4 for bilevel pages, else JPEG of this quality.
std::string encode_pdf(const std::vector<Image>& pages, double dpi, int quality);

bool is_bilevel(const Image& image);

}  // namespace vanthu::draw
