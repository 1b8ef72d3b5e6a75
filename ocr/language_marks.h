// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between words: dirt read as a full stop, commas read as one, words run together,
// bullets read as waves. Pure; safe from any thread.
#pragma once
#include <vector>

#include "ocr/language_model.h"
#include "pipeline/words.h"

namespace vanthu::language {

// Words run together become two, "các.hoạt" and "thamnhũng", each with its share of the box; a mark
// between stays with the first. Addresses, codes and foreign words are left.
void part(std::vector<Line>& lines, const Model& model);

// A full stop before a small letter becomes a comma or nothing where the model says so, a wave
// that stands alone a dash, a bracket within a Roman numeral an I; Word::raw keeps what was read.
void mend_marks(std::vector<Line>& lines, const Model& model);

}  // namespace vanthu::language
