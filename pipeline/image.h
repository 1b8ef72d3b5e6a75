// SPDX-License-Identifier: GPL-3.0-or-later
// Pixels and boxes: plain values, no library's types. Origin top left, rows without padding.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vanthu {

// Pixels [x, x+w) by [y, y+h). Empty when w or h is not positive.
struct Box {
  int x = 0, y = 0, w = 0, h = 0;
  int right() const { return x + w; }
  int bottom() const { return y + h; }
  int mid_x() const { return x + w / 2; }
  int mid_y() const { return y + h / 2; }
  bool empty() const { return w <= 0 || h <= 0; }
  bool operator==(const Box&) const = default;
};

inline Box intersect(const Box& a, const Box& b) {
  const int x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  return {x, y, std::max(0, std::min(a.right(), b.right()) - x),
          std::max(0, std::min(a.bottom(), b.bottom()) - y)};
}

// The smallest box around both; an empty box adds nothing.
inline Box unite(const Box& a, const Box& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const int x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

// channels 1: grey, 0 black to 255 white. channels 3: red, green, blue.
struct Image {
  int width = 0, height = 0, channels = 1;
  std::vector<std::uint8_t> pixels;  // width * height * channels bytes

  bool empty() const { return pixels.empty(); }
  std::size_t stride() const { return static_cast<std::size_t>(width) * channels; }
  std::uint8_t* row(int y) { return pixels.data() + stride() * y; }
  const std::uint8_t* row(int y) const { return pixels.data() + stride() * y; }
  bool operator==(const Image&) const = default;
};

inline Image make_image(int width, int height, int channels = 1, std::uint8_t fill = 255) {
  return {width, height, channels,
          std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height * channels, fill)};
}

// The part of `image` inside `box`; the box is cut at the borders first.
Image crop(const Image& image, Box box);

// x' = xx*x + xy*y + x0, y' = yx*x + yy*y + y0.
struct Affine {
  double xx = 1, xy = 0, x0 = 0, yx = 0, yy = 1, y0 = 0;
  bool operator==(const Affine&) const = default;
};
Affine then(const Affine& first, const Affine& second);  // second(first(p))
Affine inverse(const Affine& map);             // a singular map comes back as the identity
Box apply(const Affine& map, const Box& box);  // the upright box around the moved corners

}  // namespace vanthu
