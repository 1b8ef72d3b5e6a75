// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the catalogue as numbered steps, in SQL that SQLite and PostgreSQL both take. A
// step that has been released is never changed: a new one is added behind it.
#pragma once
#include <string>
#include <vector>

namespace vanthu {

// schema_steps()[n-1] brings the tables from version n-1 to n.
const std::vector<std::vector<std::string>>& schema_steps();

inline constexpr const char* kMoveAway =
    "move catalogue.sqlite away; it is made anew from the objects";

// Throws Error: not_found (not there, and not `writable`), corrupt (something else than a
// database).
void check_database_file(const std::string& path, bool writable);

}  // namespace vanthu
