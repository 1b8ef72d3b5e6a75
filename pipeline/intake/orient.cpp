// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/intake/orient.h"

#include <algorithm>
#include <cstring>

namespace vanthu {
namespace {

constexpr int kBlock = 32;  // a block of rows and columns stays in the first cache while transposed

template <int Channels>
void transpose_into(const Image& in, Image& out) {
  for (int top = 0; top < in.height; top += kBlock)
    for (int left = 0; left < in.width; left += kBlock)
      for (int y = top; y < std::min(in.height, top + kBlock); ++y)
        for (int x = left; x < std::min(in.width, left + kBlock); ++x)
          std::memcpy(out.row(x) + y * Channels, in.row(y) + x * Channels, Channels);
}

Image transposed(const Image& in) {
  Image out = make_image(in.height, in.width, in.channels);
  if (in.channels == 1)
    transpose_into<1>(in, out);
  else
    transpose_into<3>(in, out);
  return out;
}

void mirror_rows(Image& image) {  // left becomes right
  for (int y = 0; y < image.height; ++y) {
    std::uint8_t* row = image.row(y);
    for (int a = 0, b = image.width - 1; a < b; ++a, --b)
      std::swap_ranges(row + a * image.channels, row + (a + 1) * image.channels,
                       row + b * image.channels);
  }
}

void flip(Image& image) {  // top becomes bottom
  for (int a = 0, b = image.height - 1; a < b; ++a, --b)
    std::swap_ranges(image.row(a), image.row(a) + image.stride(), image.row(b));
}

}  // namespace

Image upright(Image image, int orientation) {
  if (orientation < 2 || orientation > 8) return image;
  if (orientation >= 5) image = transposed(image);
  if (orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7)
    mirror_rows(image);
  if (orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8) flip(image);
  return image;
}

Image turned(Image image, int degrees) {
  const int quarter = ((degrees / 90) % 4 + 4) % 4;
  constexpr int kOrientation[] = {1, 6, 3, 8};
  return upright(std::move(image), kOrientation[quarter]);
}

}  // namespace vanthu
