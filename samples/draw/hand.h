// SPDX-License-Identifier: GPL-3.0-or-later
// Handwriting in pen strokes: the digits a clerk writes into the printed gap, a deputy's "KT.", and
// signatures. Shapes follow what Vietnamese offices write: 1 with a long upstroke, open or A-like
// 4, crossed 7, looped 2, tails below the line. Same Rng state, same strokes.
#pragma once
#include <string>

#include "samples/draw/canvas.h"
#include "samples/draw/random.h"

namespace vanthu::draw {

struct Pen {
  Ink ink = Ink::blue;
  double height = 15;   // of a digit, points
  double width = 1.05;  // of the stroke, points
  double slant = 0.18;  // x per y, to the right
};

// Writes digits, '/', '-', '.', 'K' and 'T' from `at` (left end, baseline); blanks move on.
// Returns the x where the writing ends.
double write_hand(Canvas& canvas, Point at, const std::string& text, const Pen& pen, Rng& rng);

// How far write_hand will go, give or take its jitter.
double hand_width(const std::string& text, const Pen& pen);

// A signature in a box of this size whose left middle is `at`: a big initial, waves, a long tail.
void sign(Canvas& canvas, Point at, double width, double height, Ink ink, Rng& rng);

// A short scribble of initials, as the drafter sets after "./.".
void initial(Canvas& canvas, Point at, double size, Ink ink, Rng& rng);

}  // namespace vanthu::draw
