// SPDX-License-Identifier: GPL-3.0-or-later
// In Times a blank is 0.5 to 1.1 x-heights wide, but for some in justified lines; at one pitch it
// is more, for a whole letter is left out between two that fill their place in part.
#include "pipeline/clean/letter_gaps.h"

#include <algorithm>

namespace vanthu {
namespace {

constexpr double kLowest = 0.7, kHighest = 2.2;            // x-heights: letters, no marks
constexpr double kLeast = 0.45, kWide = 1.1, kMost = 2.6;  // x-heights: gaps between words
constexpr int kFew = 60;                                   // gaps
constexpr double kMostly = 0.75;  // of the gaps: printed pages have up to 0.55, typed ones 0.96

std::vector<Box> letters_of(const Pieces& pieces, double x) {
  std::vector<Box> out;
  for (const Piece& piece : pieces.all)
    if (piece.box.h >= kLowest * x && piece.box.h <= kHighest * x && piece.box.w <= 3 * x)
      out.push_back(piece.box);
  std::sort(out.begin(), out.end(), [](const Box& a, const Box& b) { return a.x < b.x; });
  return out;
}

// To the next letter of the row; -1: none near.
int gap_after(const std::vector<Box>& letters, std::size_t i, double x) {
  const Box& own = letters[i];
  for (std::size_t k = i + 1; k < letters.size(); ++k) {
    const Box& next = letters[k];
    if (next.x - own.right() > kMost * x) return -1;
    const int level = std::min(own.bottom(), next.bottom()) - std::max(own.y, next.y);
    if (2 * level > std::min(own.h, next.h) && next.right() > own.right())
      return std::max(0, next.x - own.right());
  }
  return -1;
}

}  // namespace

bool is_wide_set(const Pieces& pieces, double letter) {
  const std::vector<Box> letters = letters_of(pieces, letter);
  int words = 0, wide = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const int gap = gap_after(letters, i, letter);
    words += gap >= kLeast * letter, wide += gap >= kWide * letter;
  }
  return words >= kFew && wide >= kMostly * words;
}

}  // namespace vanthu
