// SPDX-License-Identifier: GPL-3.0-or-later
// What people typed of a file before it came here: the row of a list of the shelf. Kept in the
// object as typed.json, a row after the other; none is ever overwritten. Pure; any thread.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/dispatch.h"

namespace vanthu {

// "fonds" phông, "inventory" mục lục, "box" hộp, "folder" hồ sơ, "sheets" tờ số, "retention".
inline constexpr const char* kShelfKeys[] = {"fonds",  "inventory", "box",
                                             "folder", "sheets",    "retention"};

using TypedValues = std::vector<std::pair<std::string, std::string>>;  // key, value

struct TypedRow {
  std::string list;    // name of the list
  int line = 0;        // of the row in it, from 1
  std::string by, at;  // who brought it in, and when
  TypedValues shelf;   // keys: kShelfKeys
  TypedValues fields;  // contract names of fields, values as the contract writes them
  bool operator==(const TypedRow&) const = default;
};

std::string to_json(const std::vector<TypedRow>& rows);
std::vector<TypedRow> typed_from_json(std::string_view json);  // throws Error{corrupt}

// The fields of `row` beside what the first dispatch of the reading says: evidence of source
// "list". Where they agree the field is trusted; where the machine has none the typed value stands,
// for a clerk to look at; where they differ the machine's stands, the typed one is its first
// candidate and the field waits for a clerk. What a person corrected stays. Twice is as once.
void weigh_typed(Reading& reading, const TypedRow& row);

}  // namespace vanthu
