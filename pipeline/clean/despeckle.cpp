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

}  // namespace

Image without_specks(const Image& grey, double dpi) {
  Image out = grey;
  cv::Mat page = view(out), ink = ink_mask(page), labels, stats, centroids;
  const int count = cv::connectedComponentsWithStats(ink, labels, stats, centroids);
  const double dot = kDotInch * dpi * kDotInch * dpi, dust = kDustInch * dpi * kDustInch * dpi;
  std::vector<uchar> small(static_cast<std::size_t>(count), 0);
  for (int i = 1; i < count; ++i) {
    const int area = stats.at<int>(i, cv::CC_STAT_AREA);
    small[static_cast<std::size_t>(i)] = area <= dust ? 2 : area <= dot ? 1 : 0;
  }
  cv::Mat solid = cv::Mat::zeros(ink.size(), CV_8U);
  for (int y = 0; y < ink.rows; ++y)
    for (int x = 0; x < ink.cols; ++x)
      if (const int l = labels.at<int>(y, x); l != 0 && !small[static_cast<std::size_t>(l)])
        solid.at<uchar>(y, x) = 255;
  const int reach = 2 * static_cast<int>(kReachInch * dpi) + 1;
  cv::dilate(solid, solid, cv::getStructuringElement(cv::MORPH_RECT, {reach, reach}));
  for (int y = 0; y < ink.rows; ++y)
    for (int x = 0; x < ink.cols; ++x) {
      const uchar kind = small[static_cast<std::size_t>(labels.at<int>(y, x))];
      if (kind == 2 || (kind == 1 && !solid.at<uchar>(y, x))) page.at<uchar>(y, x) = 255;
    }
  return out;
}

}  // namespace vanthu
