// SPDX-License-Identifier: GPL-3.0-or-later
// Letters chained into rows: each to the next one on its right that stands level with it (L.
// O'Gorman, "The document spectrum for page layout analysis", TPAMI 1993). The rows of two columns
// or two cells stay apart. Pure; safe from any thread.
#pragma once
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

struct LetterRow {
  Box box;
  std::vector<Box> letters;  // from the left
};

// `gap` is the widest white inside a row, pixels. Rows by their left ends.
std::vector<LetterRow> letter_rows(std::vector<Box> letters, double gap);

}  // namespace vanthu
