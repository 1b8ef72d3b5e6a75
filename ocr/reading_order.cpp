// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/reading_order.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr double kTouching = 0.3;       // of the height: more lies over it
constexpr std::size_t kFewLetters = 6;  // before "Kính gửi": dirt, or what is left of a stamp

bool any_line_says(const std::vector<Line>& lines, std::initializer_list<Region> where,
                   std::initializer_list<const char*> what) {
  return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
    if (std::find(where.begin(), where.end(), line.region) == where.end()) return false;
    const std::string text = fold(text_of(line));
    return std::any_of(what.begin(), what.end(),
                       [&](const char* w) { return text.find(w) != std::string::npos; });
  });
}

// Frames of words in one row may touch: letters lean over their neighbours.
bool over_each_other(const Box& a, const Box& b) {
  return intersect(a, b).w > kTouching * std::min(a.h, b.h);
}

bool same_row(const Line& a, const Line& b) {
  const int overlap = std::min(a.box.bottom(), b.box.bottom()) - std::max(a.box.y, b.box.y);
  return overlap * 2 > std::min(a.box.h, b.box.h);
}

// Two columns that are none, from row `top` down: their pieces of line are put together again, row
// by row.
void make_rows(std::vector<Line>& lines, Region left, Region right, int top = 0) {
  const auto in_columns = [&](const Line& l) { return l.region == left || l.region == right; };
  const auto first = std::find_if(lines.begin(), lines.end(), in_columns);
  const auto to = std::find_if_not(first, lines.end(), in_columns);
  const auto from =
      std::stable_partition(first, to, [&](const Line& line) { return line.box.mid_y() < top; });
  std::vector<Line> rows(std::make_move_iterator(from), std::make_move_iterator(to));
  for (Line& line : rows) line.region = Region::body;
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Line& a, const Line& b) { return a.box.mid_y() < b.box.mid_y(); });
  join_rows(rows);
  lines.insert(lines.erase(from, to), std::make_move_iterator(rows.begin()),
               std::make_move_iterator(rows.end()));
}

// The row that says to whom the paper goes is below the head, though its list may stand so far to
// the right that the white between the columns runs on. Its top, or 0.
int row_of_addressees(const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    if (line.region != Region::head_left) continue;
    const std::size_t at = fold(text_of(line)).find("kinh gui");
    if (at != std::string::npos && at < kFewLetters) return line.box.y;
  }
  return 0;
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
  if (const int top = row_of_addressees(lines); top > 0)
    make_rows(lines, Region::head_left, Region::head_right, top);
  if (!foot) make_rows(lines, Region::foot_left, Region::foot_right);
}

void put_in_order(std::vector<Line>& lines, Line&& stamped) {
  const auto at = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
    return line.region == Region::body && line.box.bottom() > stamped.box.y;
  });
  lines.insert(at, std::move(stamped));
}

void put_in_row(std::vector<Line>& lines, Line&& found) {
  const auto row = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
    return same_row(line, found) &&
           std::none_of(line.words.begin(), line.words.end(),
                        [&](const Word& word) { return over_each_other(word.box, found.box); });
  });
  if (row != lines.end()) return append(*row, std::move(found));
  lines.insert(std::find_if(lines.begin(), lines.end(),
                            [&](const Line& line) { return line.box.mid_y() > found.box.mid_y(); }),
               std::move(found));
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
