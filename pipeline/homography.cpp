// SPDX-License-Identifier: GPL-3.0-or-later
// Points as (x, y, 1): a map is a matrix of three rows, and two matrices that differ by a factor
// are one map.
#include "pipeline/homography.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vanthu {
namespace {

using Matrix = std::array<double, 9>;

Matrix matrix_of(const Homography& m) {
  return {m.xx, m.xy, m.x0, m.yx, m.yy, m.y0, m.wx, m.wy, 1};
}

Homography homography_of(const Matrix& m) {
  if (std::abs(m[8]) < 1e-12) return {};
  const auto at = [&](std::size_t i) { return m[i] / m[8]; };
  return {at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7)};
}

}  // namespace

Homography homography(const Affine& m) { return {m.xx, m.xy, m.x0, m.yx, m.yy, m.y0, 0, 0}; }

Homography then(const Homography& first, const Homography& second) {
  const Matrix a = matrix_of(first), b = matrix_of(second);
  Matrix out{};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column)
      for (std::size_t i = 0; i < 3; ++i)
        out[3 * row + column] += b[3 * row + i] * a[3 * i + column];
  return homography_of(out);
}

// The adjugate, which is the inverse but for a factor.
Homography inverse(const Homography& map) {
  const Matrix m = matrix_of(map);
  const auto minor = [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
    return m[a] * m[d] - m[b] * m[c];
  };
  const Matrix out = {minor(4, 5, 7, 8), minor(2, 1, 8, 7), minor(1, 2, 4, 5),
                      minor(5, 3, 8, 6), minor(0, 2, 6, 8), minor(2, 0, 5, 3),
                      minor(3, 4, 6, 7), minor(1, 0, 7, 6), minor(0, 1, 3, 4)};
  const double determinant = m[0] * out[0] + m[1] * out[3] + m[2] * out[6];
  return std::abs(determinant) < 1e-12 ? Homography{} : homography_of(out);
}

Box apply(const Homography& m, const Box& box) {
  double left = 1e18, top = 1e18, right = -1e18, bottom = -1e18;
  for (const int x : {box.x, box.right()})
    for (const int y : {box.y, box.bottom()}) {
      const double w = m.wx * x + m.wy * y + 1;
      const double u = (m.xx * x + m.xy * y + m.x0) / w, v = (m.yx * x + m.yy * y + m.y0) / w;
      left = std::min(left, u), right = std::max(right, u);
      top = std::min(top, v), bottom = std::max(bottom, v);
    }
  const int x0 = static_cast<int>(std::lround(left)), y0 = static_cast<int>(std::lround(top));
  return {x0, y0, static_cast<int>(std::lround(right)) - x0,
          static_cast<int>(std::lround(bottom)) - y0};
}

}  // namespace vanthu
