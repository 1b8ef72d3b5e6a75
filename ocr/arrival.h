// SPDX-License-Identifier: GPL-3.0-or-later
// What an arrival stamp says: its printed words by the engine of print, the number and the date that
// were written or stamped on its dotted rows by the net of digits.
#pragma once
#include <functional>
#include <vector>

#include "ocr/digits.h"
#include "ocr/mark_regions.h"
#include "pipeline/clean/frames.h"
#include "pipeline/words.h"

namespace vanthu {

// Reads a picture of scattered words with the engine of print; boxes in its pixels.
using SparseReader = std::function<std::vector<Line>(const Image& picture)>;

// Lines of Region::stamp, page pixels. `cut` is the stamp's own (stamp_cut.h). A row of number or
// date whose digits were read is "Số: 2093" or "Ngày: 16/10/12", its last word by hand with guesses;
// rows with bare dots keep what the engine made of them. None where no label of a stamp was read:
// then it is a seal, a table, a form.
std::vector<Line> read_arrival(const Frame& cut, const ArrivalStamp& stamp, double dpi,
                               const SparseReader& print, DigitReader& digits);

}  // namespace vanthu
