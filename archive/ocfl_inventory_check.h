// SPDX-License-Identifier: GPL-3.0-or-later
// One inventory by the rules of the specification: the text alone, no file is looked at.
// For ocfl_check; pure, safe from any thread.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "archive/fault.h"

namespace vanthu {

// What the files of an object are checked against; as much of it as could be read.
struct CheckedInventory {
  bool usable = false;  // enough of it stands to look at the files
  std::string id, head, algorithm, content_folder = "content", spec;  // spec: "1.1"
  std::vector<std::string> versions;                                  // in order of number
  std::map<std::string, std::string> manifest;  // content path -> digest, lower case
  std::map<std::string, std::map<std::string, std::string>> fixity;  // algorithm -> path -> digest
  std::map<std::string, std::map<std::string, std::string>> states;  // version -> logical -> digest
  std::map<std::string, std::string> notes;  // version -> created, message, user: to compare alone
};

CheckedInventory check_inventory(std::string_view json, std::vector<Fault>& faults);

bool all_of_kind(std::string_view text, std::string_view allowed);  // not empty, and of these alone
int version_number(std::string_view name);  // "v12", "v0012" -> 12; 0 when it is no version name

}  // namespace vanthu
