// SPDX-License-Identifier: GPL-3.0-or-later
// What a value may be and how likely, and how evidence changes that: Bayes' rule over a few named
// choices and the unnamed rest, which gets what the named leave. Pure; safe from any thread.
#pragma once
#include <string>
#include <vector>

#include "pipeline/dispatch.h"

namespace vanthu::fields {

// A value is given when it is likelier than all others together; else it is a candidate.
inline constexpr double kGiven = 0.5;
inline constexpr double kMostCertain = 0.995;  // no evidence of this program says more

struct Choice {
  std::string value;
  double chance = 0;
  bool operator==(const Choice&) const = default;
};
using Choices = std::vector<Choice>;  // chances sum to 1 at most

double chance_of(const Choices& choices, const std::string& value);

// Something speaks for `value`, `times` as likely to be seen when it is true as when not; under 1
// it speaks against. A value that is not among the choices gets `unnamed` of the rest first.
void favour(Choices& choices, const std::string& value, double times, double unnamed = 0);

// The likeliest first.
void rank(Choices& choices);

// The field's value and candidates as choices, and back: the likeliest is the value when it reaches
// kGiven, the others candidates. Status, boxes and evidence stay.
Choices choices_of(const Field& field);
void set_choices(Field& field, Choices choices);

}  // namespace vanthu::fields
