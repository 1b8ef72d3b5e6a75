// SPDX-License-Identifier: GPL-3.0-or-later
// Two looks at the same cell, line by line the better one. The engine reads marks best when it
// finds the lines of a column itself, but then loses whole lines beside dirt; taking the cell as
// one block it loses none, but cuts marks where lines stand close. Pure; safe from any thread.
#pragma once
#include <vector>

#include "pipeline/words.h"

namespace vanthu {

// How much was read and how surely: characters weighted by confidence above one half. Never below
// 0.
double worth(const Line& line);

// Lines in the order of `rows`; pieces of `columns` stand in for a row where together they are
// worth more, and those that no row covers are put in by height. Boxes of both in the same
// coordinates.
std::vector<Line> better_of(std::vector<Line> columns, std::vector<Line> rows);

}  // namespace vanthu
