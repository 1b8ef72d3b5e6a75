// SPDX-License-Identifier: GPL-3.0-or-later
// Morphological opening with a tall element finds vertical runs; a run counts as a scanner line
// only over most of the page height, and each of its rows is painted only where the dark run across
// it is as thin as the line itself, so that crossing letters survive.
#include "pipeline/clean/scanner_lines.h"

#include <vector>

#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

constexpr double kMillimetre = 1 / 25.4;  // in inches
constexpr double kLineHeight = 0.75;      // of the page: table rules end before that
constexpr double kMaxLineWidth = 3.0;     // mm

// Whether any column could bear a line: all its ink, and its neighbours', adds up to one. The
// opening below is dear.
bool may_hold_lines(const cv::Mat& ink, int most) {
  cv::Mat sums;
  cv::reduce(ink, sums, 0, cv::REDUCE_SUM, CV_32S);
  const int* sum = sums.ptr<int>();
  for (int x = 0; x < ink.cols; ++x)
    if (sum[std::max(0, x - 1)] + sum[x] + sum[std::min(ink.cols - 1, x + 1)] >= most) return true;
  return false;
}

// Columns where dark runs of at least `run` rows add up to most of the page height.
std::vector<cv::Range> line_columns(const cv::Mat& ink, double dpi) {
  const int most = static_cast<int>(kLineHeight * 255 * ink.rows);
  if (!may_hold_lines(ink, most)) return {};
  cv::Mat tall;
  const int run = std::max(8, ink.rows / 25);
  cv::morphologyEx(ink, tall, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {1, run}));
  cv::dilate(tall, tall,
             cv::getStructuringElement(cv::MORPH_RECT, {3, 1}));  // a lean of a pixel or two
  cv::Mat sums;
  cv::reduce(tall, sums, 0, cv::REDUCE_SUM, CV_32S);
  std::vector<cv::Range> out;
  const int gap = static_cast<int>(0.5 * kMillimetre * dpi) + 1;
  const int widest = static_cast<int>(kMaxLineWidth * kMillimetre * dpi) + 4;
  for (int x = 0; x < ink.cols; ++x) {
    if (sums.at<int>(0, x) < most) continue;
    const int from = x;
    while (x < ink.cols && sums.at<int>(0, x) >= most / 2) ++x;
    const cv::Range line(std::max(0, from - 2), std::min(ink.cols, x + 2));
    if (!out.empty() && line.start - out.back().end < gap)
      out.back().end = line.end;  // a double line, or one that the scanner frayed
    else
      out.push_back(line);
  }
  std::erase_if(out, [&](const cv::Range& line) { return line.size() > widest; });
  return out;
}

void paint_line(cv::Mat& grey, const cv::Mat& ink, const cv::Range& columns) {
  for (int y = 0; y < ink.rows; ++y) {
    const uchar* row = ink.ptr<uchar>(y);
    const bool from_left = columns.start > 0 && row[columns.start - 1];
    const bool to_right = columns.end < ink.cols && row[columns.end];
    if (from_left || to_right) continue;  // a letter crosses here
    std::fill(grey.ptr<uchar>(y) + columns.start, grey.ptr<uchar>(y) + columns.end, uchar{255});
  }
}

}  // namespace

Image without_scanner_lines(const Image& grey, double dpi) {
  Image out = grey;
  cv::Mat page = view(out);
  for (const cv::Range& columns : line_columns(ink_mask(page), dpi))
    paint_line(page, ink_mask(page), columns);
  return out;
}

}  // namespace vanthu
