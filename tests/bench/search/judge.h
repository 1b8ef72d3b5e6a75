// SPDX-License-Identifier: GPL-3.0-or-later
// Queries with known answers, and how early an engine gives one of them.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "tests/bench/search/engines.h"

namespace vanthu::bench {

struct Judged {
  std::string kind, query;
  std::vector<std::string> expected;  // ids, any of which is right in the first place
};

// Lines of kind, tab, query, tab, ids parted by blanks; `#` before a comment.
std::vector<Judged> read_judged(const std::string& path);

// Forty queries over real papers, made from their truth by one recipe for all: the beginning of
// each subject, without marks and with, and every fourth number.
std::vector<Judged> judged_of_truth(const std::string& fields_jsonl);

// Mean of 1 / place of the first right hit among ten, by kind and under "all"; `misses` takes a
// line for each query whose first hit is wrong.
std::map<std::string, double> mean_reciprocal_rank(SearchEngine& engine,
                                                   const std::vector<Judged>& queries,
                                                   std::vector<std::string>* misses = nullptr);

}  // namespace vanthu::bench
