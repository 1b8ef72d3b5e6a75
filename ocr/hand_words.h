// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a row with digits read by the net put in their place. Pure; safe from any thread.
#pragma once
#include <vector>

#include "ocr/digits.h"
#include "pipeline/fields/date.h"
#include "pipeline/fields/number.h"
#include "pipeline/fields/row_text.h"
#include "pipeline/words.h"

namespace vanthu {

// The row's words anew, from the left. The confidence of a word of digits and print is the product
// of both. A run without guesses leaves its part as it was.
std::vector<Word> with_number(const fields::RowText& row, const fields::NumberParts& parts,
                              const DigitRun& run);
std::vector<Word> with_date(const fields::RowText& row, const fields::DateParts& parts,
                            const DateRuns& runs);

// Puts `now` where the words `before` stood in the page's lines, and drops what else the engine saw
// on the strokes.
void replace_words(std::vector<Line>& lines, const std::vector<Word>& before,
                   const std::vector<Word>& now);

}  // namespace vanthu
