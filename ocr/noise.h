// SPDX-License-Identifier: GPL-3.0-or-later
// Seals, signatures and dirt that the engine took for words. Pure; safe from any thread.
#pragma once
#include <vector>

#include "pipeline/words.h"

namespace vanthu {

// Drops words that are not text: no letter or digit and little confidence, or far out of the height
// of the page's print with little confidence, and lines left empty. Print that is only faint stays,
// and a line that is sure as a whole keeps its doubtful words: there they are print misread.
void drop_noise(std::vector<Line>& lines);

// Whether a line that the search for lines passed over is print for certain, by its words alone.
bool is_sure_print(const Line& line);

}  // namespace vanthu
