// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

// All in x-heights.
constexpr double kRunAcross = 1.6, kRunDown = 2.7;  // hardly a stroke of a letter is that long
constexpr double kBreak = 0.2;                      // a run may be broken this far
constexpr double kGapAcross = 8, kGapDown = 4;      // a rule may be broken this far
constexpr double kRuleAcross = 12, kRuleDown = 4;
constexpr double kInked = 0.45;    // of a rule; bars of letters in a row cover less
constexpr double kBeside = 0.3;    // from a rule: within that is paper, or it is a row of print
constexpr double kStrokes = 0.25;  // of its length; letters touch a rule here and there
constexpr double kLean = 0.9;      // from end to end, on a level page
constexpr double kThick = 0.7;     // a thicker bar is no rule
constexpr double kSameRule = 0.9;  // rules this near are one
constexpr double kMeet = 1.5;      // a rule may end this far before the one it meets
constexpr double kSameRow = 0.9;
constexpr int kFaintest = 225;  // grey; rules are thin, and paler than letters on bad scans
constexpr std::size_t kLeastRules = 3;
constexpr double kWall = 0.4;  // so much of a wall must be ink

cv::Mat bar(int w, int h) { return cv::getStructuringElement(cv::MORPH_RECT, {w, h}); }

struct Rules {
  cv::Mat ink;                  // of the runs alone
  cv::Mat joined;               // their breaks closed
  std::vector<cv::Rect> found;  // each with its breaks closed
};

// How much of the straight way from a to b has ink within a little of it.
double covered(const cv::Mat& ink, cv::Rect way, bool across) {
  way &= cv::Rect({}, ink.size());
  if (way.empty()) return 0;
  cv::Mat seen;
  cv::reduce(ink(way), seen, across ? 0 : 1, cv::REDUCE_MAX);
  return static_cast<double>(cv::countNonZero(seen)) / static_cast<double>(seen.total());
}

// Serifs and bars that touch make a run through a whole row of bold print. From there the strokes
// of its letters go on, up or down; between a rule and print near it is a little paper.
bool is_row_of_print(const cv::Mat& ink, const cv::Rect& r, double x, bool across) {
  const auto strokes_at = [&](int from) {
    return covered(ink, across ? cv::Rect(r.x, from, r.width, 1) : cv::Rect(from, r.y, 1, r.height),
                   across);
  };
  double before = 1, after = 1;
  for (int off = 1; off <= std::max(2, static_cast<int>(kBeside * x)); ++off) {
    before = std::min(before, strokes_at((across ? r.y : r.x) - 1 - off));
    after = std::min(after, strokes_at((across ? r.br().y : r.br().x) + off));
  }
  return std::max(before, after) > kStrokes;
}

Rules rules(const cv::Mat& ink, double x, bool across) {
  const auto px = [&](double heights) { return std::max(1, static_cast<int>(heights * x)); };
  const auto along = [&](int n) { return across ? bar(n, 1) : bar(1, n); };
  Rules out;
  cv::dilate(ink, out.ink, across ? bar(1, 3) : bar(3, 1));  // a rule may lean a little
  cv::morphologyEx(out.ink, out.ink, cv::MORPH_CLOSE, along(px(kBreak)));
  cv::morphologyEx(out.ink, out.ink, cv::MORPH_OPEN, along(px(across ? kRunAcross : kRunDown)));
  cv::Mat labels, stats, centroids;
  cv::morphologyEx(out.ink, out.joined, cv::MORPH_CLOSE, along(px(across ? kGapAcross : kGapDown)));
  const int count = cv::connectedComponentsWithStats(out.joined, labels, stats, centroids);
  for (int i = 1; i < count; ++i) {
    const cv::Rect r{stats.at<int>(i, 0), stats.at<int>(i, 1), stats.at<int>(i, 2),
                     stats.at<int>(i, 3)};
    const int length = across ? r.width : r.height;
    const double thick =
        static_cast<double>(stats.at<int>(i, cv::CC_STAT_AREA)) / std::max(1, length);
    const int lean = across ? r.height : r.width;  // of a signature or a seal more
    if (length < (across ? kRuleAcross : kRuleDown) * x || thick > kThick * x || lean > kLean * x)
      continue;
    if (covered(out.ink, r, across) < kInked || is_row_of_print(ink, r, x, across)) continue;
    out.found.push_back(r);
  }
  return out;
}

// Where rules of one direction stand, nearby ones as one.
std::vector<int> places(std::vector<int> at, double x) {
  std::sort(at.begin(), at.end());
  std::vector<int> out;
  for (std::size_t from = 0; from < at.size();) {
    std::size_t to = from + 1;
    while (to < at.size() && at[to] - at[to - 1] <= kSameRule * x) ++to;
    out.push_back(at[(from + to) / 2]);
    from = to;
  }
  return out;
}

bool cross(const cv::Rect& a, const cv::Rect& b, double x) {
  const int d = static_cast<int>(kMeet * x);
  return !(cv::Rect(a.x - d, a.y - d, a.width + 2 * d, a.height + 2 * d) & b).empty();
}

struct Net {
  std::vector<int> xs, ys;
  cv::Rect box;
};

