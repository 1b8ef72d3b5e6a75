// SPDX-License-Identifier: GPL-3.0-or-later
// JPEG samples as stored, strictly: data that ends early is an error, never grey. For JPEG files
// and for the JPEG streams of a PDF. Safe from any thread. Private to intake/.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "pipeline/intake/place.h"

namespace vanthu {

struct JpegSamples {
  int width = 0, height = 0;
  int components = 0;   // 1 grey, 3 red green blue, 4 as in the file: cyan magenta yellow black
  bool adobe = false;   // an Adobe marker: its four components are stored inverted
  double dpi = 0;       // 0 where silent
  int orientation = 1;  // EXIF
  std::vector<std::uint8_t> samples;  // width * height * components
};

// Throws Error{bad_input} for damaged data, Error{too_big} before anything large is allocated.
JpegSamples decode_jpeg(std::string_view bytes, const Place& place);

}  // namespace vanthu
