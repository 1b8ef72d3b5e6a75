// SPDX-License-Identifier: GPL-3.0-or-later
// Two questions. Do lines run across or down? Text has one sharp angle of its lines (skew.h) along
// them and none across. Which side is up? Lower-case Latin letters reach above the x-height band (b
// d h k l t, and in Vietnamese nearly every mark) far more often than below it (g p q y, the dot):
// the ascender test of D. Bloomberg et al., "Measuring document image skew and orientation", SPIE
// 1995.
#include "pipeline/clean/orientation.h"

#include <cmath>
#include <vector>

#include "pipeline/clean/mat.h"
#include "pipeline/clean/skew.h"

namespace vanthu {
namespace {

constexpr int kLongSide = 1700;       // thumbnail: x-height about 9 pixels, enough to see marks
constexpr int kFewLines = 4;          // fewer lines prove nothing
constexpr double kClearAcross = 0.2;  // sharpness of the lines along over across

cv::Mat thumbnail(const Image& image) {
  cv::Mat small;
  const double scale =
      std::min(1.0, static_cast<double>(kLongSide) / std::max(image.width, image.height));
  cv::resize(grey_of(image), small, {}, scale, scale, cv::INTER_AREA);
  return ink_mask(small);
}

// Rules, seals and borders drown the letters: only letter-sized ink votes.
cv::Mat letters(const cv::Mat& ink) {
  const Pieces pieces = pieces_of(ink);
  cv::Mat out = cv::Mat::zeros(ink.size(), CV_8U);
  paint(out, pieces, 255, [&](std::size_t i) {
    const Box& b = pieces.all[i].box;
    return b.w <= 60 && b.h <= 60 && b.w * b.h >= 4;
  });
  return out;
}

struct Band {
  int top = 0, bottom = 0;  // rows [top, bottom) of one text line
};

std::vector<Band> bands(const std::vector<double>& rows) {
  double mean = 0;
  for (const double r : rows) mean += r / static_cast<double>(rows.size());
  std::vector<Band> out;
  for (int y = 0, n = static_cast<int>(rows.size()); y < n;) {
    if (rows[static_cast<std::size_t>(y)] < 0.15 * mean) {
      ++y;
      continue;
    }
    const int top = y;
    while (y < n && rows[static_cast<std::size_t>(y)] >= 0.15 * mean) ++y;
    if (y - top >= 8 && y - top <= 60) out.push_back({top, y});
  }
  return out;
}

// Ink above the x-height band minus ink below it, for one line, as a share of both: -1..1.
double lean_up(const std::vector<double>& rows, const Band& band) {
  const auto at = [&](int y) { return rows[static_cast<std::size_t>(y)]; };
  double peak = 0;
  for (int y = band.top; y < band.bottom; ++y) peak = std::max(peak, at(y));
  int first = band.top, last = band.bottom - 1;
  while (first < last && at(first) < 0.5 * peak) ++first;
  while (last > first && at(last) < 0.5 * peak) --last;
  double above = 0, below = 0;
  for (int y = band.top; y < first; ++y) above += at(y);
  for (int y = last + 1; y < band.bottom; ++y) below += at(y);
  return above + below == 0 ? 0 : (above - below) / (above + below);
}

struct UpVote {
  double mean = 0;
  int lines = 0;
};

UpVote vote(const cv::Mat& ink) {
  cv::Mat profile;
  cv::reduce(ink, profile, 1, cv::REDUCE_SUM, CV_64F);
  const std::vector<double> rows(profile.ptr<double>(), profile.ptr<double>() + profile.total());
  UpVote out;
  for (const Band& band : bands(rows)) {
    out.mean += lean_up(rows, band);
    ++out.lines;
  }
  if (out.lines > 0) out.mean /= out.lines;
  return out;
}

Skew skew_of(const cv::Mat& ink) {
  cv::Mat paper;
  cv::bitwise_not(ink, paper);
  return find_skew(image_of(paper));
}

cv::Mat levelled(const cv::Mat& ink, const Skew& skew) {
  if (skew.confidence < kSureSkew || std::abs(skew.degrees) < 0.1) return ink;
  cv::Mat out;
  const cv::Point2f centre(static_cast<float>(ink.cols) / 2, static_cast<float>(ink.rows) / 2);
  cv::warpAffine(ink, out, cv::getRotationMatrix2D(centre, skew.degrees, 1), ink.size());
  return out;
}

}  // namespace

Orientation find_orientation(const Image& image) {
  if (image.empty()) return {};
  const cv::Mat ink = letters(thumbnail(image));
  cv::Mat standing;
  cv::rotate(ink, standing, cv::ROTATE_90_CLOCKWISE);
  const Skew across = skew_of(ink), down = skew_of(standing);
  if (std::abs(across.confidence - down.confidence) < kClearAcross) return {};
  const bool sideways = down.confidence > across.confidence;
  const UpVote up = vote(sideways ? levelled(standing, down) : levelled(ink, across));
  if (up.lines < kFewLines) return {};
  const bool flipped = up.mean < 0;
  const double confidence = std::clamp(std::abs(up.mean) * 4, 0.0, 1.0);
  const int degrees = (sideways ? 90 : 0) + (flipped ? 180 : 0);
  return {degrees, confidence};
}

Image turned(const Image& image, int degrees) {
  if (degrees == 0) return image;
  cv::Mat out;
  cv::rotate(view(image), out,
             degrees == 90    ? cv::ROTATE_90_CLOCKWISE
             : degrees == 180 ? cv::ROTATE_180
                              : cv::ROTATE_90_COUNTERCLOCKWISE);
  return image_of(out);
}

}  // namespace vanthu
