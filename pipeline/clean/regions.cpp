// SPDX-License-Identifier: GPL-3.0-or-later
// A gutter is a white strip wider than any gap between words. In the head it runs from the top of
// the page to the first line that crosses it (title, addressee or body); in the foot from the
// bottom up to the last line of the body. Among all places in the middle of the page the longest
// strip wins, and it must part at least two lines from two. Only letters and rules count as ink:
// seals, signatures and smears cross gutters at will.
#include "pipeline/clean/regions.h"

#include <climits>

#include "pipeline/clean/letter_gaps.h"
#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

constexpr double kStrip = 1.5;       // x-heights; a space between words is under 1.2 even justified
constexpr double kTypedStrip = 2.6;  // it is up to 1.8 on a typewriter
constexpr double kFrom = 0.28, kTo = 0.66;  // of the text frame: where a gutter may stand
constexpr double kHeadEnds = 0.55, kFootStarts = 0.15;  // of the page height
constexpr double kPageNumber = 4.0;  // x-heights: a lone mark this narrow at the bottom is no text

constexpr double kAround =
    9.0;  // x-heights either side of a gutter where its crossing line must show
constexpr double kLineAway = 2.4;                   // x-heights: the next line is no further
constexpr double kTitleWord = 14, kTitleGap = 2.6;  // x-heights: a word of a title, its gap
constexpr double kRealText = 3.0;    // x-heights: pieces of line this wide are text, not dirt
constexpr double kBesideText = 3.0;  // x-heights between a short piece and its line
constexpr double kMargin = 1.2;      // x-heights left around the text of a cell

struct Layout {
  cv::Mat ink;                  // letters and rules, 255
  std::vector<cv::Rect> lines;  // pieces of lines: letters joined across word gaps
  int left = 0, right = 0;      // of the text frame
  double strip = kStrip;        // width of a gutter, x-heights
};

cv::Mat letters_and_rules(const Pieces& pieces, const cv::Size& size, double x) {
  cv::Mat out = cv::Mat::zeros(size, CV_8U);
  paint(out, pieces, 255, [&](std::size_t i) {
    const int w = pieces.all[i].box.w, h = pieces.all[i].box.h;
    const bool letter = h >= 0.3 * x && h <= 3.5 * x && w <= 10 * x;
    const bool rule = w > 25 * x && h < x;
    return letter || rule;
  });
  return out;
}

bool is_page_number(const cv::Rect& r, const cv::Size& page, double x) {
  const bool low_or_high = r.y > 0.88 * page.height || r.br().y < 0.08 * page.height;
  return low_or_high && r.width < kPageNumber * x;
}

Layout layout_of(const Image& print, double x) {
  Layout out;
  const cv::Mat ink = ink_mask(view(print));
  const Pieces pieces = pieces_of(ink);
  out.ink = letters_and_rules(pieces, ink.size(), x);
  if (is_wide_set(pieces, x)) out.strip = kTypedStrip;
  cv::Mat joined;
  const int reach = 2 * static_cast<int>(0.7 * x) + 1;
  cv::morphologyEx(out.ink, joined, cv::MORPH_CLOSE,
                   cv::getStructuringElement(cv::MORPH_RECT, {reach, 3}));
  std::vector<int> lefts, rights;
  for (const Piece& piece : pieces_of(joined).all) {
    const cv::Rect r = rect_of(piece.box);
    if (r.height < 0.7 * x || r.width < 0.8 * x) continue;
    if (is_page_number(r, out.ink.size(), x)) {
      out.ink(r).setTo(0);
      continue;
    }
    out.lines.push_back(r);
    lefts.push_back(r.x);
    rights.push_back(r.br().x);
  }
  if (out.lines.empty()) return out;
  std::sort(lefts.begin(), lefts.end());
  std::sort(rights.begin(), rights.end());
  out.left = lefts[lefts.size() / 20];
  out.right = rights[rights.size() - 1 - rights.size() / 20];
  return out;
}

struct Gutter {
  int x = 0, y = 0;  // its middle; the row where the first line crosses it
  bool found = false;
};

