// SPDX-License-Identifier: GPL-3.0-or-later
// Two thresholds with hysteresis (Canny 1986) told by the page's own print: a piece of ink without
// any pixel as dark as print, and whose edges are soft for its darkness, is the reverse; so is what
// of it hangs on print beyond a stroke's soft edge.
#include "pipeline/clean/reverse.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

constexpr uchar kInk = 225;      // darker is ink of either side
constexpr double kFaint = 0.75;  // of the depth of print: less is faint
constexpr double kSoft = 0.75;   // of the sharpness of print
constexpr double kLetterMm = 1.0, kTallestMm = 9, kWidestMm = 40;  // letters, and words that touch
constexpr double kEdgeMm = 0.2;               // of a stroke beyond its dark core
constexpr double kLeast = 0.02, kMost = 1.5;  // of the print's area; beyond these it is left alone

struct Look {
  int depth = 0;  // of the darkest pixel under white
  int step = 0;   // the steepest between neighbours in a row
  double sharpness() const { return depth > 0 ? static_cast<double>(step) / depth : 0; }
};

std::vector<Look> looks_of(const cv::Mat& grey, const Pieces& pieces) {
  std::vector<Look> out(pieces.all.size());
  for (const Run& run : pieces.runs) {
    const uchar* row = grey.ptr<uchar>(run.y);
    Look& look = out[run.piece];
    for (int x = run.from; x < run.to; ++x) look.depth = std::max(look.depth, 255 - row[x]);
    for (int x = std::max(1, run.from); x < std::min(grey.cols, run.to + 1); ++x)
      look.step = std::max(look.step, std::abs(row[x] - row[x - 1]));
  }
  return out;
}

// Or a word whose letters touch; neither the shade of a chart nor a dark edge.
bool is_letter(const Box& box, double dpi) {
  const double mm = dpi / 25.4;
  return box.h >= kLetterMm * mm && box.h <= kTallestMm * mm && box.w <= kWidestMm * mm;
}

template <typename Of>
double median(std::vector<Look> looks, const Of& of) {
  if (looks.empty()) return 0;
  const auto middle = looks.begin() + static_cast<long>(looks.size() / 2);
  std::nth_element(looks.begin(), middle, looks.end(),
                   [&](const Look& a, const Look& b) { return of(a) < of(b); });
  return of(*middle);
}

struct Print {
  double depth = 0, sharpness = 0;  // of the letters of this side
};

// The darker half of all letters is print whatever shines through: as much text is on one side as
// on the other.
Print print_of(const Pieces& pieces, const std::vector<Look>& looks, double dpi) {
  std::vector<Look> letters, dark;
  for (std::size_t i = 0; i < looks.size(); ++i)
    if (is_letter(pieces.all[i].box, dpi)) letters.push_back(looks[i]);
  std::sort(letters.begin(), letters.end(),
            [](const Look& a, const Look& b) { return a.depth > b.depth; });
  const double least = letters.empty() ? 0 : kFaint * letters[letters.size() / 4].depth;
  std::copy_if(letters.begin(), letters.end(), std::back_inserter(dark),
               [&](const Look& look) { return look.depth >= least; });
  return {median(dark, [](const Look& l) { return static_cast<double>(l.depth); }),
          median(dark, [](const Look& l) { return l.sharpness(); })};
}

// What is neither dark nor within the soft edge of what is: hangs of the reverse on print, and the
// pale rims of what was painted out.
void cut_off(cv::Mat& grey, int darkest, int edge) {
  cv::Mat near;
  cv::dilate(cv::Mat(grey < darkest), near,
             cv::getStructuringElement(cv::MORPH_RECT, {2 * edge + 1, 2 * edge + 1}));
  grey.setTo(255, ~near);
}

}  // namespace

Image without_reverse(const Image& grey, double dpi) {
  Image out = grey;
  cv::Mat page = view(out);
  if (page.empty() || is_two_valued(page)) return out;
  const Pieces pieces = pieces_of(cv::Mat(page < kInk));
  const std::vector<Look> looks = looks_of(page, pieces);
  const Print print = print_of(pieces, looks, dpi);
  const auto is_behind = [&](std::size_t piece) {
    return looks[piece].depth < kFaint * print.depth &&
           looks[piece].sharpness() < kSoft * print.sharpness;
  };
  double faint = 0, dark = 0;  // letters behind; all print
  for (std::size_t i = 0; i < looks.size(); ++i)
    if (!is_behind(i))
      dark += pieces.all[i].area;
    else if (is_letter(pieces.all[i].box, dpi))
      faint += pieces.all[i].area;
  if (faint < kLeast * dark || faint > kMost * dark) return out;
  paint(page, pieces, 255, is_behind);
  const int edge = std::max(1, static_cast<int>(kEdgeMm / 25.4 * dpi + 0.5));
  cut_off(page, static_cast<int>(255 - kFaint * print.depth), edge);
  return out;
}

}  // namespace vanthu
