// SPDX-License-Identifier: GPL-3.0-or-later
// Rubber stamps chosen by a seed: where clerks press them, how straight, in what ink. Pure.
#pragma once
#include <string>

#include "samples/draw/paper.h"
#include "samples/draw/random.h"

namespace vanthu::bench {

// `words` in a border or none, in the upper part of the paper: straight, tilted, faint; mostly
// where a clerk finds room, one in ten wherever it falls, one in ten cut by the left edge.
draw::RubberMark random_mark(draw::Rng& dice, const std::string& words, const draw::Paper& paper);

// An arrival stamp with number and day, by hand or by a dater, within days of `issued`; where a
// clerk would press it, in the room that the paper leaves, now and then over print.
draw::Arrival random_arrival(draw::Rng& dice, const draw::Paper& issued);

}  // namespace vanthu::bench
