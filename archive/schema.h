// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the catalogue as numbered steps, in SQL that SQLite and PostgreSQL both take. A
// step that has been released is never changed: a new one is added behind it.
#pragma once
#include <string>
#include <vector>

namespace vanthu {

// schema_steps()[n-1] brings the tables from version n-1 to n.
const std::vector<std::vector<std::string>>& schema_steps();

}  // namespace vanthu
