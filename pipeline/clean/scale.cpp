// SPDX-License-Identifier: GPL-3.0-or-later
// Letter height: the heights of connected components cluster at the x-height, since marks and dots
// are smaller and capitals, letters joined to their marks and ascenders spread above. The mode of a
// smoothed histogram is steadier than any mean.
#include "pipeline/clean/scale.h"

#include <numeric>
#include <vector>

#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

constexpr int kFewLetters = 60;
constexpr int kTallest = 200;         // pixels; larger ink is no letter at any resolution we accept
constexpr double kNearEnough = 0.12;  // factors this close to 1 are not worth a resampling

}  // namespace

double letter_height(const Image& grey) {
  std::vector<double> histogram(kTallest + 1, 0.0);
  int letters = 0;
  for (const Piece& piece : pieces_of(ink_mask(view(grey))).all) {
    const int w = piece.box.w, h = piece.box.h;
    if (h < 7 || h >= kTallest || w > 3 * h || h > 4 * w) continue;
    histogram[static_cast<std::size_t>(h)] += h;  // specks outnumber letters, but are low
    ++letters;
  }
  if (letters < kFewLetters) return 0;
  const auto smooth = [&](std::size_t h) {
    return histogram[h - 1] + 2 * histogram[h] + histogram[h + 1];
  };
  std::size_t best = 7;
  for (std::size_t h = 7; h < kTallest; ++h)
    if (smooth(h) > smooth(best)) best = h;
  return static_cast<double>(best);
}

Scaled to_reading_height(const Image& grey, double letter, const ScaleOptions& options) {
  double factor = letter > 0 ? options.x_height / letter : 1;
  factor = std::clamp(factor, 1 / options.max_factor, options.max_factor);
  if (std::abs(factor - 1) < kNearEnough) return {grey, 1};
  cv::Mat out;
  cv::resize(view(grey), out, {}, factor, factor, factor > 1 ? cv::INTER_CUBIC : cv::INTER_AREA);
  return {image_of(out), factor};
}

}  // namespace vanthu
