// SPDX-License-Identifier: GPL-3.0-or-later
// libjpeg writes the image; the Exif block with its one entry is made by hand.
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

#include "pipeline/error.h"
#include "samples/draw/encode.h"

namespace vanthu::draw {
namespace {

[[noreturn]] void refuse(j_common_ptr) { throw Error(Code::internal, "libjpeg refused the page"); }

// "Exif", then a little TIFF: one directory, one entry, 0x0112 Orientation.
std::string exif_block(int orientation) {
  std::string block("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 24);
  block += static_cast<char>(orientation);
  block.append(7, '\0');
  return block;
}

struct Encoder {
  jpeg_error_mgr errors{};
  jpeg_compress_struct info{};
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  Encoder() {
    info.err = jpeg_std_error(&errors);
    errors.error_exit = refuse;
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &bytes, &size);
  }
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;
  ~Encoder() {
    jpeg_destroy_compress(&info);
    std::free(bytes);
  }
};

}  // namespace

std::string encode_jpeg(const Image& image, double dpi, int quality, int orientation) {
  Encoder encoder;
  jpeg_compress_struct& info = encoder.info;
  info.image_width = static_cast<JDIMENSION>(image.width);
  info.image_height = static_cast<JDIMENSION>(image.height);
  info.input_components = image.channels;
  info.in_color_space = image.channels == 3 ? JCS_RGB : JCS_GRAYSCALE;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, quality, TRUE);
  info.optimize_coding = TRUE;
  info.density_unit = 1;
  info.X_density = info.Y_density = static_cast<UINT16>(dpi);
  jpeg_start_compress(&info, TRUE);
  if (orientation != 1) {
    const std::string block = exif_block(orientation);
    jpeg_write_marker(&info, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(block.data()),
                      static_cast<unsigned>(block.size()));
  }
  while (info.next_scanline < info.image_height) {
    auto* row = const_cast<JSAMPROW>(image.row(static_cast<int>(info.next_scanline)));
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  return {reinterpret_cast<const char*>(encoder.bytes), encoder.size};
}

}  // namespace vanthu::draw
