// SPDX-License-Identifier: GPL-3.0-or-later
// Rasters as the streams of a PDF may hold them, and as JPEG. Pure; safe from any thread.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "pipeline/image.h"

namespace vanthu {

// An image as PDF wants it: the values are PDF syntax.
struct PackedImage {
  int width = 0, height = 0, bits = 8;
  std::string space;   // "/DeviceGray", "/DeviceRGB", "[/Indexed /DeviceRGB 3 <…>]"
  std::string filter;  // "/FlateDecode" "/CCITTFaxDecode" "/DCTDecode"
  std::string parms;   // a dictionary; empty: none
  std::string bytes;
};

// Without loss, as small as it is easily done: black and white as G4, few colours as a palette,
// everything else as Flate over PNG filters. Throws Error{internal} for an empty image.
PackedImage pack(const Image& image);
PackedImage pack_jpeg(const Image& image, int quality);  // 1 to 100

// Flate over the best PNG filter of each row: `row` bytes a row, `step` bytes from a sample to the
// like one before it. For /Predictor 15.
std::string deflate_rows(std::string_view bytes, std::size_t row, std::size_t step);

std::string jpeg_of(const Image& image, int quality);  // a whole JPEG file

}  // namespace vanthu
