// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/derive/thumbnail.h"

#include <algorithm>
#include <cmath>

namespace vanthu {
namespace {

// Where a pixel of the upright thumbnail lies in the one that is turned like the page.
std::pair<int, int> source_of(int x, int y, const Image& flat, int turn) {
  switch (turn) {
    case 90:
      return {y, flat.height - 1 - x};
    case 180:
      return {flat.width - 1 - x, flat.height - 1 - y};
    case 270:
      return {flat.width - 1 - y, x};
    default:
      return {x, y};
  }
}

std::uint8_t mean(const Image& page, const Box& box, int channel) {
  long sum = 0;
  for (int y = box.y; y < box.bottom(); ++y)
    for (int x = box.x; x < box.right(); ++x) sum += page.row(y)[x * page.channels + channel];
  return static_cast<std::uint8_t>(sum / std::max(1, box.w * box.h));
}

Image shrunk(const Image& page, int longest) {
  const double scale =
      std::max(1.0, static_cast<double>(std::max(page.width, page.height)) / longest);
  Image out =
      make_image(std::max(1, static_cast<int>(std::lround(page.width / scale))),
                 std::max(1, static_cast<int>(std::lround(page.height / scale))), page.channels);
  const auto cut = [](int i, int parts, int whole) {
    return static_cast<int>(static_cast<long long>(i) * whole / parts);
  };
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x) {
      const int x0 = cut(x, out.width, page.width), y0 = cut(y, out.height, page.height);
      const Box box{x0, y0, std::max(1, cut(x + 1, out.width, page.width) - x0),
                    std::max(1, cut(y + 1, out.height, page.height) - y0)};
      for (int c = 0; c < page.channels; ++c)
        out.row(y)[x * page.channels + c] = mean(page, box, c);
    }
  return out;
}

}  // namespace

Image thumbnail(const Image& page, int longest, int turn) {
  if (page.empty()) return {};
  const Image flat = shrunk(page, longest);
  if (turn == 0) return flat;
  const bool sideways = turn % 180 != 0;
  Image out = make_image(sideways ? flat.height : flat.width, sideways ? flat.width : flat.height,
                         flat.channels);
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x) {
      const auto [u, v] = source_of(x, y, flat, turn);
      std::copy_n(flat.row(v) + u * flat.channels, flat.channels, out.row(y) + x * out.channels);
    }
  return out;
}

}  // namespace vanthu