// For each strip of `width` columns that starts in `starts`: how many rows stay white in it,
// walking from one end of `walk` to the other. A single pixel is no ink.
std::vector<int> white_rows(const cv::Mat& ink, cv::Range starts, int width, cv::Range walk) {
  const int step = walk.start <= walk.end ? 1 : -1;
  std::vector<int> white(static_cast<std::size_t>(std::max(0, starts.size())), -1);
  std::vector<int> sums(white.size() + static_cast<std::size_t>(width) + 1, 0);
  std::size_t open = white.size();
  for (int y = walk.start; y != walk.end && open > 0; y += step) {
    const uchar* row = ink.ptr<uchar>(y) + starts.start;
    for (std::size_t i = 1; i < sums.size(); ++i) sums[i] = sums[i - 1] + (row[i - 1] != 0);
    for (std::size_t i = 0; i < white.size(); ++i)
      if (white[i] < 0 && sums[i + static_cast<std::size_t>(width)] - sums[i] > 1)
        white[i] = std::abs(y - walk.start), --open;
  }
  std::replace(white.begin(), white.end(), -1, std::abs(walk.end - walk.start));
  return white;
}

// The strip that stays white longest; of a run of equals the middle one.
Gutter longest(const Layout& layout, double x, cv::Range walk) {
  const int width = static_cast<int>(layout.strip * x), frame = layout.right - layout.left;
  const int from = layout.left + static_cast<int>(kFrom * frame);
  const int to = layout.left + static_cast<int>(kTo * frame) - width;
  if (to <= from) return {};
  const std::vector<int> reach = white_rows(layout.ink, {from, to}, width, walk);
  const int best = *std::max_element(reach.begin(), reach.end());
  int run = 0, longest_run = 0, middle = 0;
  for (std::size_t i = 0; i < reach.size(); ++i) {
    run = reach[i] >= best - x ? run + 1 : 0;
    if (run > longest_run) longest_run = run, middle = static_cast<int>(i) - run / 2;
  }
  if (longest_run == 0) return {};
  const int y = walk.start + (walk.start <= walk.end ? best : -best);
  return {from + middle + width / 2, y, true};
}

bool parts_two_from_two(const Layout& layout, const Gutter& g, int top, int bottom) {
  int left = 0, right = 0;
  for (const cv::Rect& r : layout.lines) {
    if (r.y < top || r.br().y > bottom) continue;
    if (r.br().x <= g.x + 2) ++left;
    if (r.x >= g.x - 2) ++right;
  }
  return left >= 2 && right >= 2;
}

// A short centred title may have the gap between its two words just where the gutter runs (THÔNG
// BÁO). Such a pair, or a title that grew together, ends the head: the row of its top, or gutter.y.
int title_above(const Layout& layout, const Gutter& g, double x) {
  int top = g.y;
  const auto is_short = [&](const cv::Rect& r) {
    return r.width < kTitleWord * x && r.height < 4 * x;
  };
  for (const cv::Rect& a : layout.lines) {
    if (a.y >= g.y || !is_short(a)) continue;
    if (a.x < g.x - x && a.br().x > g.x + x) top = std::min(top, a.y);
    for (const cv::Rect& b : layout.lines) {
      const bool level = std::abs(a.y + a.height / 2 - b.y - b.height / 2) < x;
      const bool pair = a.br().x <= g.x && b.x >= g.x && b.x - a.br().x < kTitleGap * x;
      if (level && pair && is_short(b)) top = std::min({top, a.y, b.y});
    }
  }
  return top;
}

int pieces_cut(const Layout& layout, int y) {
  return static_cast<int>(
      std::count_if(layout.lines.begin(), layout.lines.end(),
                    [&](const cv::Rect& r) { return y >= r.y && y < r.br().y; }));
}

// The cut between the line that crosses the gutter and its neighbour: the middle of the widest of
// the whitest runs of rows from there by `step`, looked at around the gutter; of them those that
// cut the fewest lines further off (Kính gửi a little above its list). The nearest may be the gap
// between capitals and their marks.
int white_row(const Layout& layout, const Gutter& gutter, double x, int step) {
  const int reach = static_cast<int>(kAround * x), far = static_cast<int>(kLineAway * x);
  const cv::Rect around = cv::Rect(gutter.x - reach, 0, 2 * reach, layout.ink.rows) &
                          cv::Rect(0, 0, layout.ink.cols, layout.ink.rows);
  std::pair<int, int> least = {INT_MAX, INT_MAX};
  int widest = 0, run = 0, cut = gutter.y;
  for (int i = 1; i <= far; ++i) {
    const int y = gutter.y + i * step;
    if (y < 0 || y >= layout.ink.rows) break;
    const std::pair here(cv::countNonZero(layout.ink(around).row(y)), pieces_cut(layout, y));
    if (here < least) least = here, widest = run = 0;
    run = here == least ? run + 1 : 0;
    if (run > widest) widest = run, cut = y - step * run / 2;
  }
  return cut;
}

