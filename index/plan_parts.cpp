// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/plan_parts.h"

#include <iterator>
#include <utility>

#include "index/ranges.h"

namespace vanthu {
namespace {

using Op = Plan::Op;

Plan prefix(std::string stem) {
  Plan out = plan_term(std::move(stem));
  out.op = Op::prefix;
  return out;
}

std::vector<Plan> syllable_terms(const QueryNode& node, Form form) {
  const std::string prefix = prefix_of(node);
  std::vector<Plan> parts;
  for (const Syllable& s : analyse(node.text).syllables) {
    const bool written = form == Form::written || (form == Form::typed && s.marked);
    parts.push_back(plan_term(written ? prefix + kWritten + s.written : prefix + s.folded));
  }
  return parts;
}

// The groups of a number field next to each other; `kind` marks the number itself, so that the year
// of 12/2025/QĐ-UBND is not taken for it.
Plan own_number(const DocumentNumber& number, char kind) {
  const std::string prefix(search_field("number").prefix);
  std::vector<Plan> parts;
  for (const std::string& group : number.groups) {
    const bool head = parts.empty() && group.front() >= '0' && group.front() <= '9';
    parts.push_back(plan_term(prefix + (head ? std::string(1, kind) : "") + group));
  }
  return join_parts(Op::phrase, std::move(parts));
}

}  // namespace

Plan plan_term(std::string text) {
  Plan out;
  out.op = Op::term;
  out.term = std::move(text);
  return out;
}

// One part needs no operator, except where the operator gives it its meaning.
Plan join_parts(Op op, std::vector<Plan> parts) {
  if (parts.empty()) return {};
  if (parts.size() == 1) return std::move(parts.front());
  Plan out;
  out.op = op;
  out.parts = std::move(parts);
  return out;
}

Plan bonus(Plan of, double weight) {
  Plan out;
  out.op = Op::bonus;
  out.weight = weight;
  out.parts.push_back(std::move(of));
  return out;
}

Plan any_term(const std::vector<std::string>& terms) {
  std::vector<Plan> parts;
  for (const std::string& one : terms) parts.push_back(plan_term(one));
  return join_parts(Op::any, std::move(parts));
}

Plan mute(Plan of) {
  Plan out;
  out.op = Op::mute;
  out.parts.push_back(std::move(of));
  return out;
}

std::string prefix_of(const QueryNode& node) {
  return node.field == nullptr ? std::string() : std::string(node.field->prefix);
}

Plan syllables(const QueryNode& node, Form form) {
  return join_parts(Op::phrase, syllable_terms(node, form));
}

// The window holds all syllables; phrases among the parts must stand as phrases besides.
Plan near(const QueryNode& node, Form form) {
  Plan window;
  window.op = Op::near;
  std::vector<Plan> all;
  for (const QueryNode& part : node.parts) {
    std::vector<Plan> terms = syllable_terms(part, part.strict ? Form::written : form);
    if (terms.size() > 1) all.push_back(join_parts(Op::phrase, terms));
    std::move(terms.begin(), terms.end(), std::back_inserter(window.parts));
  }
  window.slot = static_cast<int>(node.distance + window.parts.size() - 1);
  all.insert(all.begin(), std::move(window));
  return join_parts(Op::all, std::move(all));
}

// Papers of that number; a notation alone has no doubt of its own.
std::vector<Plan> surely_or_maybe(const DocumentNumber& number) {
  std::vector<Plan> out{own_number(number, kOwnNumber)};
  if (Plan maybe = own_number(number, kMaybeNumber); maybe != out.front())
    out.push_back(std::move(maybe));
  return out;
}

void add_bonuses(const std::vector<Plan>& numbers, std::vector<Plan>& to) {
  to.push_back(bonus(numbers.front(), kNumberTier));
  if (numbers.size() > 1) to.push_back(bonus(numbers.back(), kDoubtTier));
}

Plan days(const QueryNode& node) {
  std::vector<std::string> terms;
  for (const std::string_view prefix : {search_field("date").prefix, kMaybeDayPrefix})
    for (const std::string& name : names_within({node.low, node.high}))
      terms.push_back(std::string(prefix) + name);
  return any_term(terms);
}

Plan cited(const QueryNode& node) {
  const std::string whole = std::string(node.field->prefix) + analyse_number(node.text).whole();
  return join_parts(Op::any, {plan_term(whole), prefix(whole + "/")});
}

// so:379*, so:ub*, or anywhere.
Plan begins(const QueryNode& node) {
  const std::string stem = analyse(node.text).syllables.front().folded;
  const bool figures = stem.front() >= '0' && stem.front() <= '9';
  const std::string number = std::string(search_field("number").prefix) + kOwnNumber + stem;
  if (node.field != nullptr && node.field->key == "number" && figures) return prefix(number);
  Plan words = prefix(prefix_of(node) + stem);
  if (node.field != nullptr || !figures) return words;
  return join_parts(Op::any, {std::move(words), prefix(number)});
}

}  // namespace vanthu
