// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table.h"

#include <algorithm>
#include <numeric>

#include "cli/terminal.h"

namespace vanthu::cli {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 14;  // a flexible column thinner than this cannot be read

using Widths = std::vector<std::size_t>;

Widths natural(const Table& table) {
  Widths widths;
  for (const std::string& head : table.heads) widths.push_back(columns_of(head));
  for (const auto& row : table.rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], columns_of(row[i]));
  return widths;
}

// Takes the room that is missing from the widest flexible column, a column at a time.
void fit(Widths& widths, const Table& table, std::size_t columns) {
  const std::size_t gaps = kGap * (widths.size() - 1);
  while (std::accumulate(widths.begin(), widths.end(), gaps) > columns) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (table.flexible[i] && widths[i] > kNarrowest && (!widest || widths[i] > *widest))
        widest = &widths[i];
    if (!widest) return;
    --*widest;
  }
}

std::string row_text(const std::vector<std::string>& row, const Widths& widths) {
  std::string out;
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const bool fits = columns_of(row[i]) <= widths[i];
    cells.push_back(fits ? std::vector<std::string>{row[i]} : wrapped(row[i], widths[i]));
    height = std::max(height, cells.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string cell = line < cells[i].size() ? cells[i][line] : "";
      text += padded(cell, i + 1 < cells.size() ? widths[i] + kGap : 0);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + '\n';
  }
  return out;
}

}  // namespace

std::string render(const Table& table, std::size_t columns) {
  if (table.rows.empty()) return {};
  Widths widths = natural(table);
  if (columns > 0) fit(widths, table, columns);
  std::string out = styled(row_text(table.heads, widths), Style::bold);
  for (const auto& row : table.rows) out += row_text(row, widths);
  return out;
}

}  // namespace vanthu::cli
