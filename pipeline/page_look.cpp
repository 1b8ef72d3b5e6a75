// SPDX-License-Identifier: GPL-3.0-or-later
// Noise is told by what remains of it in the mean: that of n independent pixels varies n times less
// than they do, that of print hardly less, since margins, lines and words are larger than the
// squares the mean is taken over.
#include "pipeline/page_look.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace vanthu {
namespace {

constexpr double kBlack = 40;     // mean grey level
constexpr double kLeastInk = 40;  // standard deviation of the pixels; dust on white has under 25
constexpr double kPlain = 0.5;  // of the pixels near the paper's grey: paper, with dust or without
constexpr int kNear = 4;        // grey levels; what a sensor adds
constexpr int kSmall = 16, kLarge = 64;  // pixels: a letter, a word
constexpr double kLikeNoise = 1.6;       // 1 for noise; of 108 pages of print the least had 2.6
constexpr double kMostPixels = 20e6;     // A3 at 300 dpi has 17; cleaning takes 20 bytes for each

struct Spread {
  double mean = 0, variance = 0;
};

Spread spread_of(const std::vector<double>& values) {
  Spread out;
  for (const double v : values) out.mean += v / static_cast<double>(values.size());
  for (const double v : values)
    out.variance += (v - out.mean) * (v - out.mean) / static_cast<double>(values.size());
  return out;
}

// How many pixels have each grey level. The first channel: noise and black are so in each.
class Levels {
 public:
  explicit Levels(const Image& image) {
    // Neighbours are alike: counted in one place each would wait for the other.
    std::array<std::array<std::uint32_t, 256>, kLanes> lanes{};
    const std::size_t step = static_cast<std::size_t>(image.channels);
    std::size_t i = 0;
    for (; i + kLanes * step <= image.pixels.size(); i += kLanes * step)
      for (std::size_t lane = 0; lane < kLanes; ++lane)
        ++lanes[lane][image.pixels[i + lane * step]];
    for (; i < image.pixels.size(); i += step) ++lanes[0][image.pixels[i]];
    for (std::size_t v = 0; v < count_.size(); ++v)
      for (const auto& lane : lanes) count_[v] += lane[v];
    for (const double n : count_) all_ += n;
  }

  Spread spread() const {
    Spread out;
    for (int v = 0; v < 256; ++v) out.mean += v * count_[v] / all_;
    for (int v = 0; v < 256; ++v)
      out.variance += (v - out.mean) * (v - out.mean) * count_[v] / all_;
    return out;
  }

  // The share of pixels that are nearly as the middle one is.
  double near_median() const {
    int median = 0;
    for (double below = count_[0]; below * 2 < all_; below += count_[++median]) continue;
    double near = 0;
    for (int v = std::max(0, median - kNear); v <= std::min(255, median + kNear); ++v)
      near += count_[v];
    return near / all_;
  }

 private:
  static constexpr std::size_t kLanes = 4;
  std::array<double, 256> count_{};
  double all_ = 0;
};

// Sums of pixels over squares, row by row of squares; what does not fill one is left out.
struct Squares {
  int across = 0, side = 0;
  std::vector<long long> sums;

  std::vector<double> means() const {
    std::vector<double> out;
    for (const long long sum : sums) out.push_back(static_cast<double>(sum) / (side * side));
    return out;
  }
};

Squares small_squares(const Image& image) {
  Squares out{image.width / kSmall, kSmall, {}};
  const int down = image.height / kSmall;
  out.sums.assign(static_cast<std::size_t>(out.across) * down, 0);
  for (int y = 0; y < down * kSmall; ++y) {
    const std::uint8_t* pixel = image.row(y);
    long long* sum = out.sums.data() + static_cast<std::ptrdiff_t>(y / kSmall) * out.across;
    for (int square = 0; square < out.across; ++square) {
      int here = 0;
      for (int i = 0; i < kSmall; ++i, pixel += image.channels) here += *pixel;
      sum[square] += here;
    }
  }
  return out;
}

// Of `times` by `times` squares one.
Squares larger(const Squares& small, int times) {
  Squares out{small.across / times, small.side * times, {}};
  const int down = static_cast<int>(small.sums.size()) / std::max(1, small.across) / times;
  out.sums.assign(static_cast<std::size_t>(out.across) * down, 0);
  for (int y = 0; y < down * times; ++y)
    for (int x = 0; x < out.across * times; ++x)
      out.sums[static_cast<std::size_t>(y / times) * out.across + x / times] +=
          small.sums[static_cast<std::size_t>(y) * small.across + x];
  return out;
}

}  // namespace

bool is_black(const Image& image) { return !image.empty() && Levels(image).spread().mean < kBlack; }

bool is_noise(const Image& image) {
  if (image.width < 4 * kLarge || image.height < 4 * kLarge) return false;
  const Levels levels(image);
  if (levels.spread().variance < kLeastInk * kLeastInk && levels.near_median() > kPlain)
    return false;
  const Squares squares = small_squares(image);
  const double small = spread_of(squares.means()).variance;
  const double large = spread_of(larger(squares, kLarge / kSmall).means()).variance;
  constexpr double kSquares = static_cast<double>(kLarge) * kLarge / (kSmall * kSmall);
  return large * kSquares < kLikeNoise * small;
}

int reduction_of(const Image& image) {
  const double pixels = static_cast<double>(image.width) * image.height;
  return std::max(1, static_cast<int>(std::ceil(std::sqrt(pixels / kMostPixels))));
}

Image reduced(const Image& image, int factor) {
  Image out = make_image(image.width / factor, image.height / factor, image.channels);
  std::vector<int> sums(out.stride());
  for (int y = 0; y < out.height; ++y) {
    std::fill(sums.begin(), sums.end(), 0);
    for (int v = y * factor; v < (y + 1) * factor; ++v)
      for (int x = 0; x < out.width; ++x)
        for (int u = x * factor; u < (x + 1) * factor; ++u)
          for (int c = 0; c < image.channels; ++c)
            sums[static_cast<std::size_t>(x) * image.channels + c] +=
                image.row(v)[static_cast<std::size_t>(u) * image.channels + c];
    std::transform(sums.begin(), sums.end(), out.row(y),
                   [&](int sum) { return static_cast<std::uint8_t>(sum / (factor * factor)); });
  }
  return out;
}

}  // namespace vanthu
