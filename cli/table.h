// SPDX-License-Identifier: GPL-3.0-or-later
// A table for a terminal (cells wrapped to its width) or for a pipe (one row one line, nothing
// cut). Pure, but for the bold head of a terminal.
#pragma once
#include <string>
#include <vector>

namespace vanthu::cli {

struct Table {
  std::vector<std::string> heads;
  std::vector<bool> flexible;                  // may be wrapped when there is not enough room
  std::vector<std::vector<std::string>> rows;  // cells already safe to print
};

// `columns` 0: as wide as it takes. Ends with a line feed; empty when there are no rows.
std::string render(const Table& table, std::size_t columns);

}  // namespace vanthu::cli
