// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: an Image seen as a cv::Mat without a copy, and back, and the binarisation
// all detectors share. Included by .cpp files alone.
#pragma once
#include <opencv2/imgproc.hpp>

#include "pipeline/clean/pieces.h"
#include "pipeline/image.h"

namespace vanthu {

inline cv::Mat view(Image& image) {
  return {image.height, image.width, image.channels == 3 ? CV_8UC3 : CV_8UC1, image.pixels.data()};
}

inline cv::Mat view(const Image& image) {
  return view(const_cast<Image&>(image));
}  // read only by habit

inline Image image_of(const cv::Mat& mat) {
  Image out = make_image(mat.cols, mat.rows, mat.channels());
  mat.copyTo(view(out));
  return out;
}

inline cv::Mat grey_of(const Image& image) {
  cv::Mat grey;
  if (image.channels == 3)
    cv::cvtColor(view(image), grey, cv::COLOR_RGB2GRAY);
  else
    grey = view(image);
  return grey;
}

// The darkest of the channels: rubber is red, violet or black.
inline cv::Mat darkest_of(const cv::Mat& picture) {
  if (picture.channels() == 1) return picture;
  std::vector<cv::Mat> channels;
  cv::split(picture, channels);
  return cv::min(channels[0], cv::min(channels[1], channels[2]));
}

// Ink 255 on 0, by Otsu 1979, but never a darker paper than 230 nor a lighter ink than 60 as
// threshold: on a page that is all paper Otsu would split the noise.
inline cv::Mat ink_mask(const cv::Mat& grey) {
  cv::Mat mask;
  const double found = cv::threshold(grey, mask, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
  const double kept = std::clamp(found, 60.0, 200.0);
  if (kept != found) cv::threshold(grey, mask, kept, 255, cv::THRESH_BINARY_INV);
  return mask;
}

// As scanned to one bit: nothing can be told from shades. Every seventh row is looked at.
inline bool is_two_valued(const cv::Mat& grey) {
  for (int y = 0; y < grey.rows; y += 7)
    for (int x = 0; x < grey.cols; ++x)
      if (const uchar v = grey.at<uchar>(y, x); v != 0 && v != 255) return false;
  return true;
}

inline Pieces pieces_of(const cv::Mat& mask) {
  return pieces_of(Plane{mask.data, mask.cols, mask.rows, mask.step[0]});
}

// Paints the runs of the pieces that `chosen` says.
template <typename Chosen>
void paint(cv::Mat& on, const Pieces& pieces, uchar value, const Chosen& chosen) {
  for (const Run& run : pieces.runs)
    if (chosen(run.piece))
      std::fill(on.ptr<uchar>(run.y) + run.from, on.ptr<uchar>(run.y) + run.to, value);
}

inline Box box_of(const cv::Rect& r) { return {r.x, r.y, r.width, r.height}; }
inline cv::Rect rect_of(const Box& b) { return {b.x, b.y, b.w, b.h}; }

}  // namespace vanthu
