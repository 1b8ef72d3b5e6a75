// SPDX-License-Identifier: GPL-3.0-or-later
// Invented papers and scanners, chosen by a seed: the same seed, the same paper. Offices, kinds and
// sentences are from short lists; digits, days, hands and damage are free. Pure.
#pragma once
#include <string>

#include "samples/draw/draw.h"
#include "samples/draw/random.h"

namespace vanthu::bench {

enum class Form { letter, decision, plan };

struct Office {
  std::string parent, name, code, place;  // "UBND TỈNH …", "SỞ Y TẾ", "SYT", "Kiên Giang"
};
Office random_office(draw::Rng& dice);

// A whole paper of one or two pages by that office, in 2010 to 2025.
draw::Paper random_paper(draw::Rng& dice, const Office& office, Form form);

// 150 to 300 dpi, one bit to colour; number by hand in four of five, the day in three of four.
draw::DrawOptions random_scanner(draw::Rng& dice);

std::string number_of(const draw::Paper& paper);  // as the reading writes it
std::string date_of(const draw::Paper& paper);

}  // namespace vanthu::bench
