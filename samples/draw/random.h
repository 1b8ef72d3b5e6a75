// SPDX-License-Identifier: GPL-3.0-or-later
// A small seeded generator whose numbers are the same with every compiler and library (splitmix64),
// unlike std's distributions: the samples must come out byte for byte again. One owner at a time.
#pragma once
#include <cstdint>

namespace vanthu::draw {

class Rng {
 public:
  explicit Rng(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 0x1234567) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }  // [0, 1)
  double between(double low, double high) { return low + (high - low) * uniform(); }
  int below(int limit) { return static_cast<int>(uniform() * limit); }  // 0 .. limit-1
  // Near normal, mean 0, standard deviation 1, never beyond 3.5: the sum of four uniforms.
  double normal() { return (uniform() + uniform() + uniform() + uniform() - 2) * 1.7320508; }

 private:
  std::uint64_t state_;
};

// Smooth noise in 0..1 at a point, cells of size 1, fixed by the seed.
double value_noise(std::uint64_t seed, double x, double y);

}  // namespace vanthu::draw