// Rules that cross one another, directly or by others.
std::vector<Net> nets(const Rules& across, const Rules& down, double x) {
  std::vector<Net> out;
  std::vector<bool> used(across.found.size(), false), taken(down.found.size(), false);
  for (std::size_t seed = 0; seed < used.size(); ++seed) {
    if (used[seed]) continue;
    std::vector<std::size_t> queue{seed};
    used[seed] = true;
    std::vector<int> xs, ys;
    cv::Rect box;
    while (!queue.empty()) {
      const cv::Rect h = across.found[queue.back()];
      queue.pop_back();
      ys.push_back(h.y + h.height / 2);
      box |= h;
      for (std::size_t v = 0; v < taken.size(); ++v) {
        if (taken[v] || !cross(h, down.found[v], x)) continue;
        taken[v] = true;
        xs.push_back(down.found[v].x + down.found[v].width / 2);
        box |= down.found[v];
        for (std::size_t i = 0; i < used.size(); ++i)
          if (!used[i] && cross(across.found[i], down.found[v], x))
            used[i] = true, queue.push_back(i);
      }
    }
    out.push_back({places(std::move(xs), x), places(std::move(ys), x), box});
  }
  return out;
}

// Meshes without a wall between them are one cell.
class Meshes {
 public:
  Meshes(const Net& net, const Rules& across, const Rules& down, double x)
      : net_(net), columns_(net.xs.size() - 1), rows_(net.ys.size() - 1), of_(columns_ * rows_) {
    std::iota(of_.begin(), of_.end(), std::size_t{0});
    const int near = std::max(2, static_cast<int>(0.4 * x));
    for (std::size_t r = 0; r < rows_; ++r)
      for (std::size_t c = 0; c < columns_; ++c) {
        const cv::Rect mesh = box(r, c);
        const cv::Rect right(mesh.br().x - near, mesh.y, 2 * near, mesh.height);
        const cv::Rect under(mesh.x, mesh.br().y - near, mesh.width, 2 * near);
        if (c + 1 < columns_ && covered(down.joined, right, false) < kWall) join(r, c, r, c + 1);
        if (r + 1 < rows_ && covered(across.joined, under, true) < kWall) join(r, c, r + 1, c);
      }
  }

  std::vector<Box> cells() const {
    std::vector<cv::Rect> around(of_.size());
    for (std::size_t r = 0; r < rows_; ++r)
      for (std::size_t c = 0; c < columns_; ++c) around[root(r * columns_ + c)] |= box(r, c);
    std::vector<Box> out;
    for (const cv::Rect& cell : around)
      if (!cell.empty()) out.push_back(box_of(cell));
    return out;
  }

 private:
  cv::Rect box(std::size_t r, std::size_t c) const {
    return {net_.xs[c], net_.ys[r], net_.xs[c + 1] - net_.xs[c], net_.ys[r + 1] - net_.ys[r]};
  }
  std::size_t root(std::size_t i) const { return of_[i] == i ? i : root(of_[i]); }
  void join(std::size_t r0, std::size_t c0, std::size_t r1, std::size_t c1) {
    const std::size_t a = root(r0 * columns_ + c0), b = root(r1 * columns_ + c1);
    of_[std::max(a, b)] = std::min(a, b);
  }

  const Net& net_;
  std::size_t columns_, rows_;
  std::vector<std::size_t> of_;
};

void sort_in_rows(std::vector<Box>& cells, double x) {
  std::sort(cells.begin(), cells.end(), [](const Box& a, const Box& b) { return a.y < b.y; });
  for (auto from = cells.begin(); from != cells.end();) {
    const auto to = std::find_if(from, cells.end(),
                                 [&](const Box& cell) { return cell.y > from->y + kSameRow * x; });
    std::sort(from, to, [](const Box& a, const Box& b) { return a.x < b.x; });
    from = to;
  }
}

// A glance at half the size, with every pixel of ink kept: most pages have no upright rules, and
// the search proper is dear.
bool may_hold_tables(const cv::Mat& ink, double x) {
  cv::Mat small;
  cv::resize(ink, small, {ink.cols / 2, ink.rows / 2}, 0, 0, cv::INTER_AREA);
  return rules(small > 0, x / 2, false).found.size() >= kLeastRules;
}

// The rules within `box` become paper, and nothing else: runs of letters stay.
void erase(cv::Mat grey, const cv::Rect& box, const Rules& rules) {
  for (const cv::Rect& r : rules.found) {
    if ((r & box).empty()) continue;
    const cv::Rect edge =
        cv::Rect(r.x - 2, r.y - 2, r.width + 4, r.height + 4) & cv::Rect({}, grey.size());
    cv::Mat gone;
    cv::dilate(rules.ink(edge), gone, bar(3, 3));
    grey(edge).setTo(255, gone);
  }
}

}  // namespace

std::vector<Table> take_tables(Image& grey, double letter) {
  if (letter <= 0 || grey.width < 4 || grey.height < 4) return {};
  const cv::Mat ink = view(grey) < kFaintest;
  if (!may_hold_tables(ink, letter)) return {};
  const Rules across = rules(ink, letter, true), down = rules(ink, letter, false);
  std::vector<Table> out;
  for (const Net& net : nets(across, down, letter)) {
    if (net.xs.size() < kLeastRules || net.ys.size() < kLeastRules) continue;
    Table table{box_of(net.box), Meshes(net, across, down, letter).cells()};
    sort_in_rows(table.cells, letter);
    erase(view(grey), net.box, across);
    erase(view(grey), net.box, down);
    out.push_back(std::move(table));
  }
  std::sort(out.begin(), out.end(),
            [](const Table& a, const Table& b) { return a.box.y < b.box.y; });
  return out;
}

}  // namespace vanthu
