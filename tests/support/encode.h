// SPDX-License-Identifier: GPL-3.0-or-later
// Images written as the files scanners write, in memory. Fails by std::runtime_error.
#pragma once
#include <string>
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

struct JpegOptions {
  int dpi = 0;          // 0: no JFIF density
  int orientation = 0;  // 1..8: an EXIF block
  bool progressive = false;
  bool cmyk = false;  // 3 channels stored as inverted Adobe CMYK without black
};
std::string jpeg_of(const Image& image, const JpegOptions& options = {});

struct PngOptions {
  int dpi = 0;
  int bits = 8;          // 1 (grey alone), 8 or 16
  int alpha = -1;        // 0..255 over the whole picture; -1: none
  bool palette = false;  // 3 channels of few colours
  bool interlaced = false;
};
std::string png_of(const Image& image, const PngOptions& options = {});

enum class TiffPacking { none, g3, g4, lzw, jpeg };
struct TiffPage {
  Image image;
  TiffPacking packing = TiffPacking::none;
  int bits = 8;  // 1 for g3 and g4
  int orientation = 1;
  double dpi = 0;
  bool centimetres = false;
  bool min_is_white = false;
  bool palette = false;  // 1 channel through a colour table: v, 255 - v, v
  bool tiled = false;
  bool separate = false;   // red, green and blue as planes
  bool thumbnail = false;  // marked as a reduced image
};
std::string tiff_of(const std::vector<TiffPage>& pages);

}  // namespace vanthu
