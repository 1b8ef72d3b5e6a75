// SPDX-License-Identifier: GPL-3.0-or-later
// The third pass: a query tree to terms and operators of the index, still plain values; search.cpp
// hands them to the engine as they stand. Pure; safe from any thread.
//
// Ranking is by tiers, so that no weighting of words can undo it: a hit with every mark as typed
// gains kExactTier, each word found with its marks kMarksTier, a document's own number kNumberTier.
// One tier is more than everything below it can add up to.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "index/query.h"
#include "index/snippet.h"

namespace vanthu {

// BM25 gives one term at most (k1 + 1) ln(N), 44 at 2^32 documents; every word counts in up to four
// forms (folded, written, number, its part).
inline constexpr double kMostOfTerm = 44.0;
inline constexpr double kMostOfText =
    kMostOfTerm * 4 * static_cast<double>(kMaxQueryLeaves * kMaxPhraseWords);
inline constexpr double kNumberTier = 1e6;
inline constexpr double kMarksTier = 1e8;
inline constexpr double kExactTier = 1e10;
static_assert(kMostOfText < kNumberTier);
static_assert(kMostOfText + kMaxQueryLeaves * kNumberTier < kMarksTier);
static_assert(kMostOfText + kMaxQueryLeaves * (kNumberTier + kMarksTier) < kExactTier);

struct Plan {
  enum class Op {
    nothing,
    everything,
    term,
    all,     // every part
    any,     // one part at least
    phrase,  // the terms of the parts, next to each other in this order
    except,  // the first part, and not the second
    prefer,  // the first part; the others only add weight
    bonus,   // the one part's documents, each with `weight`
    mute,    // the one part's documents, weighing nothing
    range,   // values of `slot` in low..high; an empty end is open
  };
  Op op = Op::nothing;
  std::string term;
  double weight = 0;
  int slot = -1;
  std::string low, high;
  std::vector<Plan> parts;
  bool operator==(const Plan&) const = default;
};

struct QueryPlan {
  Plan plan;
  bool marks = false;  // words were typed with marks, so exact hits gain kExactTier
  bool operator==(const QueryPlan&) const = default;
};

// `by_relevance` false: the hits are sorted by something else; then only the exact tier is given,
// since it stands above every other order.
QueryPlan plan_query(const QueryNode& query, bool by_relevance = true);

// The query with one of its words or numbers enough, for when nothing has all of them; phrases,
// fields and what is left out stay as they are. The query itself when that changes nothing.
QueryNode relax(const QueryNode& query);

// What to mark in the text of a hit: `exact` hits are marked where the marks are as typed.
std::vector<Needle> needles_of(const QueryNode& query, bool exact);

// On one line, as the tests read it: prefer(dung =dưng1 bonus(=dưng1)).
std::string print(const Plan& plan);

}  // namespace vanthu
