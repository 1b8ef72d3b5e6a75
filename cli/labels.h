// SPDX-License-Identifier: GPL-3.0-or-later
// What people call the fields and states of a reading, in the language chosen.
#pragma once
#include <string>
#include <string_view>

#include "archive/access.h"
#include "archive/import.h"
#include "pipeline/dispatch.h"

namespace vanthu::cli {

std::string field_label(std::string_view field);  // contract name -> "Số, ký hiệu"; else the name
std::string shelf_label(std::string_view key);  // "box" -> "Hộp"; else the key
std::string status_label(Status status);
std::string outcome_label(Outcome outcome);
std::string access_label(Access access);
std::string role_label(std::string_view role);  // of a page

// The contract name of what a person typed before '=': the name, or the label with or without
// marks ("so", "trich yeu"). Throws Error{usage} with the nearest name.
std::string field_named(const std::string& typed);

}  // namespace vanthu::cli
