// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/plan.h"

#include <algorithm>
#include <utility>

#include "index/analyse.h"
#include "index/utf8.h"

namespace vanthu {
namespace {

using Kind = QueryNode::Kind;
using Op = Plan::Op;

constexpr std::size_t kMaxCategoryBytes = 200;  // a longer term is in no index

Plan term(std::string text) {
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

Plan mute(Plan of) {
  Plan out;
  out.op = Op::mute;
  out.parts.push_back(std::move(of));
  return out;
}

std::string prefix_of(const QueryNode& node) {
  return node.field == nullptr ? std::string() : std::string(node.field->prefix);
}

std::size_t leaves_of(const QueryNode& node) {
  if (node.parts.empty()) return 1;
  std::size_t count = 0;
  for (const QueryNode& part : node.parts) count += leaves_of(part);
  return count;
}

bool marked(const QueryNode& leaf) {
  if (leaf.kind != Kind::words) return false;
  const Analysis found = analyse(leaf.text);
  return std::any_of(found.syllables.begin(), found.syllables.end(),
                     [](const Syllable& s) { return s.marked; });
}

// Marks typed where they are a wish, not a demand.
bool wishes_marks(const QueryNode& node) {
  if (node.kind == Kind::except) return false;
  if (node.kind == Kind::words) return !node.strict && marked(node);
  return std::any_of(node.parts.begin(), node.parts.end(), wishes_marks);
}

// "2019" beside other words is the year they speak of; alone it may be a number.
bool is_year(const std::string& group) {
  return group.size() == 4 && (group.substr(0, 2) == "19" || group.substr(0, 2) == "20");
}

enum class Form { folded, written, typed };  // typed: written where marked, else folded

Plan syllables(const QueryNode& node, Form form) {
  const std::string prefix = prefix_of(node);
  std::vector<Plan> parts;
  for (const Syllable& s : analyse(node.text).syllables) {
    const bool written = form == Form::written || (form == Form::typed && s.marked);
    parts.push_back(term(written ? prefix + kWritten + s.written : prefix + s.folded));
  }
  return join_parts(Op::phrase, std::move(parts));
}

// The groups of a number field next to each other; "^" marks the number itself, so that the year of
// 12/2025/QĐ-UBND is not taken for it.
Plan own_number(const DocumentNumber& number) {
  const std::string prefix(search_field("number").prefix);
  std::vector<Plan> parts;
  for (const std::string& group : number.groups) {
    const bool head = parts.empty() && group.front() >= '0' && group.front() <= '9';
    parts.push_back(term(prefix + (head ? "^" : "") + group));
  }
  return join_parts(Op::phrase, std::move(parts));
}

class Planner {
 public:
  Planner(const QueryNode& query, bool by_relevance)
      : alone_(leaves_of(query) == 1), by_relevance_(by_relevance) {}

  // strict: every marked word as typed, whatever the query wishes.
  Plan plan(const QueryNode& node, bool strict) const {
    switch (node.kind) {
      case Kind::all:
        return all(node, strict);
      case Kind::any:
        return join_parts(Op::any, plans(node, strict));
      case Kind::except:
        return {};  // all() sees to it
      case Kind::words:
        return words(node, strict);
      case Kind::number:
        return number(node);
      case Kind::category:
        return term(prefix_of(node) + cut_utf8(node.text, kMaxCategoryBytes));
      case Kind::range:
        break;
    }
    Plan out;
    out.op = Op::range;
    out.slot = node.field->slot;
    out.low = node.low, out.high = node.high;
    return out;
  }

 private:
  std::vector<Plan> plans(const QueryNode& node, bool strict) const {
    std::vector<Plan> out;
    for (const QueryNode& part : node.parts)
      if (part.kind != Kind::except) out.push_back(plan(part, strict));
    return out;
  }

  Plan all(const QueryNode& node, bool strict) const {
    Plan wanted = join_parts(Op::all, plans(node, strict));
    if (wanted.op == Op::nothing) wanted.op = Op::everything;
    std::vector<Plan> unwanted;  // what is typed with marks is left out with these marks alone
    for (const QueryNode& part : node.parts)
      if (part.kind == Kind::except) unwanted.push_back(plan(part.parts.front(), true));
    if (unwanted.empty()) return wanted;
    Plan out;
    out.op = Op::except;
    out.parts = {std::move(wanted), join_parts(Op::any, std::move(unwanted))};
    return out;
  }

  Plan words(const QueryNode& node, bool strict) const {
    if (node.strict) return syllables(node, Form::written);
    Plan typed = syllables(node, Form::typed);
    if (strict || !marked(node)) return typed;
    if (!by_relevance_) return syllables(node, Form::folded);
    Plan out;
    out.op = Op::prefer;
    out.parts = {syllables(node, Form::folded), typed, bonus(typed, kMarksTier)};
    return out;
  }

  Plan number(const QueryNode& node) const {
    const DocumentNumber typed = analyse_number(node.text);
    const Plan own = own_number(typed);
    if (node.field != nullptr) return own;
    const Plan text = syllables(node, Form::folded);
    if (typed.groups.size() == 1 && is_year(typed.groups.front()) && !alone_) return text;
    std::vector<Plan> parts{own, text};
    if (by_relevance_) parts.push_back(bonus(own, kNumberTier));
    if (typed.groups.size() > 1) parts.push_back(term(std::string(kCitedPrefix) + typed.whole()));
    return join_parts(Op::any, std::move(parts));
  }

  bool alone_, by_relevance_;
};

bool loosens(const QueryNode& part) {
  return part.field == nullptr && !part.strict &&
         (part.kind == Kind::number ||
          (part.kind == Kind::words && analyse(part.text).syllables.size() == 1));
}

void collect_needles(const QueryNode& node, bool exact, std::vector<Needle>& out) {
  if (node.kind == Kind::words || node.kind == Kind::number) {
    Needle needle{{}, node.strict || (exact && marked(node))};
    for (const Syllable& s : analyse(node.text).syllables)
      needle.forms.push_back(needle.strict ? s.written : s.folded);
    if (!needle.forms.empty()) out.push_back(std::move(needle));
  }
  if (node.kind == Kind::except) return;
  for (const QueryNode& part : node.parts) collect_needles(part, exact, out);
}

constexpr const char* kOpNames[] = {"nothing", "everything", "term",  "all",  "any",  "phrase",
                                    "except",  "prefer",     "bonus", "mute", "range"};

}  // namespace

QueryPlan plan_query(const QueryNode& query, bool by_relevance) {
  const Planner planner(query, by_relevance);
  Plan loose = planner.plan(query, false);
  if (!by_relevance) loose = mute(std::move(loose));
  if (!wishes_marks(query)) return {std::move(loose), false};
  Plan out;
  out.op = Op::prefer;
  out.parts = {std::move(loose), bonus(planner.plan(query, true), kExactTier)};
  return {std::move(out), true};
}

QueryNode relax(const QueryNode& query) {
  if (query.kind != Kind::all) return query;
  QueryNode some, out;
  some.kind = Kind::any;
  for (const QueryNode& part : query.parts) (loosens(part) ? some : out).parts.push_back(part);
  if (some.parts.size() < 2) return query;
  if (out.parts.empty()) return some;
  out.parts.push_back(std::move(some));
  return out;
}

std::vector<Needle> needles_of(const QueryNode& query, bool exact) {
  std::vector<Needle> out;
  collect_needles(query, exact, out);
  return out;
}

std::string print(const Plan& plan) {
  if (plan.op == Op::term) return plan.term;
  std::string out = kOpNames[static_cast<std::size_t>(plan.op)];
  if (plan.op == Op::range)
    return out + "(" + std::to_string(plan.slot) + " " + plan.low + ".." + plan.high + ")";
  if (plan.parts.empty()) return out;
  out += "(";
  for (std::size_t i = 0; i < plan.parts.size(); ++i)
    out += (i == 0 ? "" : " ") + print(plan.parts[i]);
  return out + ")";
}

}  // namespace vanthu
