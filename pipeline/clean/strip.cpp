// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/strip.h"

#include <algorithm>

#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

constexpr double kSide = 0.6;        // of the x-height: paper left at either end
constexpr double kShrinks = 0.8;     // below this scale the page is softened first
constexpr double kAreaSigma = 0.42;  // a Gaussian about as wide as the area one pixel averages

// Only the part of the page the strip comes from, since softening all of it for each line is dear.
cv::Rect neighbourhood(const Baseline& line, const cv::Size& page) {
  const double top = std::min(line.left_y, line.right_y) - 3 * line.x_height;
  const double bottom = std::max(line.left_y, line.right_y) + 1.5 * line.x_height;
  const cv::Rect part(
      cv::Point(static_cast<int>(line.left - 2 * line.x_height), static_cast<int>(top)),
      cv::Point(static_cast<int>(line.right + 2 * line.x_height), static_cast<int>(bottom)));
  return part & cv::Rect(cv::Point(), page);
}

}  // namespace

double Baseline::y_at(double x) const {
  return right > left ? left_y + (x - left) * (right_y - left_y) / (right - left) : left_y;
}

Strip cut_strip(const Image& grey, const Baseline& line) {
  if (line.x_height < 1 || line.right <= line.left) return {};
  const cv::Mat page = view(grey);
  const cv::Rect part = neighbourhood(line, page.size());
  if (part.empty()) return {};
  Strip out;
  out.scale = kStripHeight / ((kStripAbove + kStripBelow) * line.x_height);
  out.left = line.left - kSide * line.x_height;
  const int width = std::max(
      kStripHeight, static_cast<int>((line.right + kSide * line.x_height - out.left) * out.scale));
  cv::Mat source = page(part);
  if (out.scale < kShrinks) {
    cv::Mat soft;
    cv::GaussianBlur(source, soft, {0, 0}, kAreaSigma / out.scale);
    source = soft;
  }
  const double slope = (line.right_y - line.left_y) / (line.right - line.left);
  const double top = line.y_at(out.left) - kStripAbove * line.x_height;
  // Strip to page: x as it is, y with the slope of the baseline.
  const cv::Matx23d back(1 / out.scale, 0, out.left - part.x, slope / out.scale, 1 / out.scale,
                         top - part.y);
  cv::Mat strip;
  cv::warpAffine(source, strip, back, {width, kStripHeight},
                 cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT, cv::Scalar(255));
  out.image = image_of(strip);
  return out;
}

}  // namespace vanthu
