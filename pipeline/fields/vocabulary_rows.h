// SPDX-License-Identifier: GPL-3.0-or-later
// The vocabularies as they are written: text files of rows, cells parted by tabs, `#` before a
// comment. The program carries its own; a clerk's file of the same name adds rows, replaces those
// of the same first cell, and takes away those it names behind a minus ("-Sở Du lịch"). Pure.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::fields {

// By name: "bodies.tsv" -> its text.
using VocabularyFiles = std::map<std::string, std::string>;

struct VocabularyRow {
  std::string file;
  int line = 0;
  std::vector<std::string> cells;                // trimmed, NFC
  const std::string& cell(std::size_t i) const;  // empty past the last
};

// Throws Error{config} naming file and line: not UTF-8, a row without a first cell or with more
// than `most` cells.
std::vector<VocabularyRow> parse_rows(const std::string& file, std::string_view text,
                                      std::size_t most);

// The clerk's rows over the program's.
std::vector<VocabularyRow> overlaid(std::vector<VocabularyRow> own,
                                    const std::vector<VocabularyRow>& clerk);

// Throws Error{config}: the row is not what its file holds.
[[noreturn]] void bad_row(const VocabularyRow& row, const std::string& why);

}  // namespace vanthu::fields
