// SPDX-License-Identifier: GPL-3.0-or-later
// What is pressed on with rubber: the round seal, the ĐẾN stamp, boxed urgency marks, and the
// titles and names that offices stamp instead of print. Same Rng state, same pixels.
#pragma once
#include <string>

#include "samples/draw/canvas.h"
#include "samples/draw/random.h"

namespace vanthu::draw {

inline constexpr double kSealRadius = 50;  // points: 36 mm across, the State's size

void draw_seal(Canvas& canvas, Point centre, const Seal& seal, Rng& rng);
void draw_arrival(Canvas& canvas, const Arrival& stamp, Rng& rng);

// A red double box, about 8 mm high, tilted upwards to the right; `corner` is its top left.
void draw_urgent(Canvas& canvas, Point corner, const std::string& words, Rng& rng);

void draw_mark(Canvas& canvas, const RubberMark& mark, Rng& rng);

// One line in red bold, centred on `middle` (on the baseline), a little tilted and worn.
void draw_rubber_line(Canvas& canvas, Point middle, const std::string& words, double size,
                      Rng& rng);

}  // namespace vanthu::draw
