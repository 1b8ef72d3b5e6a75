// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder. How wide letters are set: a typewriter gives `i` and the blank the same
// room as `m`. Pure; safe from any thread.
#pragma once
#include "pipeline/clean/pieces.h"

namespace vanthu {

// Are most gaps between the words of the page as wide as a typewriter's? `letter` is the x-height
// in pixels. False on pages with few words.
bool is_wide_set(const Pieces& pieces, double letter);

}  // namespace vanthu
