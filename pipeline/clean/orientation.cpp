// SPDX-License-Identifier: GPL-3.0-or-later
// Two questions. Do lines run across or down? A letter's nearest neighbour stands beside it in its
// line, across which the next line is further: the idea of L. O'Gorman, "The document spectrum for
// page layout analysis", TPAMI 1993. A table, whose cells stand in columns as sharp as its rows, is
// told by it too. Which side is up? Lower-case Latin letters reach above the x-height band (b
// d h k l t, and in Vietnamese nearly every mark) far more often than below it (g p q y, the dot):
// the ascender test of D. Bloomberg et al., "Measuring document image skew and orientation", SPIE
// 1995.
#include "pipeline/clean/orientation.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "pipeline/clean/letter_rows.h"
#include "pipeline/clean/mat.h"
#include "pipeline/clean/skew.h"

namespace vanthu {
namespace {

constexpr int kLongSide = 1700;         // thumbnail: x-height about 9 pixels, enough to see marks
constexpr int kFewLines = 4;            // fewer lines prove nothing
constexpr std::size_t kFewLetters = 4;  // of a row
constexpr double kWordGap = 14;         // pixels: one and a half letters
constexpr double kBetween = 0.15;       // of the mean ink of rows: less is between two lines
constexpr int kFewPairs = 40;           // nor do fewer pairs of letters
constexpr double kAcross = 0.6, kDown = 0.3;  // share of the pairs that stand side by side
constexpr int kSmallestLetter = 6;            // pixels of its longer side: no dot, no mark

cv::Mat thumbnail(const Image& image) {
  cv::Mat small;
  const double scale =
      std::min(1.0, static_cast<double>(kLongSide) / std::max(image.width, image.height));
  cv::resize(grey_of(image), small, {}, scale, scale, cv::INTER_AREA);
  return ink_mask(small);
}

bool is_letter(const Box& b) { return b.w <= 60 && b.h <= 60 && b.w * b.h >= 4; }

// Rules, seals and borders drown the letters: only letter-sized ink votes.
cv::Mat letters(const cv::Size& size, const Pieces& pieces) {
  cv::Mat out = cv::Mat::zeros(size, CV_8U);
  paint(out, pieces, 255, [&](std::size_t i) { return is_letter(pieces.all[i].box); });
  return out;
}

int longer_side(const Box& b) { return std::max(b.w, b.h); }

// Does `next` stand right of `one`, level with it, closer than half a letter?
bool side_by_side(const Box& one, const Box& next) {
  const int size = longer_side(one), other = longer_side(next);
  if (next.x < one.right() - 1 || other * 2 < size || size * 2 < other) return false;
  const int level = std::min(one.bottom(), next.bottom()) - std::max(one.y, next.y);
  return level * 3 > 2 * std::min(one.h, next.h);
}

// Letters that have one right of them.
int pairs_across(std::vector<Box> boxes) {
  std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.x < b.x; });
  int pairs = 0;
  for (auto one = boxes.begin(); one != boxes.end(); ++one) {
    const int reach = one->right() + longer_side(*one) / 2;
    const auto far = std::find_if(one + 1, boxes.end(), [&](const Box& b) { return b.x > reach; });
    if (std::any_of(one + 1, far, [&](const Box& next) { return side_by_side(*one, next); }))
      ++pairs;
  }
  return pairs;
}

enum class Lines { unknown, across, down };

Lines direction(const Pieces& pieces) {
  std::vector<Box> boxes, lying;
  for (const Piece& piece : pieces.all) {
    const Box& b = piece.box;
    if (!is_letter(b) || longer_side(b) < kSmallestLetter) continue;
    boxes.push_back(b);
    lying.push_back({b.y, b.x, b.h, b.w});
  }
  const int across = pairs_across(std::move(boxes)), down = pairs_across(std::move(lying));
  if (across + down < kFewPairs) return Lines::unknown;
  const double share = static_cast<double>(across) / (across + down);
  return share > kAcross ? Lines::across : share < kDown ? Lines::down : Lines::unknown;
}

struct Band {
  int top = 0, bottom = 0;  // rows [top, bottom) of one text line
};

// The inked rows around `middle`: a line with its marks and tails.
Band band_at(const std::vector<double>& rows, int middle) {
  double mean = 0;
  for (const double r : rows) mean += r / static_cast<double>(rows.size());
  const auto inked = [&](int y) { return rows[static_cast<std::size_t>(y)] >= kBetween * mean; };
  Band out{middle, middle};
  while (out.top > 0 && inked(out.top - 1)) --out.top;
  while (out.bottom < static_cast<int>(rows.size()) && inked(out.bottom)) ++out.bottom;
  return out;
}

