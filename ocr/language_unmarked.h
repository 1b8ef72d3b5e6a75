// SPDX-License-Identifier: GPL-3.0-or-later
// Pages typed without marks, as machines without Vietnamese letters did until the 1990s: of their
// words few come out of the engine with one, where of others two in three do. Pure; safe from any
// thread.
#pragma once
#include <vector>

#include "pipeline/words.h"

namespace vanthu::language {

// Was the page typed without marks, or is it not in Vietnamese? Stamps do not count.
bool is_without_marks(const std::vector<Line>& lines);

// Marks that the engine put on such a page's syllables where there are none, for it expects them.
// Word::raw keeps what was read. Pages in other languages, and short ones, stay.
void take_marks_off(std::vector<Line>& lines);

}  // namespace vanthu::language
