// SPDX-License-Identifier: GPL-3.0-or-later
// What the dispatches of one file tell about each other: a letter cites the plan bound behind it,
// number and date in print, where the plan's own are by hand. Pure.
#pragma once
#include <string>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/fields/number_row.h"

namespace vanthu::fields {

// What was read of one dispatch's head beside its fields.
struct Known {
  std::string notation, digits_seen;
  std::string partial_date;  // as far as read as print
  int day_seen = 0;
  Joint joint = Joint::slash;
};

// Fills numbers and dates read by hand from the citations of the other dispatches, where exactly
// one cited number fits notation and date; links each bound dispatch to the one that cites it
// (attached_to holds that one's index as text), and each citation of one to it (resolved, the
// same).
void bind_dispatches(std::vector<Dispatch>& dispatches, const std::vector<Known>& known);

}  // namespace vanthu::fields
