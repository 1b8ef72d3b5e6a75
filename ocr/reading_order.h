// SPDX-License-Identifier: GPL-3.0-or-later
// The order of lines once they are read: what geometry took for columns is checked against the
// words. Pure; safe from any thread.
#pragma once
#include <vector>

#include "pipeline/words.h"

namespace vanthu {

// A foot of two columns says "Nơi nhận" on its left or bears a signer's title on its right; a head
// names the nation, the Party or a place and date. Columns that say nothing of the kind are rows of
// a list: they become body, ordered from top to bottom; so does a head from "Kính gửi" down.
void settle_columns(std::vector<Line>& lines);

// A stamp's line goes before the first line of the body that does not end above it, else last.
void put_in_order(std::vector<Line>& lines, Line&& stamped);

// Pieces of one printed line, cut by wide gaps, become one line again. Same region only.
void join_rows(std::vector<Line>& lines);

// `found` goes into the line whose row it stands in and none of whose words it lies over, else
// before the first line below it. Lines of one cell, from the top.
void put_in_row(std::vector<Line>& lines, Line&& found);

// `more` becomes the end or the middle of `line`, words by their place across the page.
void append(Line& line, Line&& more);

}  // namespace vanthu
