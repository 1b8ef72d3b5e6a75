// SPDX-License-Identifier: GPL-3.0-or-later
// Correction by context: a noisy channel over mark variants, weighed by a syllable model of public
// law texts (docs/language.md). Names, codes, numbers, abbreviations, foreign words and lines, text
// without marks, stamps, and what the engine is sure of stay as they were read. The first call
// builds an index (about 30 milliseconds, 10 MB); then safe from any thread.
#pragma once
#include <vector>

#include "pipeline/words.h"

namespace vanthu {

// `lines` of one page in reading order, as the engine gave them. Sets Line::language; where a word
// is changed, Word::raw keeps what was read and Word::confidence says how often such a change is
// right; where the context speaks against a word that stays, its confidence falls. Words run
// together become two, so the number of words may grow.
void correct(std::vector<Line>& lines);

}  // namespace vanthu
