// SPDX-License-Identifier: GPL-3.0-or-later
// Luminance by the weights of ITU-R BT.601; the Gaussian by its three middle weights, rows then
// columns.
#include "samples/draw/raster.h"

#include <cmath>

namespace vanthu::draw {
namespace {

int luminance(const std::uint8_t* rgb) { return (rgb[0] * 77 + rgb[1] * 151 + rgb[2] * 28) >> 8; }

}  // namespace

Image to_grey(const Image& image) {
  Image grey = make_image(image.width, image.height);
  for (std::size_t i = 0; i < grey.pixels.size(); ++i)
    grey.pixels[i] = static_cast<std::uint8_t>(luminance(&image.pixels[i * 3]));
  return grey;
}

Image transposed(const Image& image) {
  Image out = make_image(image.height, image.width, image.channels);
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; ++x)
      std::copy_n(image.row(y) + x * image.channels, image.channels,
                  out.row(x) + y * image.channels);
  return out;
}

void box_blur_rows(Image& image, int radius) {
  std::vector<std::uint8_t> copy(image.stride());
  for (int y = 0; y < image.height; ++y) {
    std::copy_n(image.row(y), image.stride(), copy.begin());
    for (int c = 0; c < image.channels; ++c) {
      const auto at = [&](int x) {
        return static_cast<int>(copy[static_cast<std::size_t>(std::clamp(x, 0, image.width - 1)) *
                                         static_cast<std::size_t>(image.channels) +
                                     static_cast<std::size_t>(c)]);
      };
      int sum = 0;
      for (int x = -radius; x <= radius; ++x) sum += at(x);
      for (int x = 0; x < image.width; ++x) {
        image.row(y)[x * image.channels + c] = static_cast<std::uint8_t>(sum / (2 * radius + 1));
        sum += at(x + radius + 1) - at(x - radius);
      }
    }
  }
}

void blur(Image& image, double sigma) {
  if (sigma <= 0.05) return;
  const double side = std::exp(-0.5 / (sigma * sigma));
  const double a = side / (1 + 2 * side), b = 1 - 2 * a;
  for (int pass = 0; pass < 2; ++pass) {
    for (int y = 0; y < image.height; ++y)
      for (int c = 0; c < image.channels; ++c) {
        std::uint8_t* row = image.row(y) + c;
        double before = row[0];
        for (int x = 0; x < image.width; ++x) {
          const double here = row[x * image.channels];
          const double after = row[std::min(x + 1, image.width - 1) * image.channels];
          row[x * image.channels] = clamp8(a * before + b * here + a * after + 0.5);
          before = here;
        }
      }
    image = transposed(image);
  }
}

Image turned(const Image& image, int degrees) {
  if (degrees == 0) return image;
  if (degrees == 180) {
    Image out = image;
    for (int y = 0; y < image.height; ++y)
      for (int x = 0; x < image.width; ++x)
        std::copy_n(image.row(y) + x * image.channels, image.channels,
                    out.row(image.height - 1 - y) + (image.width - 1 - x) * image.channels);
    return out;
  }
  Image out = make_image(image.height, image.width, image.channels);
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; ++x) {
      const int to_x = degrees == 90 ? image.height - 1 - y : y;
      const int to_y = degrees == 90 ? x : image.width - 1 - x;
      std::copy_n(image.row(y) + x * image.channels, image.channels,
                  out.row(to_y) + to_x * image.channels);
    }
  return out;
}

}  // namespace vanthu::draw
