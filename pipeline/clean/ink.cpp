// SPDX-License-Identifier: GPL-3.0-or-later
// A pixel is coloured when its channels differ more than JPEG's chroma noise makes black differ.
// Where coloured ink lies over black print, the brightest channel shows the print alone: red ink is
// bright in red, blue in blue, black in none. So taking a mark out means putting max(R,G,B) in its
// place.
#include "pipeline/clean/ink.h"

#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

constexpr int kColoured = 60;    // max - min of the channels
constexpr int kStrong = 30;      // the same at the rim of a coloured stroke
constexpr double kLetter = 8.0;  // mm: no printed letter or stamped name is taller
constexpr double kSeal = 20.0;   // mm: rings from this size are seals, whatever stands inside

cv::Mat chroma(const cv::Mat& rgb, cv::Mat& brightest) {
  cv::Mat channels[3], darkest;
  cv::split(rgb, channels);
  brightest = cv::max(channels[0], cv::max(channels[1], channels[2]));
  darkest = cv::min(channels[0], cv::min(channels[1], channels[2]));
  return brightest - darkest;
}

bool is_seal(const cv::Rect& box, double mm) {
  return box.width > kSeal * mm && box.height > kSeal * mm && box.width < 2 * box.height &&
         box.height < 2 * box.width;
}

}  // namespace

InkLayers separate_ink(const Image& image, double dpi) {
  if (image.channels != 3) return {image, {}};
  cv::Mat brightest;
  const cv::Mat rgb = view(image), colour = chroma(rgb, brightest);
  cv::Mat marks, labels, stats, centroids, grey;
  cv::cvtColor(rgb, grey, cv::COLOR_RGB2GRAY);
  cv::morphologyEx(colour > kColoured, marks, cv::MORPH_CLOSE, cv::Mat::ones(3, 3, CV_8U));
  const int count = cv::connectedComponentsWithStats(marks, labels, stats, centroids);
  const double mm = dpi / 25.4;
  cv::Mat out_mask = cv::Mat::zeros(marks.size(), CV_8U);
  InkLayers out;
  for (int i = 1; i < count; ++i) {
    const cv::Rect box{stats.at<int>(i, 0), stats.at<int>(i, 1), stats.at<int>(i, 2),
                       stats.at<int>(i, 3)};
    if (box.height < kLetter * mm && box.width < 3 * kLetter * mm) continue;
    out.stamps.push_back(box_of(box));
    if (is_seal(box, mm))
      out_mask(box).setTo(255);
    else
      out_mask(box).setTo(255, labels(box) == i);
  }
  cv::dilate(out_mask, out_mask, cv::Mat::ones(5, 5, CV_8U));
  brightest.copyTo(grey, out_mask & (colour > kStrong));
  std::sort(out.stamps.begin(), out.stamps.end(),
            [](const Box& a, const Box& b) { return a.w * a.h > b.w * b.h; });
  out.print = image_of(grey);
  return out;
}

}  // namespace vanthu
