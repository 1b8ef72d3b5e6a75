// SPDX-License-Identifier: GPL-3.0-or-later
// A reading as JSON and back: docs/reading.md is the contract. Safe from any thread.
#pragma once
#include <string>
#include <string_view>

#include "pipeline/dispatch.h"

namespace vanthu {

// One JSON object; `indent` < 0 prints it on one line. Keys in the order of the contract.
std::string to_json(const Reading& reading, int indent = -1);
std::string to_json(const Dispatch& dispatch, int indent = -1);

// Throws Error{bad_input} naming the key that is wrong; unknown keys are passed over.
Reading reading_from_json(std::string_view json);

const char* to_string(Status status);
Status status_from(std::string_view name);  // throws Error{bad_input}

// Every single-valued field with its contract name ("number", "date" …), in the contract's order:
// the one list that review, correct, the index and the tables walk.
struct NamedField {
  const char* name;
  Field Dispatch::*field;
};
const std::vector<NamedField>& named_fields();
Field* find_field(Dispatch& dispatch, std::string_view name);  // nullptr when there is none

}  // namespace vanthu