// A short piece, "Số" or a bullet, is text when it stands beside a real line; alone it is dirt.
bool is_beside_text(const cv::Rect& piece, const std::vector<cv::Rect>& lines, double x) {
  return std::any_of(lines.begin(), lines.end(), [&](const cv::Rect& r) {
    const int down = std::min(r.br().y, piece.br().y) - std::max(r.y, piece.y);
    const int gap = std::max(r.x - piece.br().x, piece.x - r.br().x);
    return r.width >= kRealText * x && down * 2 > piece.height && gap < kBesideText * x;
  });
}

// Margins hold scanner dirt, which the engine would read as words: a cell is cut to its own text.
void trim_margins(Cell& cell, const Layout& layout, double x) {
  int left = cell.box.right(), right = cell.box.x;
  for (const cv::Rect& r : layout.lines) {
    const bool inside = r.y + r.height / 2 >= cell.box.y &&
                        r.y + r.height / 2 < cell.box.bottom() && r.x >= cell.box.x - x &&
                        r.br().x <= cell.box.right() + x;
    if (!inside || r.height > 4 * x) continue;
    if (r.width < kRealText * x && !is_beside_text(r, layout.lines, x)) continue;
    left = std::min(left, r.x);
    right = std::max(right, r.br().x);
  }
  if (right <= left) return;
  left -= static_cast<int>(kMargin * x);
  right += static_cast<int>(kMargin * x);
  cell.box = intersect(cell.box, {left, cell.box.y, right - left, cell.box.h});
}

// The cell that holds a table becomes what stands above it, the table's cells, what stands below.
void split_by(std::vector<Cell>& cells, const Table& table) {
  const auto holds = [&](const Cell& cell) {
    return intersect(cell.box, {table.box.mid_x(), table.box.mid_y(), 1, 1}).empty() == false;
  };
  const auto at = std::find_if(cells.begin(), cells.end(), holds);
  if (at == cells.end()) return;
  const Cell around = *at;
  std::vector<Cell> parts;
  const auto add = [&](Box box) {
    if (!box.empty()) parts.push_back({around.region, box});
  };
  const Box& b = around.box;
  add({b.x, b.y, b.w, table.box.y - b.y});
  for (const Box& cell : table.cells) add(cell);
  add({b.x, table.box.bottom(), b.w, b.bottom() - table.box.bottom()});
  cells.insert(cells.erase(at), parts.begin(), parts.end());
}

}  // namespace

std::vector<Cell> find_cells(const Image& print, double letter, const std::vector<Table>& tables) {
  const Cell whole{Region::body, {0, 0, print.width, print.height}};
  if (letter <= 0 || print.empty()) return {whole};
  Layout layout = layout_of(print, letter);
  if (layout.lines.size() < 4) return {whole};
  for (const Table& table : tables) layout.ink(rect_of(table.box)).setTo(255);  // no gutter in it
  const int w = print.width, h = print.height;
  std::vector<Cell> out;
  int body_top = 0, body_bottom = h;
  Gutter head = longest(layout, letter, {0, static_cast<int>(kHeadEnds * h)});
  head.y = title_above(layout, head, letter);
  if (head.found && parts_two_from_two(layout, head, 0, head.y)) {
    body_top = white_row(layout, head, letter, -1);
    out.push_back({Region::head_left, {0, 0, head.x, body_top}});
    out.push_back({Region::head_right, {head.x, 0, w - head.x, body_top}});
  }
  const int foot_limit = std::max(body_top, static_cast<int>(kFootStarts * h));
  const Gutter foot = longest(layout, letter, {h - 1, foot_limit});
  const bool has_foot = foot.found && parts_two_from_two(layout, foot, foot.y, h);
  if (has_foot) body_bottom = std::max(body_top, white_row(layout, foot, letter, 1));
  if (body_bottom > body_top)
    out.push_back({Region::body, {0, body_top, w, body_bottom - body_top}});
  if (has_foot && body_bottom < h) {
    out.push_back({Region::foot_left, {0, body_bottom, foot.x, h - body_bottom}});
    out.push_back({Region::foot_right, {foot.x, body_bottom, w - foot.x, h - body_bottom}});
  }
  for (Cell& cell : out) trim_margins(cell, layout, letter);
  for (const Table& table : tables) split_by(out, table);
  return out;
}

}  // namespace vanthu
