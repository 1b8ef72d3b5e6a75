// SPDX-License-Identifier: GPL-3.0-or-later
// The list of a shelf, as archivists keep it: a CSV file whose first line names the columns, one
// row a scan. What it says goes beside each file as evidence (archive/typed.h). Read whole, then
// any thread may ask.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "archive/typed.h"

namespace vanthu::cli {

// Rows of cells. Cells are parted by comma, semicolon or tab, whichever the first line has most of;
// quoted ones hold anything. Empty rows come as rows without cells. Throws Error{bad_input}.
std::vector<std::vector<std::string>> csv_rows(std::string_view text);

class Manifest {
 public:
  // `name`: for messages and evidence. Columns by any usual name, with or without marks: the file,
  // the shelf's, fields of a reading. Another column is kept under its own name. Throws
  // Error{bad_input}, naming the line: no column of files, a file named twice.
  Manifest(const std::string& name, std::string_view text);

  // Of the row whose file is this one: by its path, an ending of it, or its name without the ending
  // after the dot. Remembers that it was asked for.
  std::optional<TypedRow> row_of(const std::string& path);
  std::size_t found() const { return found_.size(); }
  std::vector<std::string> not_found() const;  // as the list names them, in its order

 private:
  void add(const std::vector<std::string>& head, const std::vector<std::string>& cells, int line);

  std::string name_;
  std::vector<std::string> order_;
  std::map<std::string, TypedRow> rows_;  // by the file
  std::set<std::string> found_;
};

}  // namespace vanthu::cli
