// SPDX-License-Identifier: GPL-3.0-or-later
// A page as scanned, before anything is done to it, and the scan it comes from.
#pragma once
#include <string>
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

// One scan file, whole in memory. `name` is for messages, the extension and the reading's `file`;
// it may hold any bytes. Nothing is ever read from disk by that name.
struct Scan {
  std::string name;
  std::string bytes;
};

// A word that a PDF page without a scan says it shows: what the maps of its fonts make of it,
// nothing folded. Not to be believed before pipeline/visible_text.h has held it against the
// picture.
struct VisibleWord {
  std::string text;  // UTF-8
  Box box;           // raster pixels
  int font = 0;      // from 0, another for each typeface of the page
  bool operator==(const VisibleWord&) const = default;
};

// The page raster after /Rotate or EXIF; colour kept, since seals and pens are told by it.
struct Page {
  int number = 1;                     // from 1, in file order
  Image image;                        // 1 or 3 channels
  double dpi = 0;                     // as the file says; 0 when it does not
  std::vector<std::string> warnings;  // "low_dpi", "bilevel" …: stable words, see docs/reading.md
  std::vector<VisibleWord> visible_text = {};  // in no order that counts; empty for every scan
};

}  // namespace vanthu
