// SPDX-License-Identifier: GPL-3.0-or-later
// Digits printed, written or stamped into a printed line: `Số: 3916/QĐ-BYT`, `ngày 14 tháng 9 năm
// 2017`. A small convolutional net of our own reads the whole line and passes over its words
// (ocr/training/digits), run by OpenCV; a beam search turns its columns into texts with their
// chances. One thread at a time.
#pragma once
#include <string>
#include <vector>

#include "ocr/row_net.h"

namespace vanthu {

struct DigitGuess {
  std::string text;       // "3916", "07"; never empty
  double confidence = 0;  // 0..1, calibrated (docs/measurements.md)
  bool operator==(const DigitGuess&) const = default;
};

// One number of a line: what it may be, the likeliest first, and where it stands.
struct DigitRun {
  std::vector<DigitGuess> guesses;  // none: nothing is written there
  double empty = 0;                 // how likely nothing stands there
  double by_hand = 0;               // share of it that looks written or stamped, 0..1
  Box box;                          // page pixels; x and w from the reading
};

// A date line has three runs, each possibly without guesses.
struct DateRuns {
  DigitRun day, month, year;
};

// `logits` of `frames` columns, each of the net's classes: blank, 0-9 printed, 0-9 by hand, '.',
// '-', '/'. Public for tests and for measuring.
using DigitColumns = RowColumns;
inline constexpr int kDigitClasses = 24;

// The number before the slash (or the dash of Party papers): one to six digits, "19.2012" too.
DigitRun read_number(const DigitColumns& columns);

// Day 1-31, month 1-12, year 1945-2099, on either side of the words tháng and năm.
DateRuns read_date(const DigitColumns& columns);

// The same of a date without those words: `29/11/10`, `29.11.2010`, `29-11`.
DateRuns read_short_date(const DigitColumns& columns);

// Move-only. Throws Error{internal} where the net that the program carries cannot be loaded.
class DigitReader {
 public:
  static DigitReader open();

  // What stands between x and x + w on the row; `page` is upright, grey or colour. A row outside
  // the page, or too small to be one, gives no columns.
  DigitColumns look(const Image& page, const PrintedRow& row, int x, int w);

 private:
  explicit DigitReader(RowNet net);
  RowNet net_;
};

}  // namespace vanthu
