// SPDX-License-Identifier: GPL-3.0-or-later
// A frame is a connected piece of ink whose smallest turned rectangle (rotating calipers, Toussaint
// 1983) has the size of a stamp and whose four sides are proved on the ink: along each, the share
// of points with ink close by. Worn rubber loses parts of a side, so the mean counts, but no side
// may be missing.
#include "pipeline/clean/frames.h"

#include <cmath>

#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

constexpr double kNarrowest = 12, kWidest = 75, kLowest = 5, kHighest = 55;  // mm
constexpr double kOblong = 1.25;  // wider than high; a seal is not
constexpr double kSteepest = 42;  // degrees
constexpr double kReach = 0.8;  // mm: hand-pressed rubber bends, and a frame is seldom quite square
constexpr double kWeakestSide = 0.5;
constexpr double kBorder = 1.3;  // mm cut off inside the outer edge: a double border is 1 mm
constexpr double kRim = 1.5;     // mm inside that cut where the rest of a bent border is whitened
constexpr int kPad = 10;         // white pixels the engine wants around its text
constexpr double kMostFilled = 0.62;  // share of dark pixels: a frame is mostly hollow

cv::RotatedRect lying(cv::RotatedRect r) {
  if (r.size.width < r.size.height) {
    std::swap(r.size.width, r.size.height);
    r.angle += 90;
  }
  while (r.angle > 90) r.angle -= 180;
  while (r.angle <= -90) r.angle += 180;
  return r;
}

bool has_size(const cv::RotatedRect& r, double mm) {
  return r.size.width >= kNarrowest * mm && r.size.width <= kWidest * mm &&
         r.size.height >= kLowest * mm && r.size.height <= kHighest * mm &&
         r.size.width >= kOblong * r.size.height && std::abs(r.angle) <= kSteepest;
}

bool ink_near(const cv::Mat& ink, cv::Point2f p, int reach) {
  const cv::Rect around =
      cv::Rect(cvRound(p.x) - reach, cvRound(p.y) - reach, 2 * reach + 1, 2 * reach + 1) &
      cv::Rect(0, 0, ink.cols, ink.rows);
  return !around.empty() && cv::countNonZero(ink(around)) > 0;
}

double side_there(const cv::Mat& ink, cv::Point2f from, cv::Point2f to, int reach) {
  const int steps = std::max(8, static_cast<int>(cv::norm(to - from) / 4));
  int found = 0;
  for (int i = 0; i < steps; ++i) {
    const float t = (static_cast<float>(i) + 0.5F) / static_cast<float>(steps);
    found += ink_near(ink, from + (to - from) * t, reach);
  }
  return static_cast<double>(found) / steps;
}

double border_there(const cv::Mat& ink, const cv::RotatedRect& r, int reach) {
  cv::Point2f corners[4];
  r.points(corners);
  double sum = 0;
  for (int i = 0; i < 4; ++i) {
    const double side = side_there(ink, corners[i], corners[(i + 1) % 4], reach);
    if (side < kWeakestSide) return 0;
    sum += side / 4;
  }
  return sum;
}

// What is left of a bent or double border hangs on the picture's edge and runs along it.
void whiten_rest_of_border(cv::Mat& picture, int zone) {
  cv::Mat labels, stats, centroids, rim(picture.size(), CV_8U, cv::Scalar(255));
  rim({zone, zone, picture.cols - 2 * zone, picture.rows - 2 * zone}).setTo(0);
  const cv::Mat ink = ink_mask(grey_of(image_of(picture)));
  const int count = cv::connectedComponentsWithStats(ink, labels, stats, centroids);
  for (int i = 1; i < count; ++i) {
    const cv::Rect b{stats.at<int>(i, 0), stats.at<int>(i, 1), stats.at<int>(i, 2),
                     stats.at<int>(i, 3)};
    const bool at_edge =
        b.x == 0 || b.y == 0 || b.br().x == picture.cols || b.br().y == picture.rows;
    if (at_edge) picture.setTo(cv::Scalar::all(255), (labels == i) & rim);
  }
}

Image cut_level(const Image& page, const cv::RotatedRect& r, double mm) {
  const int w = cvRound(r.size.width - 2 * kBorder * mm),
            h = cvRound(r.size.height - 2 * kBorder * mm);
  if (w < 4 || h < 4) return {};
  cv::Mat turn = cv::getRotationMatrix2D(r.center, r.angle, 1), out;
  turn.at<double>(0, 2) += w / 2.0 - r.center.x;
  turn.at<double>(1, 2) += h / 2.0 - r.center.y;
  cv::warpAffine(view(page), out, turn, {w, h}, cv::INTER_CUBIC, cv::BORDER_CONSTANT,
                 cv::Scalar::all(255));
  if (std::min(w, h) > 4 * mm) whiten_rest_of_border(out, static_cast<int>(kRim * mm));
  cv::copyMakeBorder(out, out, kPad, kPad, kPad, kPad, cv::BORDER_CONSTANT, cv::Scalar::all(255));
  return image_of(out);
}

}  // namespace

std::vector<Frame> find_frames(const Image& ink, const Image& page, double dpi) {
  std::vector<Frame> out;
  if (ink.empty()) return out;
  const double mm = dpi / 25.4;
  cv::Mat dark;
  cv::bitwise_not(view(ink), dark);
  cv::threshold(dark, dark, 127, 255, cv::THRESH_BINARY);
  std::vector<std::vector<cv::Point>> contours;
  cv::findContours(dark, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
  for (const auto& contour : contours) {
    if (static_cast<double>(contour.size()) < 2 * (kNarrowest + kLowest) * mm * 0.8) continue;
    const cv::RotatedRect r = lying(cv::minAreaRect(contour));
    if (!has_size(r, mm)) continue;
    const double confidence = border_there(dark, r, std::max(1, cvRound(kReach * mm)));
    if (confidence < kSureFrame) continue;
    const cv::Rect box = r.boundingRect() & cv::Rect(0, 0, dark.cols, dark.rows);
    if (cv::countNonZero(dark(box)) > kMostFilled * box.area()) continue;
    out.push_back({box_of(box), r.angle, confidence, cut_level(page, r, mm)});
  }
  std::sort(out.begin(), out.end(),
            [](const Frame& a, const Frame& b) { return a.confidence > b.confidence; });
  return out;
}

}  // namespace vanthu
