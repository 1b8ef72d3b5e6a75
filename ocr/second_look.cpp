// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/second_look.h"

#include <algorithm>

#include "ocr/reading_order.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr double kGuess = 0.5;        // words less sure than this count for nothing
constexpr double kWorthAdding = 3.0;  // a line only one look saw must hold some sure characters

bool lies_in(const Line& piece, const Line& row) {
  const int across =
      std::min(piece.box.right(), row.box.right()) - std::max(piece.box.x, row.box.x);
  const int down =
      std::min(piece.box.bottom(), row.box.bottom()) - std::max(piece.box.y, row.box.y);
  return across * 2 > piece.box.w && down * 2 > std::min(piece.box.h, row.box.h);
}

double worth(const std::vector<const Line*>& pieces) {
  double sum = 0;
  for (const Line* piece : pieces) sum += vanthu::worth(*piece);
  return sum;
}

Line joined(const std::vector<const Line*>& pieces) {
  std::vector<Line> lines;
  for (const Line* piece : pieces) lines.push_back(*piece);
  std::sort(lines.begin(), lines.end(),
            [](const Line& a, const Line& b) { return a.box.x < b.box.x; });
  for (std::size_t i = 1; i < lines.size(); ++i) append(lines[0], std::move(lines[i]));
  return lines[0];
}

void put_in(std::vector<Line>& lines, const Line& line) {
  const auto at = std::find_if(lines.begin(), lines.end(),
                               [&](const Line& l) { return l.box.mid_y() > line.box.mid_y(); });
  lines.insert(at, line);
}

}  // namespace

double worth(const Line& line) {
  double sum = 0;
  for (const Word& word : line.words)
    sum += static_cast<double>(to_u32(word.text).size()) * std::max(0.0, word.confidence - kGuess);
  return sum;
}

std::vector<Line> better_of(std::vector<Line> columns, std::vector<Line> rows) {
  std::vector<Line> out;
  std::vector<bool> used(columns.size(), false);
  for (Line& row : rows) {
    std::vector<const Line*> pieces;
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (!used[i] && lies_in(columns[i], row)) pieces.push_back(&columns[i]), used[i] = true;
    out.push_back(worth(pieces) > worth(row) ? joined(pieces) : std::move(row));
  }
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (!used[i] && worth(columns[i]) >= kWorthAdding) put_in(out, columns[i]);
  return out;
}

}  // namespace vanthu
