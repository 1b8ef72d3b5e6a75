// SPDX-License-Identifier: GPL-3.0-or-later
// Hough transform for circles by gradients (Yuen et al., "Comparative study of Hough transform
// methods for circle finding", 1990) on a thumbnail, then each circle is proved on the ink: the
// share of its perimeter near which there is ink. State seals are 36 mm, Party and branch seals 28
// to 42 mm across.
#include "pipeline/clean/seal.h"

#include <cmath>

#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

constexpr double kThumbDpi = 60;
constexpr double kSmallest = 14, kLargest = 22;  // mm, radius
constexpr int kSteps = 180;                      // points proved along a ring
constexpr double kEdge = 100, kVotes = 22;       // Canny's upper threshold; votes for a centre

double ring_there(const cv::Mat& ink, const cv::Vec3f& circle) {
  int found = 0;
  for (int i = 0; i < kSteps; ++i) {
    const double angle = 2 * CV_PI * i / kSteps;
    bool here = false;
    for (double r = circle[2] - 2; r <= circle[2] + 2 && !here; r += 1) {
      const int x = cvRound(circle[0] + r * std::cos(angle)),
                y = cvRound(circle[1] + r * std::sin(angle));
      here = x >= 0 && y >= 0 && x < ink.cols && y < ink.rows && ink.at<uchar>(y, x) > 60;
    }
    found += here;
  }
  return static_cast<double>(found) / kSteps;
}

bool apart(const Seal& a, const Seal& b) { return std::hypot(a.x - b.x, a.y - b.y) > a.radius; }

}  // namespace

std::vector<Seal> find_seals(const Image& ink, double dpi) {
  if (ink.empty()) return {};
  const double scale = kThumbDpi / dpi, mm = kThumbDpi / 25.4;
  cv::Mat dark, small, smooth;
  cv::bitwise_not(view(ink), dark);
  cv::resize(dark, small, {}, scale, scale, cv::INTER_AREA);
  cv::GaussianBlur(small, smooth, {3, 3}, 0);
  std::vector<cv::Vec3f> circles;
  cv::HoughCircles(smooth, circles, cv::HOUGH_GRADIENT, 1, 10 * mm, kEdge, kVotes,
                   cvRound(kSmallest * mm), cvRound(kLargest * mm));
  std::vector<Seal> found, out;
  for (const cv::Vec3f& c : circles)
    found.push_back({cvRound(c[0] / scale), cvRound(c[1] / scale), cvRound((c[2] + 1) / scale),
                     ring_there(small, c)});
  std::sort(found.begin(), found.end(),
            [](const Seal& a, const Seal& b) { return a.confidence > b.confidence; });
  for (const Seal& seal : found)
    if (seal.confidence >= kSureSeal &&
        std::all_of(out.begin(), out.end(), [&](const Seal& o) { return apart(o, seal); }))
      out.push_back(seal);
  return out;
}

}  // namespace vanthu
