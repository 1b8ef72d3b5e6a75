// SPDX-License-Identifier: GPL-3.0-or-later
// Rules are runs of ink longer than any stroke (morphological opening by a line).
#include "pipeline/clean/stamp_cut.h"

#include "pipeline/clean/mat.h"
#include "pipeline/clean/skew.h"

namespace vanthu {
namespace {

constexpr double kRoom = 2.5;             // mm around the region
constexpr double kAcross = 9, kDown = 7;  // mm: longer runs are rules
constexpr double kBent = 0.25;            // mm by which a rule may leave its row
constexpr double kDot = 0.6;              // mm, of either side
constexpr double kLowest = 0.6, kHighest = 4,
                 kWidest = 6;                       // heights: a digit by hand, digits that touch
constexpr double kAround = 12, kBeside = 30;        // mm about a region
constexpr double kTableRule = 8, kTableWidth = 60;  // mm: an arrival stamp is narrower
constexpr double kApart = 2;                        // mm
constexpr int kTableRules = 3;
constexpr double kLeast = 5;             // mm of a region's sides
constexpr SkewOptions kTurned{12, 0.1};  // degrees: hand-pressed

cv::Mat turned(const cv::Mat& cut, double degrees) {
  cv::Mat out;
  const cv::Point2f middle(static_cast<float>(cut.cols) / 2, static_cast<float>(cut.rows) / 2);
  cv::warpAffine(cut, out, cv::getRotationMatrix2D(middle, degrees, 1), cut.size(),
                 cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(255));
  return out;
}

cv::Mat rules_of(const cv::Mat& ink, int length, int bent, bool across) {
  const auto bar = [&](int along, int beside) {
    return cv::getStructuringElement(cv::MORPH_RECT,
                                     across ? cv::Size(along, beside) : cv::Size(beside, along));
  };
  cv::Mat thick, runs;
  cv::dilate(ink, thick, bar(1, 2 * bent + 1));
  cv::morphologyEx(thick, runs, cv::MORPH_OPEN, bar(length, 1));
  return runs & ink;
}

void take_rules_out(cv::Mat& cut, double mm) {
  const cv::Mat ink = ink_mask(darkest_of(cut));
  const int bent = std::max(1, cvRound(kBent * mm));
  cv::Mat rules = rules_of(ink, cvRound(kAcross * mm), bent, true) |
                  rules_of(ink, cvRound(kDown * mm), bent, false);
  cv::dilate(rules, rules, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
  cut.setTo(cv::Scalar::all(255), rules);
}

// Double borders are one.
int upright_rules(const cv::Mat& rules, double apart) {
  cv::Mat columns;
  cv::reduce(rules, columns, 0, cv::REDUCE_MAX);
  int count = 0;
  double last = -2 * apart;
  for (int x = 0; x < columns.cols; ++x) {
    if (columns.at<uchar>(0, x) == 0) continue;
    if (x - last > apart) ++count;
    last = x;
  }
  return count;
}

}  // namespace

Frame level_stamp(const Image& page, const Box& region, double dpi) {
  const double mm = dpi / 25.4;
  const int room = cvRound(kRoom * mm);
  const Box wanted{region.x - room, region.y - room, region.w + 2 * room, region.h + 2 * room};
  Frame out;
  out.box = intersect(wanted, {0, 0, page.width, page.height});
  if (out.box.w < kLeast * mm || out.box.h < kLeast * mm) return out;
  cv::Mat cut = view(page)(rect_of(out.box)).clone();
  const Skew skew = find_skew(image_of(darkest_of(cut)), kTurned);
  out.confidence = skew.confidence;
  if (skew.confidence >= kSureSkew) {
    out.degrees = skew.degrees;
    cut = turned(cut, skew.degrees);
  }
  take_rules_out(cut, mm);
  out.inside = image_of(cut);
  return out;
}

bool is_among_rules(const Image& page, const Box& region, double dpi) {
  const double mm = dpi / 25.4;
  const int beside = cvRound(kBeside * mm), room = cvRound(kAround * mm);
  const Box around =
      intersect({region.x - beside, region.y - room, region.w + 2 * beside, region.h + 2 * room},
                {0, 0, page.width, page.height});
  if (around.h < kTableRule * mm || around.w < kTableWidth * mm) return false;
  const cv::Mat ink = ink_mask(darkest_of(view(page)(rect_of(around))));
  const int bent = std::max(1, cvRound(kBent * mm));
  if (cv::countNonZero(rules_of(ink, cvRound(kTableWidth * mm), 2 * bent, true)) == 0) return false;
  return upright_rules(rules_of(ink, cvRound(kTableRule * mm), bent, false), kApart * mm) >=
         kTableRules;
}

Image without_dots(const Image& stamp, double dpi) {
  Image out = stamp;
  cv::Mat cut = view(out);
  const int most = cvRound(kDot * dpi / 25.4);
  const Pieces pieces = pieces_of(ink_mask(darkest_of(cut)));
  cv::Mat dots = cv::Mat::zeros(cut.size(), CV_8U);
  paint(dots, pieces, 255,
        [&](std::size_t i) { return pieces.all[i].box.w <= most && pieces.all[i].box.h <= most; });
  cv::dilate(dots, dots, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
  cut.setTo(cv::Scalar::all(255), dots);
  return out;
}

Box writing_in(const Image& stamp, const Box& area, double cap) {
  const Box seen = intersect(area, {0, 0, stamp.width, stamp.height});
  if (seen.empty()) return {};
  std::vector<int> tops, feet;
  Box around;
  for (const Piece& piece : pieces_of(ink_mask(darkest_of(view(stamp)(rect_of(seen))))).all) {
    const Box& box = piece.box;
    if (box.h < kLowest * cap || box.h > kHighest * cap || box.w > kWidest * cap) continue;
    tops.push_back(box.y), feet.push_back(box.bottom());
    around = unite(around, box);
  }
  if (tops.empty()) return {};
  const auto median = [](std::vector<int>& all) {
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2),
                     all.end());
    return all[all.size() / 2];
  };
  const int top = median(tops), foot = median(feet);
  return {seen.x + around.x, seen.y + top, around.w, foot - top};
}

}  // namespace vanthu
