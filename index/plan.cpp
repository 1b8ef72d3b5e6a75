// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/plan.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "index/analyse.h"
#include "index/concepts.h"
#include "index/ranges.h"
#include "index/tolerance.h"
#include "index/utf8.h"
#include "pipeline/text.h"

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

Plan prefix(std::string stem) {
  Plan out = term(std::move(stem));
  out.op = Op::prefix;
  return out;
}

Plan any_term(const std::vector<std::string>& terms) {
  std::vector<Plan> parts;
  for (const std::string& one : terms) parts.push_back(term(one));
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
  if (node.kind == Kind::except || node.kind == Kind::run) return false;
  if (node.kind == Kind::words) return !node.strict && marked(node);
  return std::any_of(node.parts.begin(), node.parts.end(), wishes_marks);
}

// "2019" beside other words is the year they speak of; alone it may be a number.
bool is_year(const std::string& group) {
  return group.size() == 4 && (group.substr(0, 2) == "19" || group.substr(0, 2) == "20");
}

enum class Form { folded, written, typed };  // typed: written where marked, else folded

std::vector<Plan> syllable_terms(const QueryNode& node, Form form) {
  const std::string prefix = prefix_of(node);
  std::vector<Plan> parts;
  for (const Syllable& s : analyse(node.text).syllables) {
    const bool written = form == Form::written || (form == Form::typed && s.marked);
    parts.push_back(term(written ? prefix + kWritten + s.written : prefix + s.folded));
  }
  return parts;
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

// The groups of a number field next to each other; `kind` marks the number itself, so that the year
// of 12/2025/QĐ-UBND is not taken for it.
Plan own_number(const DocumentNumber& number, char kind) {
  const std::string prefix(search_field("number").prefix);
  std::vector<Plan> parts;
  for (const std::string& group : number.groups) {
    const bool head = parts.empty() && group.front() >= '0' && group.front() <= '9';
    parts.push_back(term(prefix + (head ? std::string(1, kind) : "") + group));
  }
  return join_parts(Op::phrase, std::move(parts));
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
  return join_parts(Op::any, {term(whole), prefix(whole + "/")});
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

class Planner {
 public:
  Planner(const QueryNode& query, const PlanOptions& options)
      : alone_(leaves_of(query) == 1), options_(options) {}

  // strict: every marked word as typed, whatever the query wishes.
  Plan plan(const QueryNode& node, bool strict) const {
    switch (node.kind) {
      case Kind::all:
        return all(node, strict);
      case Kind::any:
        return join_parts(Op::any, plans(node, strict));
      case Kind::except:
      case Kind::run:
        return {};  // all() sees to them
      case Kind::words:
      case Kind::near:
        return words(node, strict);
      case Kind::prefix:
        return begins(node);
      case Kind::number:
        return number(node);
      case Kind::category:
        return term(prefix_of(node) + cut_utf8(node.text, kMaxCategoryBytes));
      case Kind::named:
        return named(node, strict);
      case Kind::range:
        break;
    }
    return node.field->kind == FieldKind::date ? days(node) : range(node);
  }

 private:
  static Plan range(const QueryNode& node) {
    Plan out;
    out.op = Op::range;
    out.slot = node.field->slot;
    out.low = node.low, out.high = node.high;
    return out;
  }

  std::vector<Plan> plans(const QueryNode& node, bool strict) const {
    std::vector<Plan> out;
    for (const QueryNode& part : node.parts)
      if (part.kind != Kind::except && part.kind != Kind::run) out.push_back(plan(part, strict));
    return out;
  }

  Plan all(const QueryNode& node, bool strict) const {
    Plan wanted = join_parts(Op::all, plans(node, strict));
    if (wanted.op == Op::nothing) wanted.op = Op::everything;
    if (!strict && options_.by_relevance) wanted = with_runs(std::move(wanted), node);
    std::vector<Plan> unwanted;  // what is typed with marks is left out with these marks alone
    for (const QueryNode& part : node.parts)
      if (part.kind == Kind::except) unwanted.push_back(plan(part.parts.front(), true));
    if (unwanted.empty()) return wanted;
    Plan out;
    out.op = Op::except;
    out.parts = {std::move(wanted), join_parts(Op::any, std::move(unwanted))};
    return out;
  }

  // "3795 UBND VXNV": whose number goes on so stands higher with every group.
  static Plan with_runs(Plan wanted, const QueryNode& node) {
    Plan out;
    out.op = Op::prefer;
    out.parts.push_back(std::move(wanted));
    for (const QueryNode& part : node.parts) {
      if (part.kind != Kind::run) continue;
      DocumentNumber number = analyse_number(part.text);
      for (; number.groups.size() > 1; number.groups.pop_back())
        add_bonuses(surely_or_maybe(number), out.parts);
    }
    return out.parts.size() == 1 ? std::move(out.parts.front()) : out;
  }

  Plan words(const QueryNode& node, bool strict) const {
    const auto in = [&](Form form) {
      return node.kind == Kind::near ? near(node, form) : syllables(node, form);
    };
    if (node.strict) return in(Form::written);
    Plan typed = in(Form::typed);
    if (strict || !wishes_marks(node)) return options_.tolerant ? or_nearly(node, typed) : typed;
    Plan loose = options_.tolerant ? or_nearly(node, in(Form::folded)) : in(Form::folded);
    if (!options_.by_relevance) return loose;
    Plan out;
    out.op = Op::prefer;
    out.parts = {std::move(loose), typed, bonus(typed, kMarksTier)};
    return out;
  }

  static Plan or_nearly(const QueryNode& node, Plan words) {
    const std::vector<Syllable> found = analyse(node.text).syllables;
    if (node.kind != Kind::words || node.field != nullptr || found.size() != 1) return words;
    std::vector<Plan> parts{std::move(words)};
    for (const std::string& shape : shapes_of(found.front().folded))
      parts.push_back(term(std::string(kDoubtPrefix) + shape));
    return join_parts(Op::any, std::move(parts));
  }

  Plan named(const QueryNode& node, bool strict) const {
    std::vector<Plan> parts{join_parts(Op::all, plans(node, strict))};
    for (const std::string& key : words_of(node.text)) {
      const Concept& what = *find_concept(key);
      if (what.names.size() > 1) parts.push_back(term(prefix_of(node) + kNamed + key));
      if (!options_.old_names) continue;
      for (const Concept* old : what.took_over)
        parts.push_back(term(prefix_of(node) + kNamed + old->key));
    }
    return join_parts(Op::any, std::move(parts));
  }

  Plan number(const QueryNode& node) const {
    const DocumentNumber typed = analyse_number(node.text);
    if (node.field != nullptr && node.field->key == "cites") return cited(node);
    std::vector<Plan> own = surely_or_maybe(typed);
    const Plan text = syllables(node, Form::folded);
    if (node.field == nullptr && typed.groups.size() == 1 && is_year(typed.groups.front()) &&
        !alone_)
      return text;
    std::vector<Plan> parts = own;
    if (node.field == nullptr) parts.push_back(text);
    if (node.field == nullptr && typed.groups.size() > 1)
      parts.push_back(term(std::string(search_field("cites").prefix) + typed.whole()));
    if (options_.by_relevance && parts.size() > 1) add_bonuses(own, parts);
    return join_parts(Op::any, std::move(parts));
  }

  bool alone_;
  PlanOptions options_;
};

bool loosens(const QueryNode& part) {
  return part.field == nullptr && !part.strict &&
         (part.kind == Kind::number ||
          (part.kind == Kind::words && analyse(part.text).syllables.size() == 1));
}

void add_needle(const QueryNode& node, bool exact, std::vector<Needle>& out) {
  Needle needle{{}, node.strict || (exact && marked(node)), node.kind == Kind::prefix};
  for (const Syllable& s : analyse(node.text).syllables)
    needle.forms.push_back(needle.strict ? s.written : s.folded);
  if (!needle.forms.empty()) out.push_back(std::move(needle));
}

void collect_needles(const QueryNode& node, bool exact, std::vector<Needle>& out) {
  if (node.kind == Kind::words || node.kind == Kind::number || node.kind == Kind::prefix)
    add_needle(node, exact, out);
  if (node.kind == Kind::named)
    for (const std::string& key : words_of(node.text))
      for (const ConceptName& name : find_concept(key)->names)
        out.push_back({name.folded, false, false});
  if (node.kind == Kind::except) return;
  for (const QueryNode& part : node.parts) collect_needles(part, exact, out);
}

constexpr const char* kOpNames[] = {"nothing", "everything", "term",   "prefix", "all",
                                    "any",     "near",       "phrase", "except", "prefer",
                                    "bonus",   "mute",       "range"};

}  // namespace

QueryPlan plan_query(const QueryNode& typed, const PlanOptions& options) {
  const QueryNode query = regroup(typed);
  const Planner planner(query, options);
  Plan loose = planner.plan(query, false);
  if (!options.by_relevance) loose = mute(std::move(loose));
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
  collect_needles(regroup(query), exact, out);
  return out;
}

std::string print(const Plan& plan) {
  if (plan.op == Op::term) return plan.term;
  std::string out = kOpNames[static_cast<std::size_t>(plan.op)];
  if (plan.op == Op::prefix) return plan.term + "*";
  if (plan.op == Op::range)
    return out + "(" + std::to_string(plan.slot) + " " + plan.low + ".." + plan.high + ")";
  if (plan.parts.empty()) return out;
  if (plan.op == Op::near) out += std::to_string(plan.slot);
  out += "(";
  for (std::size_t i = 0; i < plan.parts.size(); ++i)
    out += (i == 0 ? "" : " ") + print(plan.parts[i]);
  return out + ")";
}

}  // namespace vanthu
