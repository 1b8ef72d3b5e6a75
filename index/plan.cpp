// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/plan.h"

#include <algorithm>
#include <utility>

#include "index/analyse.h"
#include "index/concepts.h"
#include "index/plan_parts.h"
#include "index/tolerance.h"
#include "index/utf8.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using Kind = QueryNode::Kind;
using Op = Plan::Op;

constexpr std::size_t kMostUnits = 12;          // words whose nearness ranks
constexpr std::size_t kMaxCategoryBytes = 200;  // a longer term is in no index

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

// What demands nothing of a hit.
bool is_extra(const QueryNode& node) {
  return node.kind == Kind::except || node.kind == Kind::run || node.kind == Kind::side;
}

// Marks typed where they are a wish, not a demand.
bool wishes_marks(const QueryNode& node) {
  if (is_extra(node)) return false;
  if (node.kind == Kind::words) return !node.strict && marked(node);
  return std::any_of(node.parts.begin(), node.parts.end(), wishes_marks);
}

// "2019" beside other words is the year they speak of; alone it may be a number.
bool is_year(const std::string& group) {
  return group.size() == 4 && (group.substr(0, 2) == "19" || group.substr(0, 2) == "20");
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
      case Kind::side:
        return {};  // all() sees to them
      case Kind::words:
      case Kind::near:
        return words(node, strict);
      case Kind::prefix:
        return begins(node);
      case Kind::number:
        return number(node);
      case Kind::category:
        return plan_term(prefix_of(node) + cut_utf8(node.text, kMaxCategoryBytes));
      case Kind::named:
        return named(node, strict);
      case Kind::when:
        return when(node, strict);
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
      if (!is_extra(part)) out.push_back(plan(part, strict));
    return out;
  }

  Plan all(const QueryNode& node, bool strict) const {
    Plan wanted = join_parts(Op::all, plans(node, strict));
    if (wanted.op == Op::nothing) wanted.op = Op::everything;
    if (!strict && options_.by_relevance) wanted = with_extras(std::move(wanted), node);
    std::vector<Plan> unwanted;  // what is typed with marks is left out with these marks alone
    for (const QueryNode& part : node.parts)
      if (part.kind == Kind::except) unwanted.push_back(plan(part.parts.front(), true));
    if (unwanted.empty()) return wanted;
    Plan out;
    out.op = Op::except;
    out.parts = {std::move(wanted), join_parts(Op::any, std::move(unwanted))};
    return out;
  }

  // "3795 UBND VXNV": whose number goes on so stands higher with every group. Words that were typed
  // side by side count more where they stand so, most in the subject.
  static Plan with_extras(Plan wanted, const QueryNode& node) {
    Plan out;
    out.op = Op::prefer;
    out.parts.push_back(std::move(wanted));
    std::vector<Plan> favours;
    for (const QueryNode& part : node.parts) add_favours(part, favours);
    if (favours.size() > kMostFavours) favours.resize(kMostFavours);
    for (Plan& one : favours) out.parts.push_back(bonus(std::move(one), kSubjectTier));
    for (const QueryNode& part : node.parts) {
      if (part.kind != Kind::run) continue;
      DocumentNumber number = analyse_number(part.text);
      for (; number.groups.size() > 1; number.groups.pop_back())
        add_bonuses(surely_or_maybe(number), out.parts);
    }
    return out.parts.size() == 1 ? std::move(out.parts.front()) : out;
  }

  static void add_favours(const QueryNode& part, std::vector<Plan>& to) {
    if (part.kind == Kind::when) to.push_back(days(part));
    if (part.kind == Kind::named && part.field == nullptr) to.push_back(issued_by(part));
    if (part.kind != Kind::side) return;
    QueryNode side = part;
    side.field = &search_field("subject");
    to.push_back(syllables(side, Form::folded));
    if (Plan names = signed_by(part); names.op != Op::nothing) to.push_back(std::move(names));
  }

  static Plan issued_by(const QueryNode& name) {
    std::vector<std::string> terms;
    for (const std::string& key : words_of(name.text))
      terms.push_back(std::string(search_field("issuer").prefix) + kNamed + key);
    return any_term(terms);
  }

  // Three syllables side by side are most names, and of the longer ones a part.
  static Plan signed_by(const QueryNode& side) {
    constexpr std::size_t kName = 3, kMostNames = 8;
    std::vector<Plan> out;
    const std::string prefix(search_field("signer").prefix);
    const std::vector<Syllable> found = analyse(side.text).syllables;
    for (std::size_t i = 0; i + kName <= found.size() && out.size() < kMostNames; ++i) {
      std::vector<Plan> name;
      for (std::size_t k = i; k < i + kName; ++k)
        name.push_back(plan_term(prefix + found[k].folded));
      out.push_back(join_parts(Op::phrase, std::move(name)));
    }
    return join_parts(Op::any, std::move(out));
  }

  // Papers that say the date or bear it; those of a doubtful date too.
  Plan when(const QueryNode& node, bool strict) const {
    std::vector<Plan> said;  // its figures are no number of a paper
    for (const QueryNode& part : node.parts)
      said.push_back(part.kind == Kind::number ? syllables(part, Form::folded)
                                               : plan(part, strict));
    return join_parts(Op::any, {join_parts(Op::all, std::move(said)), days(node)});
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
    out.parts = {std::move(loose), bonus(std::move(typed), kMarksTier)};
    return out;
  }

  static Plan or_nearly(const QueryNode& node, Plan words) {
    const std::vector<Syllable> found = analyse(node.text).syllables;
    if (node.kind != Kind::words || node.field != nullptr || found.size() != 1) return words;
    std::vector<Plan> parts{std::move(words)};
    for (const std::string& shape : shapes_of(found.front().folded))
      parts.push_back(plan_term(std::string(kDoubtPrefix) + shape));
    return join_parts(Op::any, std::move(parts));
  }

  // Its name as typed or another of its names: neither loses the marks of the other.
  Plan named(const QueryNode& node, bool strict) const {
    const Plan others = other_names(node);
    const auto either = [&](Plan typed) {
      std::vector<Plan> parts{std::move(typed)};
      if (others.op != Op::nothing) parts.push_back(others);
      return join_parts(Op::any, std::move(parts));
    };
    if (strict || !wishes_marks(node)) return either(join_parts(Op::all, plans(node, strict)));
    std::vector<Plan> loose, typed;
    double marks = 0;
    for (const QueryNode& part : node.parts) {
      loose.push_back(part.strict ? syllables(part, Form::written) : syllables(part, Form::folded));
      typed.push_back(plan(part, true));
      if (wishes_marks(part)) marks += kMarksTier;
    }
    Plan found = either(join_parts(Op::all, std::move(loose)));
    if (!options_.by_relevance) return found;
    Plan exact = either(join_parts(Op::all, std::move(typed)));
    Plan out;
    out.op = Op::prefer;
    out.parts = {std::move(found), exact, bonus(exact, marks)};
    return out;
  }

  // Nothing when it has none.
  Plan other_names(const QueryNode& node) const {
    std::vector<std::string> terms;
    for (const std::string& key : words_of(node.text)) {
      const Concept& what = *find_concept(key);
      if (what.names.size() > 1) terms.push_back(prefix_of(node) + kNamed + key);
      if (!options_.old_names) continue;
      for (const Concept* old : what.took_over)
        terms.push_back(prefix_of(node) + kNamed + old->key);
    }
    return any_term(terms);
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
      parts.push_back(plan_term(std::string(search_field("cites").prefix) + typed.whole()));
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
  if (node.kind == Kind::when) {  // its figures alone say nothing
    QueryNode said;
    for (const QueryNode& part : node.parts) said.text += part.text + " ";
    return add_needle(said, exact, out);
  }
  for (const QueryNode& part : node.parts) collect_needles(part, exact, out);
}

void add_units(const QueryNode& node, std::vector<std::vector<std::string>>& out) {
  if (node.field != nullptr || node.strict || out.size() >= kMostUnits) return;
  if (node.kind == Kind::words)
    for (const Syllable& s : analyse(node.text).syllables) out.push_back({s.folded});
  if (node.kind != Kind::named) return;
  std::vector<std::string> terms;
  for (const std::string& key : words_of(node.text))
    if (find_concept(key)->names.size() > 1) terms.push_back(kNamed + key);
  if (terms.empty())
    for (const QueryNode& part : node.parts) add_units(part, out);
  else
    out.push_back(std::move(terms));
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

std::vector<std::vector<std::string>> near_units(const QueryNode& typed) {
  const QueryNode query = regroup(typed);
  std::vector<std::vector<std::string>> out;
  if (query.kind == Kind::all)
    for (const QueryNode& part : query.parts) add_units(part, out);
  if (out.size() < 2) out.clear();
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
