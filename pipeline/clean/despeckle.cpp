// SPDX-License-Identifier: GPL-3.0-or-later
// Connected components: a speck is smaller than a full stop of 11 pt print; it is dirt when no
// letter-sized ink stands within a mark's distance, or when it is smaller than any mark could be.
#include "pipeline/clean/despeckle.h"

#include <vector>

#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

constexpr double kDotInch = 0.012;   // a full stop at 11 pt is 0.015 inch across
constexpr double kDustInch = 0.006;  // nothing printed is smaller
constexpr double kReachInch = 0.05;  // from a letter to the mark above or the dot below

enum class Kind : uchar { solid, dot, dust };

// Ink `reach` pixels up and down from (x, y).
bool ink_above_or_below(const cv::Mat& ink, int x, int y, int reach) {
  const int last = std::min(ink.rows - 1, y + reach);
  for (int v = std::max(0, y - reach); v <= last; ++v)
    if (ink.at<uchar>(v, x) != 0) return true;
  return false;
}

// The solid pieces, each run made longer by `reach` at either end: looked at up and down, they are
// near wherever ink stands in a square around.
cv::Mat widened(const cv::Size& size, const Pieces& pieces, const std::vector<Kind>& kinds,
                int reach) {
  cv::Mat out = cv::Mat::zeros(size, CV_8U);
  for (const Run& run : pieces.runs)
    if (kinds[run.piece] == Kind::solid)
      std::fill(out.ptr<uchar>(run.y) + std::max(0, run.from - reach),
                out.ptr<uchar>(run.y) + std::min(size.width, run.to + reach), uchar{255});
  return out;
}

}  // namespace

Image without_specks(const Image& grey, double dpi) {
  Image out = grey;
  cv::Mat page = view(out);
  const Pieces pieces = pieces_of(ink_mask(page));
  const double dot = kDotInch * dpi * kDotInch * dpi, dust = kDustInch * dpi * kDustInch * dpi;
  std::vector<Kind> kinds;
  for (const Piece& piece : pieces.all)
    kinds.push_back(piece.area <= dust ? Kind::dust : piece.area <= dot ? Kind::dot : Kind::solid);
  const int reach = static_cast<int>(kReachInch * dpi);
  const cv::Mat solid = widened(page.size(), pieces, kinds, reach);
  for (const Run& run : pieces.runs) {
    if (kinds[run.piece] == Kind::solid) continue;
    for (int x = run.from; x < run.to; ++x)
      if (kinds[run.piece] == Kind::dust || !ink_above_or_below(solid, x, run.y, reach))
        page.at<uchar>(run.y, x) = 255;
  }
  return out;
}

}  // namespace vanthu
