// SPDX-License-Identifier: GPL-3.0-or-later
// The page is looked at in cells; cells with a difference that touch make one patch.
#include "archive/derive/patch.h"

#include <cstdlib>
#include <numeric>

namespace vanthu {
namespace {

constexpr int kDiffers = 40;  // grey levels of 255: two decoders of one JPEG differ by 2 or 3
constexpr int kCell = 32;     // pixels
constexpr int kSoft = 2;      // pixels around a difference, for its soft edge
constexpr double kMostPatched = 0.35;  // of the cells: more, and the scan is not what is seen

int level(const Image& image, int x, int y, int channel) {
  return image.row(y)[x * image.channels + (image.channels == 3 ? channel : 0)];
}

bool differs(const Image& a, const Image& b, int x, int y) {
  const int channels = std::max(a.channels, b.channels);
  for (int c = 0; c < channels; ++c)
    if (std::abs(level(a, x, y, c) - level(b, x, y, c)) > kDiffers) return true;
  return false;
}

struct Cells {
  int across = 0, down = 0;
  std::vector<char> marked;
  bool at(int cx, int cy) const {
    return cx >= 0 && cy >= 0 && cx < across && cy < down &&
           marked[static_cast<std::size_t>(cy * across + cx)];
  }
};

Image difference_mask(const Image& seen, const Image& scan) {
  Image mask = make_image(seen.width, seen.height);
  for (int y = 0; y < seen.height; ++y)
    for (int x = 0; x < seen.width; ++x) {
      if (!differs(seen, scan, x, y)) continue;
      const Box soft = intersect({x - kSoft, y - kSoft, 2 * kSoft + 1, 2 * kSoft + 1},
                                 {0, 0, seen.width, seen.height});
      for (int v = soft.y; v < soft.bottom(); ++v)
        std::fill(mask.row(v) + soft.x, mask.row(v) + soft.right(), std::uint8_t{0});
    }
  return mask;
}

Cells cells_of(const Image& mask) {
  Cells out{(mask.width + kCell - 1) / kCell, (mask.height + kCell - 1) / kCell, {}};
  out.marked.assign(static_cast<std::size_t>(out.across * out.down), 0);
  for (int y = 0; y < mask.height; ++y)
    for (int x = 0; x < mask.width; ++x)
      if (mask.row(y)[x] == 0)
        out.marked[static_cast<std::size_t>(y / kCell * out.across + x / kCell)] = 1;
  return out;
}

// The box around the cells that touch this one, which are unmarked.
Box take_cluster(Cells& cells, int cx, int cy) {
  std::vector<std::pair<int, int>> open{{cx, cy}};
  cells.marked[static_cast<std::size_t>(cy * cells.across + cx)] = 0;
  Box box;
  while (!open.empty()) {
    const auto [x, y] = open.back();
    open.pop_back();
    box = unite(box, {x * kCell, y * kCell, kCell, kCell});
    for (int v = y - 1; v <= y + 1; ++v)
      for (int u = x - 1; u <= x + 1; ++u)
        if (cells.at(u, v)) {
          cells.marked[static_cast<std::size_t>(v * cells.across + u)] = 0;
          open.emplace_back(u, v);
        }
  }
  return box;
}

Patch patch_at(const Image& seen, const Image& mask, const Box& box) {
  Patch out{intersect(box, {0, 0, seen.width, seen.height}), crop(seen, box), crop(mask, box)};
  for (std::size_t i = 0; i < out.mask.pixels.size(); ++i)
    if (out.mask.pixels[i] != 0)
      std::fill_n(out.image.pixels.begin() + static_cast<std::ptrdiff_t>(i) * seen.channels,
                  seen.channels, std::uint8_t{255});
  return out;
}

}  // namespace

Difference difference(const Image& seen, const Image& scan) {
  if (seen.empty() || seen.width != scan.width || seen.height != scan.height) return {};
  const Image mask = difference_mask(seen, scan);
  Cells cells = cells_of(mask);
  const auto marked = std::accumulate(cells.marked.begin(), cells.marked.end(), std::size_t{0});
  if (static_cast<double>(marked) > kMostPatched * static_cast<double>(cells.marked.size()))
    return {};
  Difference out{true, {}};
  for (int cy = 0; cy < cells.down; ++cy)
    for (int cx = 0; cx < cells.across; ++cx)
      if (cells.at(cx, cy))
        out.patches.push_back(patch_at(seen, mask, take_cluster(cells, cx, cy)));
  return out;
}

}  // namespace vanthu
