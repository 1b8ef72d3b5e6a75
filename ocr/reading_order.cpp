// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/reading_order.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "pipeline/text.h"

namespace vanthu {
namespace {

bool any_line_says(const std::vector<Line>& lines, std::initializer_list<Region> where,
                   std::initializer_list<const char*> what) {
  return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
    if (std::find(where.begin(), where.end(), line.region) == where.end()) return false;
    const std::string text = fold(text_of(line));
    return std::any_of(what.begin(), what.end(),
                       [&](const char* w) { return text.find(w) != std::string::npos; });
  });
}

bool same_row(const Line& a, const Line& b) {
  const int overlap = std::min(a.box.bottom(), b.box.bottom()) - std::max(a.box.y, b.box.y);
  return overlap * 2 > std::min(a.box.h, b.box.h);
}

// Two columns that are none: their pieces of line are put together again, row by row.
void make_rows(std::vector<Line>& lines, Region left, Region right) {
  const auto in_columns = [&](const Line& l) { return l.region == left || l.region == right; };
  const auto from = std::find_if(lines.begin(), lines.end(), in_columns);
  const auto to = std::find_if_not(from, lines.end(), in_columns);
  std::vector<Line> rows(std::make_move_iterator(from), std::make_move_iterator(to));
  for (Line& line : rows) line.region = Region::body;
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Line& a, const Line& b) { return a.box.mid_y() < b.box.mid_y(); });
  join_rows(rows);
  lines.insert(lines.erase(from, to), std::make_move_iterator(rows.begin()),
               std::make_move_iterator(rows.end()));
}

}  // namespace

void append(Line& line, Line&& more) {
  line.box = unite(line.box, more.box);
  for (Word& word : more.words) line.words.push_back(std::move(word));
  std::stable_sort(line.words.begin(), line.words.end(),
                   [](const Word& a, const Word& b) { return a.box.x < b.box.x; });
}

void settle_columns(std::vector<Line>& lines) {
  const bool head = any_line_says(lines, {Region::head_left, Region::head_right},
                                  {"cong hoa", "doc lap", "hanh phuc", "cong san", "viet nam",
                                   "tncs", "ngay", "thang", "so:", "so "});
  const bool foot = any_line_says(lines, {Region::foot_left, Region::foot_right},
                                  {"noi nhan", "luu", "nhu tren", "kt.", "tm.", "tl."});
  if (!head) make_rows(lines, Region::head_left, Region::head_right);
  if (!foot) make_rows(lines, Region::foot_left, Region::foot_right);
}

void join_rows(std::vector<Line>& lines) {
  std::vector<Line> out;
  for (Line& line : lines) {
    const auto twin = std::find_if(out.begin(), out.end(), [&](const Line& before) {
      return before.region == line.region && same_row(before, line) &&
             intersect(before.box, line.box).empty();
    });
    if (twin == out.end())
      out.push_back(std::move(line));
    else
      append(*twin, std::move(line));
  }
  lines = std::move(out);
}

}  // namespace vanthu
