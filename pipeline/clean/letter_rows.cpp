// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/letter_rows.h"

#include <algorithm>

namespace vanthu {
namespace {

bool is_next(const Box& last, const Box& letter, double gap) {
  const int level = std::min(last.bottom(), letter.bottom()) - std::max(last.y, letter.y);
  return letter.x - last.right() <= gap && level * 2 > std::min(last.h, letter.h);
}

}  // namespace

std::vector<LetterRow> letter_rows(std::vector<Box> letters, double gap) {
  std::sort(letters.begin(), letters.end(), [](const Box& a, const Box& b) { return a.x < b.x; });
  std::vector<LetterRow> rows;
  std::vector<std::size_t> open;  // rows that may still go on
  for (const Box& letter : letters) {
    std::erase_if(open,
                  [&](std::size_t i) { return letter.x - rows[i].letters.back().right() > gap; });
    const auto row = std::find_if(open.begin(), open.end(), [&](std::size_t i) {
      return is_next(rows[i].letters.back(), letter, gap);
    });
    if (row == open.end()) {
      open.push_back(rows.size());
      rows.push_back({letter, {letter}});
    } else {
      rows[*row].box = unite(rows[*row].box, letter);
      rows[*row].letters.push_back(letter);
    }
  }
  return rows;
}

}  // namespace vanthu
