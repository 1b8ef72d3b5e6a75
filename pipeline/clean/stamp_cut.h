// SPDX-License-Identifier: GPL-3.0-or-later
// An arrival stamp cut out of its page: turned level by its own rules and rows, then without those
// rules, so that only words, dots and handwriting are left. Pure; safe from any thread.
#pragma once
#include "pipeline/clean/frames.h"

namespace vanthu {

// `region`: where the stamp stands, to a few millimetres. The picture has the region's size, turned
// about its middle by Frame::degrees. Empty where the region lies outside the page.
Frame level_stamp(const Image& page, const Box& region, double dpi);

// Does the region lie in a table: a rule wider than any stamp across, three or more down? Nobody
// stamps there.
bool is_among_rules(const Image& page, const Box& region, double dpi);

// The same picture without the dots that a hand writes over: they would be read as stops. Marks
// over letters go with them.
Image without_dots(const Image& stamp, double dpi);

// How high what is written in `area` stands: from the median top to the median foot of its pieces
// of ink, those much lower or higher than print whose capitals are `cap` pixels left out. Empty:
// none.
Box writing_in(const Image& stamp, const Box& area, double cap);

}  // namespace vanthu
