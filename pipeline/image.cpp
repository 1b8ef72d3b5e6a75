// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/image.h"

#include <cmath>
#include <cstring>

namespace vanthu {

Image crop(const Image& image, Box box) {
  box = intersect(box, {0, 0, image.width, image.height});
  Image out = make_image(box.w, box.h, image.channels);
  for (int y = 0; y < box.h; ++y)
    std::memcpy(out.row(y), image.row(box.y + y) + static_cast<std::size_t>(box.x) * image.channels,
                out.stride());
  return out;
}

Affine then(const Affine& a, const Affine& b) {
  return {b.xx * a.xx + b.xy * a.yx, b.xx * a.xy + b.xy * a.yy, b.xx * a.x0 + b.xy * a.y0 + b.x0,
          b.yx * a.xx + b.yy * a.yx, b.yx * a.xy + b.yy * a.yy, b.yx * a.x0 + b.yy * a.y0 + b.y0};
}

Affine inverse(const Affine& m) {
  const double det = m.xx * m.yy - m.xy * m.yx;
  if (std::abs(det) < 1e-12) return {};
  Affine out{m.yy / det, -m.xy / det, 0, -m.yx / det, m.xx / det, 0};
  out.x0 = -(out.xx * m.x0 + out.xy * m.y0);
  out.y0 = -(out.yx * m.x0 + out.yy * m.y0);
  return out;
}

Box apply(const Affine& m, const Box& box) {
  double left = 1e18, top = 1e18, right = -1e18, bottom = -1e18;
  for (const int x : {box.x, box.right()})
    for (const int y : {box.y, box.bottom()}) {
      const double u = m.xx * x + m.xy * y + m.x0, v = m.yx * x + m.yy * y + m.y0;
      left = std::min(left, u), right = std::max(right, u);
      top = std::min(top, v), bottom = std::max(bottom, v);
    }
  const int x0 = static_cast<int>(std::lround(left)), y0 = static_cast<int>(std::lround(top));
  return {x0, y0, static_cast<int>(std::lround(right)) - x0,
          static_cast<int>(std::lround(bottom)) - y0};
}

}  // namespace vanthu
