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
inline constexpr double kSubjectTier = 4e5;  // again for each: its subject has the words side by
                                             // side, who signs or issues it and when are typed
inline constexpr double kDoubtTier = 4.8e6;  // what its number may be
inline constexpr double kNumberTier = 2e7;   // again for each further group of it that was typed
inline constexpr double kMarksTier = 1e10;
inline constexpr double kExactTier = 1e13;
inline constexpr double kMostOfNumber = 5 * (kNumberTier + kDoubtTier);  // with four groups
inline constexpr std::size_t kMostFavours = 11;  // wishes that a hit may fulfil
inline constexpr double kMostOfWords = kMostOfText + kMostFavours * kSubjectTier;
static_assert(kMostOfText < kSubjectTier);
// Hits of one tier are told apart by nearness, so every tier is a multiple of the lowest.
static_assert(kDoubtTier == 12 * kSubjectTier && kNumberTier == 50 * kSubjectTier);
static_assert(kMostOfWords < kDoubtTier);
static_assert(kMostOfWords + kDoubtTier < kNumberTier);
static_assert(kMostOfWords + kMaxQueryLeaves * kMostOfNumber < kMarksTier);
static_assert(kMostOfWords + kMaxQueryLeaves * (kMostOfNumber + kMarksTier) < kExactTier);

struct Plan {
  enum class Op {
    nothing,
    everything,
    term,
    prefix,  // any term that begins so
    all,     // every part
    any,     // one part at least
    near,    // the terms of the parts within a window of `slot` places, in any order
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

struct PlanOptions {
  // false: the hits are sorted by something else; then only the exact tier is given, since it
  // stands above every other order.
  bool by_relevance = true;
  bool old_names = false;  // what a named body or place took over counts as it
  bool tolerant = false;   // words read with doubt count when they are nearly those typed
};

QueryPlan plan_query(const QueryNode& query, const PlanOptions& options = {});

// The query with one of its words or numbers enough, for when nothing has all of them; phrases,
// fields and what is left out stay as they are. The query itself when that changes nothing.
QueryNode relax(const QueryNode& query);

// The words and names of the query that may stand near each other, in its order: for each the terms
// of which any will do. None where fewer than two are free: phrases and fields have their places.
std::vector<std::vector<std::string>> near_units(const QueryNode& query);

// What to mark in the text of a hit: `exact` hits are marked where the marks are as typed.
std::vector<Needle> needles_of(const QueryNode& query, bool exact);

// On one line, as the tests read it: prefer(dung =dưng1 bonus(=dưng1)).
std::string print(const Plan& plan);

}  // namespace vanthu
