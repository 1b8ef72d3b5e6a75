// SPDX-License-Identifier: GPL-3.0-or-later
// Which dispatches are meant by IDs, by a query or by all, as far as they may be seen. One thread.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "archive/archive.h"

namespace vanthu::cli {

struct ExportChoice {
  std::vector<std::string> ids;
  std::string query;
  bool all = false;
  std::string as = "named";
};

// By file, in the order of their SHA-256. Throws Error: usage (not exactly one of the three is
// said, or the query is malformed), not_found (an ID that is not there or not to be seen).
std::map<std::string, std::set<std::string>> chosen(Archive& archive, const ExportChoice& choice);

}  // namespace vanthu::cli
