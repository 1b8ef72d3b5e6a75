// SPDX-License-Identifier: GPL-3.0-or-later
// The paper is estimated by a grey closing wider than any letter stroke, on a thumbnail, smoothed
// by a median, and divided out (homomorphic flattening, as leptonica's background normalisation).
// Then the tones are stretched so that paper is white and the darkest ink black: pale scans gain
// contrast.
#include "pipeline/clean/background.h"

#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

constexpr double kThumbDpi = 50;  // illumination changes slowly
constexpr int kWindow = 9;        // thumbnail pixels: 4.5 mm, wider than bold capitals' strokes
constexpr double kPaper = 0.90;  // of the estimated paper counts as white: kills faint show-through
constexpr double kBlackShare = 0.005;  // darkest share of all pixels taken as full ink

cv::Mat paper_of(const cv::Mat& grey, double dpi) {
  cv::Mat small, paper;
  const double scale = std::min(1.0, kThumbDpi / dpi);
  cv::resize(grey, small, {}, scale, scale, cv::INTER_AREA);
  cv::morphologyEx(small, small, cv::MORPH_CLOSE,
                   cv::getStructuringElement(cv::MORPH_RECT, {kWindow, kWindow}));
  cv::medianBlur(small, small, kWindow);
  cv::resize(small, paper, grey.size(), 0, 0, cv::INTER_LINEAR);
  return cv::max(paper, 60);  // a black photograph is not paper
}

int black_level(const cv::Mat& flat) {
  int counts[256] = {};
  for (int y = 0; y < flat.rows; ++y)
    for (int x = 0; x < flat.cols; ++x) ++counts[flat.at<uchar>(y, x)];
  double left = kBlackShare * static_cast<double>(flat.total());
  int level = 0;
  while (level < 160 && (left -= counts[level]) > 0) ++level;
  return level;
}

}  // namespace

Image on_white(const Image& grey, double dpi) {
  const cv::Mat page = view(grey);
  if (page.empty() || is_two_valued(page)) return grey;
  cv::Mat flat;
  cv::divide(page, paper_of(page, dpi), flat, 255.0);
  const int black = black_level(flat);
  const double white = 255 * kPaper;
  flat.convertTo(flat, CV_8U, 255 / (white - black), -255.0 * black / (white - black));
  return image_of(flat);
}

}  // namespace vanthu
