// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/png.h"

#include <png.h>

#include "pipeline/error.h"

namespace vanthu {

std::string png_of(const Image& image) {
  if (image.empty()) throw Error(Code::internal, "there is nothing to draw in an empty picture");
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  png.width = static_cast<png_uint_32>(image.width);
  png.height = static_cast<png_uint_32>(image.height);
  png.format = image.channels == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
  std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(png), '\0');  // the upper bound: written once
  png_alloc_size_t size = bytes.size();
  if (!png_image_write_to_memory(&png, bytes.data(), &size, 0, image.pixels.data(), 0, nullptr))
    throw Error(Code::internal, std::string("the picture could not be written: ") + png.message);
  bytes.resize(size);
  return bytes;
}

}  // namespace vanthu
