// SPDX-License-Identifier: GPL-3.0-or-later
// After the engine has read a page: the digits that were written or stamped between printed words
// of the number row and the date row are read by the net and take the place of what the engine made
// of them, so that the lines say `Số: 3916/QĐ-BYT` and `Hà Nội, ngày 14 tháng 9 năm 2017`.
#pragma once
#include <functional>

#include "ocr/digits.h"
#include "pipeline/clean/clean.h"
#include "pipeline/words.h"

namespace vanthu {

// Under this the engine's words stay, beside the guesses.
inline constexpr double kWrittenSure = 0.5;

// Reads one printed row, a grey picture, with the engine of print; boxes in its pixels.
using RowReader = std::function<std::vector<Word>(const Image& row)>;

// Changes the words of the head's two rows alone, on a page that has them: by_hand, guesses, raw,
// and text where the net is sure. Printed digits keep their text and get guesses. A guess is what
// its word would say ("3916/QĐ-BYT", "14"). Strokes often make the engine lose the number row or
// the notation in it: then the row is looked for level with the date, and `print` reads what
// stands right of the digits.
void read_by_hand(const CleanPage& page, DigitReader& reader, const RowReader& print, OcrPage& out);

}  // namespace vanthu
