// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/vocabulary_rows.h"

#include <algorithm>
#include <set>

#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::fields {

const std::string& VocabularyRow::cell(std::size_t i) const {
  static const std::string kNone;
  return i < cells.size() ? cells[i] : kNone;
}

void bad_row(const VocabularyRow& row, const std::string& why) {
  throw Error(Code::config,
              "vocabulary " + row.file + ", line " + std::to_string(row.line) + ": " + why,
              "The first lines of the program's own file say what its columns are: vanthu help "
              "vocabulary");
}

std::vector<VocabularyRow> parse_rows(const std::string& file, std::string_view text,
                                      std::size_t most) {
  std::vector<VocabularyRow> out;
  int line = 0;
  for (const std::string& written : split(text, '\n')) {
    VocabularyRow row{file, ++line, {}};
    if (!is_utf8(written)) bad_row(row, "not UTF-8");
    if (trim(written).empty() || trim(written).front() == '#') continue;
    for (const std::string& cell : split(written, '\t')) row.cells.push_back(nfc(trim(cell, "\r")));
    if (row.cell(0).empty() || row.cell(0) == "-") bad_row(row, "the first column is empty");
    if (row.cells.size() > most) bad_row(row, "too many columns");
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<VocabularyRow> overlaid(std::vector<VocabularyRow> own,
                                    const std::vector<VocabularyRow>& clerk) {
  std::set<std::string> replaced;
  for (const VocabularyRow& row : clerk)
    replaced.insert(row.cell(0).front() == '-' ? trim(row.cell(0).substr(1)) : row.cell(0));
  std::erase_if(own, [&](const VocabularyRow& row) { return replaced.count(row.cell(0)) > 0; });
  std::copy_if(clerk.begin(), clerk.end(), std::back_inserter(own),
               [](const VocabularyRow& row) { return row.cell(0).front() != '-'; });
  return own;
}

}  // namespace vanthu::fields
