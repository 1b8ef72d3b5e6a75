// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: the pieces that a plan is put together from. Pure; safe from any thread.
#pragma once
#include <string>
#include <vector>

#include "index/analyse.h"
#include "index/plan.h"
#include "index/query.h"

namespace vanthu {

Plan plan_term(std::string text);
Plan any_term(const std::vector<std::string>& terms);
// One part needs no operator, except where the operator gives it its meaning.
Plan join_parts(Plan::Op op, std::vector<Plan> parts);
Plan bonus(Plan of, double weight);
Plan mute(Plan of);

std::string prefix_of(const QueryNode& node);  // of its field; empty where it has none

enum class Form { folded, written, typed };  // typed: written where marked, else folded

Plan syllables(const QueryNode& node, Form form);  // next to each other
Plan near(const QueryNode& node, Form form);

// Papers of that number, surely and maybe; a notation alone has no doubt of its own.
std::vector<Plan> surely_or_maybe(const DocumentNumber& number);
void add_bonuses(const std::vector<Plan>& numbers, std::vector<Plan>& to);

Plan days(const QueryNode& node);    // of a range of dates
Plan cited(const QueryNode& node);   // of dancheu:…
Plan begins(const QueryNode& node);  // of what was typed with '*'

}  // namespace vanthu
