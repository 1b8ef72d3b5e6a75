// SPDX-License-Identifier: GPL-3.0-or-later
// Invented papers of other times, chosen by a seed: what lies in cellars. Pure.
#pragma once
#include "samples/draw/draw.h"
#include "samples/draw/random.h"

namespace vanthu::bench {

enum class Era {
  republic,  // 1955 to 1975: VIỆT NAM DÂN CHỦ CỘNG HÒA, typed
  subsidy,   // 1977 to 1992: typed
  bare,      // the same years, on a machine without Vietnamese letters
  renewal    // 1993 to 2005: printed, the codes of then
};

draw::Paper random_old_paper(draw::Rng& dice, Era era);

// Thin paper, carbon copies, worn ribbons, the other side shining through; later ones cleaner.
draw::DrawOptions random_old_scan(draw::Rng& dice, Era era);

}  // namespace vanthu::bench
