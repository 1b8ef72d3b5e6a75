// SPDX-License-Identifier: GPL-3.0-or-later
// Where a page bears marks of secrecy and arrival stamps, from the chances that the net of marks
// (mark_finder.h) gives to each cell of the page. Pure; safe from any thread.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

// The net's classes, in its order (ocr/training/marks/rubber.py).
enum class MarkClass { none, mat, toi_mat, tuyet_mat, urgent, arrival, number_row, date_row };
inline constexpr int kMarkClasses = 8;

// Chances 0..1, class after class, each row by row of cells; a cell is `side` page pixels wide.
struct MarkCells {
  int columns = 0, rows = 0;
  double side = 0;
  std::vector<float> chances;
  float at(MarkClass c, int x, int y) const {
    return chances[static_cast<std::size_t>((static_cast<int>(c) * rows + y) * columns + x)];
  }
};

struct SecrecyMark {
  std::string words;  // "MẬT", "TỐI MẬT", "TUYỆT MẬT"
  double confidence = 0;
  Box box;  // page pixels, to half a cell
};

struct ArrivalStamp {
  double confidence = 0;
  Box box;                          // page pixels, to half a cell
  std::optional<Box> number, date;  // the rows that these are written on, with their labels
};

struct PageMarks {
  std::vector<SecrecyMark> secrecy;    // the surest first
  std::vector<ArrivalStamp> arrivals;  // the surest first
};

// Arrival stamps are 30 to 90 mm wide and 15 to 65 high; `mm` pixels are a millimetre.
PageMarks regions_of(const MarkCells& cells, double mm);

}  // namespace vanthu
