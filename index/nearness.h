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

// Places of one tier by weight and nearness together; no tier is left, equals stay as they were.
void sort_by_nearness(const Xapian::Database& database, const Units& units,
                      std::vector<Place>& places);

}  // namespace vanthu
