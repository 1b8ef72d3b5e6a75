// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/unread.h"

#include <algorithm>

#include "pipeline/clean/letter_rows.h"
#include "pipeline/clean/mat.h"

namespace vanthu {
namespace {

// Of the x-height.
constexpr double kLowest = 0.6, kHighest = 3.2;  // a letter, with its mark; letters that touch
constexpr double kWidest = 14;                   // a word whose letters touch
constexpr double kGap = 1.6;                     // between words of one row
constexpr double kShortest = 1.6;                // a row: two letters at least
constexpr double kFlat = 6;                      // times as wide as high: a rule

bool is_letter(const Box& b, double x) {
  return b.h >= kLowest * x && b.h <= kHighest * x && b.w <= kWidest * x && b.w < kFlat * b.h;
}

bool is_read(const Box& letter, const std::vector<Box>& read) {
  return std::any_of(read.begin(), read.end(), [&](const Box& word) {
    return intersect(word, letter).w * 2 > letter.w && intersect(word, letter).h * 2 > letter.h;
  });
}

template <typename Of>
double median(std::vector<Box> boxes, const Of& of) {
  const auto middle = boxes.begin() + static_cast<long>(boxes.size() / 2);
  std::nth_element(boxes.begin(), middle, boxes.end(),
                   [&](const Box& a, const Box& b) { return of(a) < of(b); });
  return of(*middle);
}

Baseline baseline_of(const LetterRow& row) {
  const double base = median(row.letters, [](const Box& b) { return b.bottom(); });
  return {static_cast<double>(row.box.x), base, static_cast<double>(row.box.right()), base,
          median(row.letters, [](const Box& b) { return b.h; })};
}

}  // namespace

std::vector<Baseline> unread_rows(const Image& print, double letter, const std::vector<Box>& read) {
  if (letter <= 0 || print.empty()) return {};
  std::vector<Box> letters;
  for (const Piece& piece : pieces_of(ink_mask(view(print))).all)
    if (is_letter(piece.box, letter) && !is_read(piece.box, read)) letters.push_back(piece.box);
  std::vector<Baseline> out;
  for (const LetterRow& row : letter_rows(std::move(letters), kGap * letter))
    if (row.letters.size() > 1 && row.box.w >= kShortest * letter) out.push_back(baseline_of(row));
  std::sort(out.begin(), out.end(),
            [](const Baseline& a, const Baseline& b) { return a.left_y < b.left_y; });
  return out;
}

}  // namespace vanthu
