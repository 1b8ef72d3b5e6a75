// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/engine.h"

#include "index/fields.h"

namespace vanthu {
namespace {

constexpr Xapian::termcount kMostExpansions = 1000;  // of a wildcard: the most frequent

std::vector<Xapian::Query> parts_of(const Plan& plan) {
  std::vector<Xapian::Query> out;
  for (const Plan& part : plan.parts) out.push_back(to_engine(part));
  return out;
}

Xapian::Query join(Xapian::Query::op op, const Plan& plan) {
  const std::vector<Xapian::Query> parts = parts_of(plan);
  return Xapian::Query(op, parts.begin(), parts.end());
}

Xapian::Query window(Xapian::Query::op op, const Plan& plan, std::size_t places) {
  std::vector<std::string> terms;
  for (const Plan& part : plan.parts) terms.push_back(part.term);
  return Xapian::Query(op, terms.begin(), terms.end(), static_cast<Xapian::termcount>(places));
}

// As one word, however many there are: the weight of a word at most.
Xapian::Query prefix(const Plan& plan) {
  return Xapian::Query(Xapian::Query::OP_WILDCARD, plan.term, kMostExpansions,
                       Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT, Xapian::Query::OP_SYNONYM);
}

// A slot that is empty sorts below everything: what has no value is in no range.
Xapian::Query range(const Plan& plan) {
  const auto slot = static_cast<Xapian::valueno>(plan.slot);
  const std::string low = plan.low.empty() ? "0" : plan.low;
  if (plan.high.empty()) return Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, low);
  return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot, low, plan.high);
}

Xapian::Query bonus(const Plan& plan) {
  auto* source = new Xapian::FixedWeightPostingSource(plan.weight);
  return Xapian::Query(Xapian::Query::OP_FILTER, Xapian::Query(source->release()),
                       to_engine(plan.parts.front()));
}

Xapian::Query prefer(const Plan& plan) {
  const std::vector<Xapian::Query> parts = parts_of(plan);
  return Xapian::Query(Xapian::Query::OP_AND_MAYBE, parts.front(),
                       Xapian::Query(Xapian::Query::OP_OR, parts.begin() + 1, parts.end()));
}

}  // namespace

Xapian::Query to_engine(const Plan& plan) {
  switch (plan.op) {
    case Plan::Op::nothing:
      return Xapian::Query::MatchNothing;
    case Plan::Op::everything:
      return Xapian::Query::MatchAll;
    case Plan::Op::term:
      return Xapian::Query(plan.term);
    case Plan::Op::all:
      return join(Xapian::Query::OP_AND, plan);
    case Plan::Op::any:
      return join(Xapian::Query::OP_OR, plan);
    case Plan::Op::phrase:
      return window(Xapian::Query::OP_PHRASE, plan, plan.parts.size());
    case Plan::Op::near:
      return window(Xapian::Query::OP_NEAR, plan, static_cast<std::size_t>(plan.slot));
    case Plan::Op::prefix:
      return prefix(plan);
    case Plan::Op::except:
      return join(Xapian::Query::OP_AND_NOT, plan);
    case Plan::Op::prefer:
      return prefer(plan);
    case Plan::Op::bonus:
      return bonus(plan);
    case Plan::Op::mute:
      return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, to_engine(plan.parts.front()), 0.0);
    case Plan::Op::range:
      return range(plan);
  }
  return Xapian::Query::MatchNothing;
}

Xapian::Query visible(const Xapian::Query& query, const std::vector<std::string>& access) {
  std::vector<std::string> terms;
  for (const std::string& one : access)
    terms.push_back(std::string(search_field("access").prefix) + one);
  return Xapian::Query(Xapian::Query::OP_FILTER, query,
                       Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
}

}  // namespace vanthu
