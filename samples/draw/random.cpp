// SPDX-License-Identifier: GPL-3.0-or-later
// Value noise: random numbers on a grid, blended between its corners.
#include "samples/draw/random.h"

#include <cmath>

namespace vanthu::draw {
namespace {

double corner(std::uint64_t seed, std::int64_t x, std::int64_t y) {
  std::uint64_t z = seed + static_cast<std::uint64_t>(x) * 0x8DA6B343ULL +
                    static_cast<std::uint64_t>(y) * 0xD8163841ULL;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
}

double smooth(double t) { return t * t * (3 - 2 * t); }

}  // namespace

double value_noise(std::uint64_t seed, double x, double y) {
  const double fx = std::floor(x), fy = std::floor(y);
  const auto ix = static_cast<std::int64_t>(fx), iy = static_cast<std::int64_t>(fy);
  const double u = smooth(x - fx), v = smooth(y - fy);
  const double top = corner(seed, ix, iy) * (1 - u) + corner(seed, ix + 1, iy) * u;
  const double low = corner(seed, ix, iy + 1) * (1 - u) + corner(seed, ix + 1, iy + 1) * u;
  return top * (1 - v) + low * v;
}

}  // namespace vanthu::draw
