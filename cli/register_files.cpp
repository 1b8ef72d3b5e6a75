// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/register_files.h"

#include "cli/csv_report.h"
#include "cli/dates.h"

namespace vanthu::cli {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";  // Excel takes UTF-8 for Latin without it

// Shares of the width of the page, of the ten columns.
constexpr std::array kShares = {7, 5, 13, 11, 8, 27, 10, 7, 5, 7};

// Those of the form, numbered below as there; the book is written in black on white.
constexpr const char* kStyle = R"(
@page { size: A4 landscape; margin: 20mm 15mm 15mm 20mm }
body { font: 12pt "Times New Roman", "Liberation Serif", serif; color: #000 }
h1 { font-size: 14pt; text-align: center; margin: 0 } p { text-align: center; margin: 2mm 0 4mm }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 10.5pt }
thead { display: table-header-group } tr { break-inside: avoid }
th, td { border: .3mm solid #000; padding: 1mm; vertical-align: top; overflow-wrap: anywhere }
tr.n th { font-weight: normal; font-style: italic }
)";

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  return out;
}

std::string vietnamese_day(const std::string& iso) {
  return iso.size() == 10 ? iso.substr(8) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4) : iso;
}

}  // namespace

std::string register_title(const RegisterBook& book) {
  if (book.closed)
    return "Năm " + book.closed->year + ". Từ số " + std::to_string(book.closed->first) +
           " đến số " + std::to_string(book.closed->last) + ". Quyển số " + book.closed->volume;
  return "Từ ngày " + vietnamese_day(book.from) + " đến ngày " + vietnamese_day(book.to);
}

std::string register_csv(const RegisterBook& book) {
  std::string out = kByteOrderMark;
  for (std::size_t i = 0; i < kRegisterColumns.size(); ++i)
    out += (i > 0 ? "," : "") + csv_cell(kRegisterColumns[i]);
  out += "\r\n";
  for (const RegisterRow& row : book.entries.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      out += (i > 0 ? "," : "") + csv_cell(row.cells[i]);
    out += "\r\n";
  }
  return out;
}

std::string register_html(const RegisterBook& book) {
  std::string out =
      "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Sổ đăng ký văn bản "
      "đến</title><style>" +
      std::string(kStyle) + "</style></head><body>\n";
  if (!book.agency.empty()) out += "<p><b>" + escaped(book.agency) + "</b></p>\n";
  out += "<h1>SỔ ĐĂNG KÝ VĂN BẢN ĐẾN</h1>\n<p>" + register_title(book) + "</p>\n<table><colgroup>";
  for (const int share : kShares) out += "<col style=\"width:" + std::to_string(share) + "%\">";
  out += "</colgroup><thead><tr>";
  for (const char* column : kRegisterColumns) out += "<th>" + escaped(column) + "</th>";
  out += "</tr><tr class=\"n\">";
  for (std::size_t i = 1; i <= kRegisterColumns.size(); ++i)
    out += "<th>(" + std::to_string(i) + ")</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (const RegisterRow& row : book.entries.rows) {
    out += "<tr>";
    for (const std::string& cell : row.cells) out += "<td>" + escaped(cell) + "</td>";
    out += "</tr>\n";
  }
  return out + "</tbody></table></body></html>\n";
}

}  // namespace vanthu::cli
