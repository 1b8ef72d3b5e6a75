// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: how near to each other the words of a query stand in a paper. Words half
// remembered come from one passage, but reading positions costs more than weighing words, so only
// the first hits are looked at and put in order again. One thread.
#pragma once
#include <xapian.h>

#include <string>
#include <vector>

namespace vanthu {

// Each unit: terms of which any will do, in the order of the query (plan.h: near_units).
using Units = std::vector<std::vector<std::string>>;

struct Place {
  Xapian::docid paper = 0;
  double weight = 0;  // of plan.h: tiers and what is below them
};

// 1: all stand side by side; towards 0: far from each other, or most of them nowhere.
double nearness(const Xapian::Database& database, Xapian::docid paper, const Units& units);

struct Span {
  std::size_t first = 0, end = 0;
};

// Places, which come by weight, of one tier by weight and nearness together; no place leaves its
// tier, equals stay as they were. Only the tiers that reach into `shown` are put in order.
void sort_by_nearness(const Xapian::Database& database, const Units& units, Span shown,
                      std::vector<Place>& places);

}  // namespace vanthu
