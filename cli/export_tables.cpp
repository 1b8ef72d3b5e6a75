// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/export_tables.h"

#include "cli/csv_report.h"
#include "cli/json.h"

namespace vanthu::cli {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";  // Excel takes UTF-8 for Latin without it

Json json_cell(const std::string& text, bool number) {
  if (text.empty()) return {};
  const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
  constexpr std::size_t kMostDigits = 18;  // a longer one is no number of ours
  if (number && digits && text.size() <= kMostDigits) return std::stoll(text);
  return text;
}

}  // namespace

std::string csv_head() {
  std::string out = kByteOrderMark;
  for (const ExportColumn& column : kExportColumns)
    out += (&column == &kExportColumns.front() ? "" : ",") + csv_cell(column.name);
  return out + "\r\n";
}

std::string csv_line(const ExportRow& row) {
  std::string out;
  for (const std::string& cell : row) out += (&cell == &row.front() ? "" : ",") + csv_cell(cell);
  return out + "\r\n";
}

std::string json_line(const ExportRow& row) {
  Json out = Json::object();
  for (std::size_t i = 0; i < row.size(); ++i)
    out[kExportColumns[i].name] = json_cell(row[i], kExportColumns[i].number);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace vanthu::cli
