// SPDX-License-Identifier: GPL-3.0-or-later
// What a stamp's frame holds is read from the frame alone: left on the page its border makes
// rubbish of the printed row it stands beside. Pure; safe from any thread.
#pragma once
#include <vector>

#include "pipeline/clean/frames.h"
#include "pipeline/words.h"

namespace vanthu {

// One line in capitals that says an urgency or secrecy mark. `lines` are all that was read in a
// frame: rules that happen to meet may frame a printed name.
bool is_stamped_mark(const std::vector<Line>& lines);

// Frame and border become paper in `print`, `scale` of its pixels for one of the page's at `dpi`.
void whiten(Image& print, const Frame& frame, double scale, double dpi);

}  // namespace vanthu
