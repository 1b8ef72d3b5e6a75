// SPDX-License-Identifier: GPL-3.0-or-later
// Links between dispatches as people see them: what is linked with a paper that may not be seen
// is not told of. One thread.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "archive/archive.h"

namespace vanthu::cli {

struct ShownLink {
  std::string relation;     // as in Link
  std::string id;           // of the other
  bool from_other = false;  // it is the other that says so
  bool gone = false;        // it is not in the archive any more
};

std::vector<ShownLink> links_shown(const Archive& archive, const std::string& id,
                                   const std::string& as);
std::string link_label(const ShownLink& link);  // "thay bằng 2b7c….1"

// id -> ids of the better scans that replace it.
using Replaced = std::map<std::string, std::vector<std::string>>;
Replaced replaced_papers(const Archive& archive, const std::string& as);
std::string replaced_label(const std::vector<std::string>& ids);  // "thay bằng 2b7c….1"

}  // namespace vanthu::cli
