// SPDX-License-Identifier: GPL-3.0-or-later
// What became of each file of an import, as a table that Excel opens: UTF-8 with its mark, commas,
// one row a file, written as it comes, so that a batch that was killed leaves what was done.
// One thread.
#pragma once
#include <cstdio>
#include <memory>
#include <string>

#include "archive/import.h"

namespace vanthu::cli {

class CsvReport {
 public:
  explicit CsvReport(const std::string& path);  // throws Error{cannot_create}
  void put(const FileOutcome& outcome);         // throws Error{io}

 private:
  void line(const std::vector<std::string>& cells);

  std::string path_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};

// As RFC 4180 has it; a cell that a spreadsheet would take for a formula begins with an apostrophe.
std::string csv_cell(const std::string& text);

}  // namespace vanthu::cli
