// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/png.h"

#include <png.h>

#include <algorithm>

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

Image turned(const Image& image, int degrees) {
  if (degrees % 360 == 0) return image;
  const bool across = degrees % 180 != 0;
  Image out = make_image(across ? image.height : image.width, across ? image.width : image.height,
                         image.channels);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const int to_x = degrees == 90    ? image.height - 1 - y
                       : degrees == 180 ? image.width - 1 - x
                                        : y;
      const int to_y = degrees == 90    ? x
                       : degrees == 180 ? image.height - 1 - y
                                        : image.width - 1 - x;
      std::copy_n(image.row(y) + x * image.channels, image.channels,
                  out.row(to_y) + to_x * image.channels);
    }
  }
  return out;
}

}  // namespace vanthu
