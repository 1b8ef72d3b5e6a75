// SPDX-License-Identifier: GPL-3.0-or-later
// Idea: unrolled around its centre a ring is a level line, and is taken out as staff lines are from
// scores (Dalitz et al., "A comparative study of staff removal algorithms", 2008): what is thin
// across it goes, strokes that cross it stay. Everything else inside the seal goes too, unless it
// stands level with letters outside of it: there the printed row runs on.
#include "pipeline/clean/seal_black.h"

#include <array>
#include <cmath>

#include "pipeline/clean/mat.h"
#include "pipeline/clean/seal.h"

namespace vanthu {
namespace {

constexpr double kRing = 0.8;  // share of the perimeter that must be inked: text has half of it
constexpr double kClear = 1.5, kPaper = 0.4;  // mm outside the ring; of it at most so much is ink
constexpr double kNear = 0.25;                // mm: so far a ring may leave the circle
constexpr double kThickest = 1.3;             // mm: a ring is never thicker
constexpr double kUneven = 1.5;               // times its median: so thick a ring may be somewhere
constexpr double kBare = 0.3;                 // of the runs in one direction bear no letter
constexpr double kAlong = 0.4;                // mm: a shorter piece of ring is a letter's stroke
constexpr double kOfRow = 0.3;       // of a figure inside a band: less is the seal's own lettering
constexpr double kSpeck = 0.45;      // mm: what is left of a ring, no mark of a letter
constexpr double kStroke = 0.4;      // mm, to each side of a column
constexpr double kPrint = 0.12;      // of a band around a letter is ink
constexpr double kLastWord = 12;     // mm: a pen may have bound it into a figure that is no letter
constexpr double kWordGap = 4;       // mm: no two words of a row stand further apart
constexpr double kLineRing = 0.5;    // share of the angles that make a radius a ring's
constexpr double kOutside = 0.8;     // mm: what is left of an uneven ring stands so far outside
constexpr double kInnermost = 0.55;  // of the radius: no ring further inside
constexpr int kSteps = 360;

struct Circle {
  double x = 0, y = 0, r = 0;
};

bool ink_at(const cv::Mat& mask, double x, double y) {
  const int u = cvRound(x), v = cvRound(y);
  return u >= 0 && v >= 0 && u < mask.cols && v < mask.rows && mask.at<uchar>(v, u) != 0;
}

using Directions = std::array<cv::Point2d, kSteps>;

Directions all_around() {
  Directions out;
  for (std::size_t i = 0; i < kSteps; ++i) {
    const double angle = 2 * CV_PI * static_cast<double>(i) / kSteps;
    out[i] = {std::cos(angle), std::sin(angle)};
  }
  return out;
}

double share_inked(const cv::Mat& mask, const Circle& c, double near) {
  static const Directions kAround = all_around();
  int found = 0;
  for (const auto& [u, v] : kAround) {
    bool here = false;
    for (double r = c.r - near; r <= c.r + near && !here; r += 1)
      here = ink_at(mask, c.x + r * u, c.y + r * v);
    found += here;
  }
  return static_cast<double>(found) / kSteps;
}

// Ink all around, and paper outside of it: dirt is dark everywhere.
bool is_ring(const cv::Mat& mask, const Circle& c, double mm) {
  return share_inked(mask, c, kNear * mm) >= kRing &&
         share_inked(mask, {c.x, c.y, c.r + kClear * mm}, 0) < kPaper;
}

// The thumbnail's circle moved to where the ring is: climbing, at first with a broad ring.
Circle refined(const cv::Mat& mask, Circle c, double mm) {
  static constexpr Circle kMoves[] = {{1, 0, 0},  {-1, 0, 0},  {0, 1, 0},  {0, -1, 0}, {0, 0, 1},
                                      {0, 0, -1}, {1, 0, 1},   {-1, 0, 1}, {0, 1, 1},  {0, -1, 1},
                                      {1, 0, -1}, {-1, 0, -1}, {0, 1, -1}, {0, -1, -1}};
  for (const double step : {1.0 * mm, 0.5 * mm, 0.25 * mm, 0.12 * mm}) {
    double best = share_inked(mask, c, step / 2);
    for (bool better = true; better;) {
      better = false;
      for (const Circle& move : kMoves) {
        const Circle next{c.x + step * move.x, c.y + step * move.y, c.r + step * move.r};
        const double share = share_inked(mask, next, step / 2);
        if (share > best) best = share, c = next, better = true;
      }
    }
  }
  return c;
}

// The page unrolled around the circle: a row an angle, a column half a pixel of radius.
struct Unrolled {
  cv::Mat ink;  // 255 ink
  double per_pixel = 2;
};

Unrolled unroll(const cv::Mat& mask, const Circle& c, double outside) {
  Unrolled out;
  const int radii = cvRound((c.r + outside) * out.per_pixel);
  const int angles = cvRound(2 * CV_PI * c.r * 1.5);
  out.ink = cv::Mat::zeros(angles, radii, CV_8U);
  for (int a = 0; a < angles; ++a) {
    const double angle = 2 * CV_PI * a / angles, u = std::cos(angle), v = std::sin(angle);
    for (int i = 0; i < radii; ++i)
      if (ink_at(mask, c.x + i / out.per_pixel * u, c.y + i / out.per_pixel * v))
        out.ink.at<uchar>(a, i) = 255;
  }
  return out;
}

// Which ring each column of the unrolled page belongs to, counted from 1; 0: none.
std::vector<int> ring_columns(const Unrolled& polar, const Circle& c, double mm) {
  const int radii = polar.ink.cols, slack = cvRound(kNear * mm * polar.per_pixel);
  std::vector<int> out(static_cast<std::size_t>(radii), 0);
  int rings = 0, last = -radii;
  for (int i = cvRound(kInnermost * c.r * polar.per_pixel); i < radii; ++i) {
    if (cv::countNonZero(polar.ink.col(i)) <= kLineRing * polar.ink.rows) continue;
    if (i - last > 2 * slack) ++rings;
    for (int k = std::max(last + 1, i - slack); k <= std::min(radii - 1, i + slack); ++k)
      out[static_cast<std::size_t>(k)] = rings;
    last = i;
  }
  return out;
}

struct Run {  // ink along one ray that touches a ring
  int ray = 0, from = 0, to = 0, ring = 0;
};

std::vector<Run> runs_on(const Unrolled& polar, const std::vector<int>& ring) {
  std::vector<Run> out;
  for (int a = 0; a < polar.ink.rows; ++a) {
    const uchar* row = polar.ink.ptr<uchar>(a);
    for (int i = 0; i < polar.ink.cols; ++i) {
      if (row[i] == 0) continue;
      Run run{a, i, i, 0};
      for (; run.to < polar.ink.cols && row[run.to] != 0; ++run.to)
        run.ring = std::max(run.ring, ring[static_cast<std::size_t>(run.to)]);
      if (run.ring > 0) out.push_back(run);
      i = run.to;
    }
  }
  return out;
}

int quantile(std::vector<int> values, double share) {
  if (values.empty()) return 0;
  const auto at =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

// How thick a ring is around each of kSectors directions: as its median, or where the seal was
// pressed harder as the thinner of the runs there, which bear no letter.
class Thickness {
 public:
  Thickness(const std::vector<Run>& runs, int rays) : rays_(rays) {
    for (const Run& run : runs) {
      const auto ring = static_cast<std::size_t>(run.ring);
      if (all_.size() <= ring) all_.resize(ring + 1), near_.resize(ring + 1);
      all_[ring].push_back(run.to - run.from);
      for (int off = -1; off <= 1; ++off)
        near_[ring][sector(run, off)].push_back(run.to - run.from);
    }
    for (std::size_t ring = 0; ring < all_.size(); ++ring) {
      most_.emplace_back();
      const int usual = quantile(all_[ring], 0.5);
      for (std::size_t k = 0; k < kSectors; ++k)
        most_[ring][k] = std::max(usual, quantile(near_[ring][k], kBare));
    }
  }
  double at(const Run& run) const {
    return most_[static_cast<std::size_t>(run.ring)][sector(run, 0)];
  }

 private:
  static constexpr std::size_t kSectors = 36;
  std::size_t sector(const Run& run, int off) const {
    const auto k = static_cast<std::size_t>(run.ray) * kSectors / static_cast<std::size_t>(rays_);
    return (k + kSectors + static_cast<std::size_t>(off)) % kSectors;
  }
  int rays_;
  std::vector<std::vector<int>> all_;
  std::vector<std::array<std::vector<int>, kSectors>> near_;
  std::vector<std::array<int, kSectors>> most_;
};

// Leaves in `polar` only what is to go: runs on a ring no longer than the ring is thick, several
// rays side by side, since a ring goes on where a letter's stroke ends.
void keep_rings(Unrolled& polar, const std::vector<int>& ring, double mm) {
  const std::vector<Run> runs = runs_on(polar, ring);
  const Thickness thick(runs, polar.ink.rows);
  polar.ink.setTo(0);
  for (const Run& run : runs)
    if (run.to - run.from <=
        std::min(kUneven * thick.at(run) + 2, kThickest * mm * polar.per_pixel))
      polar.ink.row(run.ray).colRange(run.from, run.to).setTo(255);
  const int rays = std::max(1, cvRound(kAlong * mm * 1.5));
  cv::morphologyEx(polar.ink, polar.ink, cv::MORPH_OPEN, cv::Mat::ones(rays, 1, CV_8U));
}

cv::Rect square_around(const Circle& c, double reach, const cv::Mat& mask) {
  const cv::Rect all(0, 0, mask.cols, mask.rows);
  return cv::Rect(cvFloor(c.x - reach), cvFloor(c.y - reach), cvCeil(2 * reach),
                  cvCeil(2 * reach)) &
         all;
}

void wipe_rings(cv::Mat& mask, const Circle& c, double mm) {
  Unrolled polar = unroll(mask, c, mm);
  keep_rings(polar, ring_columns(polar, c, mm), mm);
  cv::dilate(polar.ink, polar.ink, cv::Mat::ones(3, 3, CV_8U));
  const cv::Rect around = square_around(c, c.r + mm, mask);
  for (int y = around.y; y < around.br().y; ++y)
    for (int x = around.x; x < around.br().x; ++x) {
      const int i = cvRound(std::hypot(x - c.x, y - c.y) * polar.per_pixel);
      if (i >= polar.ink.cols) continue;
      const double angle = std::atan2(y - c.y, x - c.x) / (2 * CV_PI);
      const int a = cvFloor((angle < 0 ? angle + 1 : angle) * polar.ink.rows) % polar.ink.rows;
      if (polar.ink.at<uchar>(a, i) != 0) mask.at<uchar>(y, x) = 0;
    }
}

// A printed row beside the seal, as the strip it makes through it: y = at + slope * x.
struct Band {
  double slope = 0, top = 0, bottom = 0;  // at x = 0
  int right = 0;                          // where its last letter ends
  bool holds(double x, double y) const { return y >= top + slope * x && y <= bottom + slope * x; }
};

std::vector<cv::Rect> glyphs_beside(const cv::Mat& mask, const Circle& c, double mm) {
  const cv::Rect around = square_around(c, 3 * c.r, mask);
  cv::Mat part = mask(around).clone(), labels, stats, centroids;
  cv::circle(part, cv::Point(cvRound(c.x) - around.x, cvRound(c.y) - around.y),
             cvRound(c.r + kNear * mm), cv::Scalar(0), cv::FILLED);
  const int count = cv::connectedComponentsWithStats(part, labels, stats, centroids);
  std::vector<cv::Rect> out;
  for (int i = 1; i < count; ++i) {
    const cv::Rect r{stats.at<int>(i, 0) + around.x, stats.at<int>(i, 1) + around.y,
                     stats.at<int>(i, 2), stats.at<int>(i, 3)};
    const double w = r.width / mm, h = r.height / mm,
                 full = stats.at<int>(i, 4) / (w * h * mm * mm);
    const double y = r.y + r.height / 2.0 - c.y;
    if (h >= 1.3 && h <= 6 && w >= 0.4 && w <= 25 && full > 0.22 && std::abs(y) < 1.35 * c.r)
      out.push_back(r);
  }
  std::sort(out.begin(), out.end(), [](const cv::Rect& a, const cv::Rect& b) { return a.x < b.x; });
  return out;
}

// Glyphs that follow each other on one row.
std::vector<std::vector<cv::Rect>> rows_of(const std::vector<cv::Rect>& glyphs, const Circle& c,
                                           double mm) {
  std::vector<std::vector<cv::Rect>> out;
  for (const cv::Rect& g : glyphs) {
    const auto follows = [&](const std::vector<cv::Rect>& row) {
      const cv::Rect& last = row.back();
      const int common = std::min(last.br().y, g.br().y) - std::max(last.y, g.y);
      const int gap = g.x - last.br().x;
      const bool across = last.br().x < c.x && g.x > c.x;
      return 2 * common > std::min(last.height, g.height) && (gap < 6 * mm || across);
    };
    const auto at = std::find_if(out.begin(), out.end(), follows);
    if (at == out.end())
      out.push_back({g});
    else
      at->push_back(g);
  }
  return out;
}

Band band_of(const std::vector<cv::Rect>& row, double mm) {
  double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
  for (const cv::Rect& g : row) {
    const double x = g.x + g.width / 2.0, y = g.br().y;
    n += g.width, sx += g.width * x, sy += g.width * y, sxx += g.width * x * x,
        sxy += g.width * x * y;
  }
  Band out;
  out.right = row.back().br().x;
  const double spread = sxx / n - sx / n * sx / n;
  if (row.back().br().x - row.front().x > 12 * mm && spread > 0)
    out.slope = std::clamp((sxy / n - sx / n * sy / n) / spread, -0.1, 0.1);
  std::vector<double> tops, bottoms;
  for (const cv::Rect& g : row) {
    const double x = g.x + g.width / 2.0;
    tops.push_back(g.y - out.slope * x);
    bottoms.push_back(g.br().y - out.slope * x);
  }
  out.top = *std::min_element(tops.begin(), tops.end()) - 0.8 * mm;
  out.bottom = *std::max_element(bottoms.begin(), bottoms.end()) + 0.5 * mm;
  return out;
}

std::vector<Band> bands_beside(const cv::Mat& mask, const Circle& c, double mm) {
  std::vector<Band> out;
  for (const auto& row : rows_of(glyphs_beside(mask, c, mm), c, mm)) {
    int width = 0;
    for (const cv::Rect& g : row) width += g.width;
    const bool near = row.front().x < c.x + 1.3 * c.r && row.back().br().x > c.x - 1.3 * c.r;
    if (near && row.size() >= 2 && width >= 5 * mm) out.push_back(band_of(row, mm));
  }
  return out;
}

// Inside the circle only the bands stay, and of them not what belongs to a larger figure.
void wipe_inside(cv::Mat& mask, const Circle& c, const std::vector<Band>& bands, double mm) {
  const cv::Rect around = square_around(c, c.r + kOutside * mm, mask);
  cv::Mat part = mask(around), inside = cv::Mat::zeros(part.size(), CV_8U), labels, stats,
          centroids;
  cv::circle(inside, cv::Point(cvRound(c.x) - around.x, cvRound(c.y) - around.y),
             cvRound(c.r + kOutside * mm), cv::Scalar(255), cv::FILLED);
  const int count = cv::connectedComponentsWithStats(part & inside, labels, stats, centroids);
  std::vector<int> held(static_cast<std::size_t>(count), 0);
  const auto in_band = [&](int x, int y) {
    return std::any_of(bands.begin(), bands.end(),
                       [&](const Band& b) { return b.holds(x + around.x, y + around.y); });
  };
  for (int y = 0; y < part.rows; ++y)
    for (int x = 0; x < part.cols; ++x)
      if (labels.at<int>(y, x) > 0 && in_band(x, y))
        ++held[static_cast<std::size_t>(labels.at<int>(y, x))];
  for (int y = 0; y < part.rows; ++y)
    for (int x = 0; x < part.cols; ++x) {
      const int label = labels.at<int>(y, x);
      if (label == 0) continue;
      const int side = std::max(stats.at<int>(label, cv::CC_STAT_WIDTH),
                                stats.at<int>(label, cv::CC_STAT_HEIGHT));
      const bool of_row =
          held[static_cast<std::size_t>(label)] > kOfRow * stats.at<int>(label, cv::CC_STAT_AREA);
      if (!of_row || side < kSpeck * mm || !in_band(x, y)) part.at<uchar>(y, x) = 0;
    }
}

// Share of ink in the band around column x, a stroke's width to each side.
double print_at(const cv::Mat& mask, const Band& band, int x, double mm) {
  const int reach = std::max(1, cvRound(kStroke * mm));
  const int left = std::max(0, x - reach), right = std::min(mask.cols, x + reach + 1);
  const int top = std::max(0, cvRound(band.top + band.slope * x));
  const int bottom = std::min(mask.rows, cvRound(band.bottom + band.slope * x));
  if (bottom <= top || right <= left) return 0;
  const double area = static_cast<double>(bottom - top) * (right - left);
  return cv::countNonZero(mask(cv::Range(top, bottom), cv::Range(left, right))) / area;
}

// Where the row ends, walking from `from` by `step`: at a gap that no two words leave, or at
// `last`. Print counts that has at least `least` of ink; what shows through the paper has less.
int end_of(const cv::Mat& mask, const Band& band, int from, int last, double least, double mm) {
  const int widest = cvRound(kWordGap * mm), step = last < from ? -1 : 1;
  int end = from;
  for (int x = from; x != last && std::abs(x - end) <= widest; x += step)
    if (print_at(mask, band, x, mm) > least) end = x;
  return end;
}

// The box of a row that runs on to the right of the seal; empty for rows that end left of it, and
// for those in its upper half, titles that stand too close to each other to be cut apart.
Box row_box(const cv::Mat& mask, const Band& band, const Circle& c, double mm) {
  if (band.right < c.x + 0.5 * c.r) return {};
  const int least = std::max(0, cvRound(c.x - c.r)) - 1;
  const int most = std::min(mask.cols, band.right + cvRound(kLastWord * mm));
  const int left = end_of(mask, band, band.right - 1, std::min(least, band.right - 2), 0, mm);
  const int right = end_of(mask, band, band.right - 1, most, kPrint, mm) + 1;
  const double sunk = std::abs(band.slope) * (right - left) / 2, middle = (left + right) / 2.0;
  const int top = cvRound(band.top + band.slope * middle - sunk);
  const int bottom = cvRound(band.bottom + band.slope * middle + sunk);
  if (top + bottom < 2 * c.y) return {};
  return intersect({left, top, right - left, bottom - top}, {0, 0, mask.cols, mask.rows});
}

}  // namespace

WithoutSeals without_black_seals(const Image& grey, double dpi) {
  if (grey.empty()) return {grey, {}};
  const double mm = dpi / 25.4;
  cv::Mat mask = ink_mask(view(grey)), paper;
  cv::bitwise_not(mask, paper);
  const cv::Mat before = mask.clone();
  WithoutSeals out{grey, {}};
  for (const Seal& seal : find_seals(image_of(paper), dpi)) {
    const Circle c = refined(mask, {double(seal.x), double(seal.y), double(seal.radius)}, mm);
    if (!is_ring(mask, c, mm)) continue;
    const std::vector<Band> bands = bands_beside(mask, c, mm);
    wipe_rings(mask, c, mm);
    wipe_inside(mask, c, bands, mm);
    for (const Band& band : bands)
      if (const Box box = row_box(mask, band, c, mm); !box.empty()) out.rows.push_back(box);
  }
  cv::Mat gone = before & ~mask;
  if (cv::countNonZero(gone) == 0) return out;
  cv::dilate(gone, gone, cv::Mat::ones(3, 3, CV_8U));
  view(out.print).setTo(255, gone & ~mask);
  return out;
}

}  // namespace vanthu