// Ink above the x-height band minus ink below it, for one line, as a share of both: -1..1.
double lean_up(const std::vector<double>& rows, const Band& band) {
  const auto at = [&](int y) { return rows[static_cast<std::size_t>(y)]; };
  double peak = 0;
  for (int y = band.top; y < band.bottom; ++y) peak = std::max(peak, at(y));
  int first = band.top, last = band.bottom - 1;
  while (first < last && at(first) < 0.5 * peak) ++first;
  while (last > first && at(last) < 0.5 * peak) --last;
  double above = 0, below = 0;
  for (int y = band.top; y < first; ++y) above += at(y);
  for (int y = last + 1; y < band.bottom; ++y) below += at(y);
  return above + below == 0 ? 0 : (above - below) / (above + below);
}

struct UpVote {
  double mean = 0;
  int lines = 0;
};

// How far the ink of one row, and what hangs above and below it, leans up.
double lean_of(const cv::Mat& ink, const LetterRow& row) {
  const Box around{row.box.x, row.box.y - row.box.h, row.box.w, 3 * row.box.h};
  const Box seen = intersect(around, {0, 0, ink.cols, ink.rows});
  cv::Mat profile;
  cv::reduce(ink(rect_of(seen)), profile, 1, cv::REDUCE_SUM, CV_64F);
  const std::vector<double> rows(profile.ptr<double>(), profile.ptr<double>() + profile.total());
  return lean_up(rows, band_at(rows, row.box.mid_y() - seen.y));
}

// Row by row of neighbours: in a table the lines of one cell stand between those of the next.
UpVote vote(const cv::Mat& ink) {
  std::vector<Box> boxes;
  for (const Piece& piece : pieces_of(ink).all)
    if (longer_side(piece.box) >= kSmallestLetter) boxes.push_back(piece.box);
  UpVote out;
  double letters = 0;
  for (const LetterRow& row : letter_rows(std::move(boxes), kWordGap)) {
    if (row.letters.size() < kFewLetters) continue;
    const auto weight = static_cast<double>(row.letters.size());
    out.mean += weight * lean_of(ink, row);
    letters += weight, ++out.lines;
  }
  if (letters > 0) out.mean /= letters;
  return out;
}

Skew skew_of(const cv::Mat& ink) {
  cv::Mat paper;
  cv::bitwise_not(ink, paper);
  return find_skew(image_of(paper));
}

cv::Mat levelled(const cv::Mat& ink, const Skew& skew) {
  if (skew.confidence < kSureSkew || std::abs(skew.degrees) < 0.1) return ink;
  cv::Mat out;
  const cv::Point2f centre(static_cast<float>(ink.cols) / 2, static_cast<float>(ink.rows) / 2);
  cv::warpAffine(ink, out, cv::getRotationMatrix2D(centre, skew.degrees, 1), ink.size());
  return out;
}

}  // namespace

Orientation find_orientation(const Image& image) {
  if (image.empty()) return {};
  const cv::Mat small = thumbnail(image);
  const Pieces pieces = pieces_of(small);
  const Lines lines = direction(pieces);
  if (lines == Lines::unknown) return {};
  const bool sideways = lines == Lines::down;
  cv::Mat ink = letters(small.size(), pieces);
  if (sideways) cv::rotate(ink, ink, cv::ROTATE_90_CLOCKWISE);
  const UpVote up = vote(levelled(ink, skew_of(ink)));
  if (up.lines < kFewLines) return {};
  const bool flipped = up.mean < 0;
  const double confidence = std::clamp(std::abs(up.mean) * 4, 0.0, 1.0);
  const int degrees = (sideways ? 90 : 0) + (flipped ? 180 : 0);
  // A page left lying cannot be read at all: the likelier way up will do.
  return {degrees, sideways ? (1 + confidence) / 2 : confidence};
}

Image turned(const Image& image, int degrees) {
  if (degrees == 0) return image;
  cv::Mat out;
  cv::rotate(view(image), out,
             degrees == 90    ? cv::ROTATE_90_CLOCKWISE
             : degrees == 180 ? cv::ROTATE_180
                              : cv::ROTATE_90_COUNTERCLOCKWISE);
  return image_of(out);
}

}  // namespace vanthu
