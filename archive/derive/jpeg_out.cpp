// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include <jpeglib.h>

#include <cstdlib>
#include <new>

#include "archive/derive/pack.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

[[noreturn]] void fail(j_common_ptr) {
  throw Error(Code::internal, "libjpeg could not pack an image");
}

// libjpeg's struct and the buffer it allots, freed by scope.
struct Compressor {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  unsigned char* buffer = nullptr;
  unsigned long size = 0;
  Compressor() {
    jpeg.err = jpeg_std_error(&errors);
    errors.error_exit = fail;
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &buffer, &size);
  }
  ~Compressor() {
    jpeg_destroy_compress(&jpeg);
    std::free(buffer);
  }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;
};

}  // namespace

std::string jpeg_of(const Image& image, int quality) {
  Compressor c;
  c.jpeg.image_width = static_cast<JDIMENSION>(image.width);
  c.jpeg.image_height = static_cast<JDIMENSION>(image.height);
  c.jpeg.input_components = image.channels;
  c.jpeg.in_color_space = image.channels == 3 ? JCS_RGB : JCS_GRAYSCALE;
  jpeg_set_defaults(&c.jpeg);
  c.jpeg.optimize_coding = TRUE;
  jpeg_set_quality(&c.jpeg, quality, TRUE);
  jpeg_start_compress(&c.jpeg, TRUE);
  while (c.jpeg.next_scanline < c.jpeg.image_height) {
    auto* row = const_cast<JSAMPROW>(image.row(static_cast<int>(c.jpeg.next_scanline)));
    jpeg_write_scanlines(&c.jpeg, &row, 1);
  }
  jpeg_finish_compress(&c.jpeg);
  return {reinterpret_cast<const char*>(c.buffer), c.size};
}

}  // namespace vanthu
