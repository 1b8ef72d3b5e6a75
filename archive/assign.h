// SPDX-License-Identifier: GPL-3.0-or-later
// What the book says of a paper beside its number: who got it, when it was passed on, remarks,
// whether an attachment stands in it by itself. Any thread.
#pragma once
#include <optional>
#include <string>

#include "archive/archive.h"

namespace vanthu {

struct Assignment {  // what is not given stays; empty: taken out again
  std::optional<std::string> receiver, passed_on, note;  // passed_on: a day, ISO
  std::optional<bool> own_row;
};

// A new version of the document, audited; false: it said so already. Throws Error: not_found, usage
// (an own row for what is no attachment), io, busy.
bool assign(Archive& archive, const std::string& id, const Assignment& what, const std::string& by);

}  // namespace vanthu
