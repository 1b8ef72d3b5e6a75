// SPDX-License-Identifier: GPL-3.0-or-later
// The three facts of an EXIF block that concern a page. Reads hostile bytes; never throws. Private
// to intake/.
#pragma once
#include <string_view>

namespace vanthu {

struct Exif {
  int orientation = 1;  // 1..8 as the TIFF tag; 1 where silent or absurd
  double dpi = 0;       // 0 where silent
};

// `block` is the payload of a JPEG APP1 segment, "Exif\0\0" first. Anything else gives the
// defaults.
Exif parse_exif(std::string_view block);

}  // namespace vanthu
