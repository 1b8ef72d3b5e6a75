// SPDX-License-Identifier: GPL-3.0-or-later
// Postl's criterion on a thumbnail: for each angle the ink is projected along it, and the score is
// the sum of squared differences of neighbouring rows. Only the lower edge of ink votes (pixels
// with paper below), so that solid areas and rules weigh no more than a line of letters.
#include "pipeline/clean/skew.h"

#include <cmath>
#include <vector>

#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

constexpr int kWidth = 1000;            // thumbnail: 0.05 degrees is one row across it
constexpr double kCoarseStep = 0.25;    // well under the width of the peak, about 0.6 degrees
constexpr std::size_t kFewEdges = 400;  // three lines of text; fewer say nothing
constexpr double kSharpPeak = 3.0;      // best score over the median score where text is plain

struct Edges {
  std::vector<cv::Point> points;
  int width = 0, height = 0;
};

Edges lower_edges(const Image& image) {
  cv::Mat small;
  const double scale = std::min(1.0, static_cast<double>(kWidth) / image.width);
  cv::resize(grey_of(image), small, {}, scale, scale, cv::INTER_AREA);
  const cv::Mat ink = ink_mask(small);
  Edges out{{}, ink.cols, ink.rows};
  for (int y = 0; y + 1 < ink.rows; ++y) {
    const uchar *here = ink.ptr<uchar>(y), *below = ink.ptr<uchar>(y + 1);
    for (int x = 0; x < ink.cols; ++x)
      if (here[x] && !below[x]) out.points.emplace_back(x, y);
  }
  return out;
}

double score(const Edges& edges, double degrees) {
  const double slope = std::tan(degrees * CV_PI / 180);
  const int margin = static_cast<int>(kWidth * std::abs(slope)) + 2;
  std::vector<double> rows(static_cast<std::size_t>(edges.height + 2 * margin), 0.0);
  std::vector<long> shift(static_cast<std::size_t>(edges.width));  // of each column
  for (std::size_t x = 0; x < shift.size(); ++x)
    shift[x] = std::lround(-slope * static_cast<double>(x)) + margin;
  for (const cv::Point& p : edges.points)
    rows[static_cast<std::size_t>(p.y + shift[static_cast<std::size_t>(p.x)])] += 1;
  double sum = 0;
  for (std::size_t i = 1; i < rows.size(); ++i)
    sum += (rows[i] - rows[i - 1]) * (rows[i] - rows[i - 1]);
  return sum;
}

struct Peak {
  double degrees = 0, score = -1;
};

Peak search(const Edges& edges, double from, double to, double step, std::vector<double>* all) {
  Peak best;
  for (double degrees = from; degrees <= to + 1e-9; degrees += step) {
    const double s = score(edges, degrees);
    if (s > best.score) best = {degrees, s};
    if (all != nullptr) all->push_back(s);
  }
  return best;
}

}  // namespace

Skew find_skew(const Image& image, const SkewOptions& options) {
  if (image.empty()) return {};
  const Edges edges = lower_edges(image);
  if (edges.points.size() < kFewEdges) return {};
  std::vector<double> all;
  const Peak coarse = search(edges, -options.max_degrees, options.max_degrees, kCoarseStep, &all);
  const Peak fine = search(edges, coarse.degrees - kCoarseStep, coarse.degrees + kCoarseStep,
                           options.step_degrees, nullptr);
  std::nth_element(all.begin(), all.begin() + static_cast<long>(all.size() / 2), all.end());
  const double sharpness = fine.score / std::max(1.0, all[all.size() / 2]);
  const bool at_the_end = std::abs(coarse.degrees) > options.max_degrees - kCoarseStep;
  const double confidence = std::clamp((sharpness - 1) / (kSharpPeak - 1), 0.0, 1.0);
  return {fine.degrees, at_the_end ? 0.0 : confidence};
}

}  // namespace vanthu
