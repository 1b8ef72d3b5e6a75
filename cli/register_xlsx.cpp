// SPDX-License-Identifier: GPL-3.0-or-later
// libxlsxwriter of Debian 12 can write to a named file alone.
#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <limits>

#include "archive/sources.h"
#include "cli/register_files.h"
#include "pipeline/error.h"

namespace vanthu::cli {
namespace {

constexpr std::array kWidths = {11.0, 8.0, 24.0, 18.0, 12.0, 48.0, 18.0, 11.0, 10.0, 22.0};
constexpr lxw_row_t kHead = 3;  // the row of the heads; the title stands above

struct TemporaryFile {  // for its owner's eyes; gone at the end
  std::string path = (std::filesystem::temp_directory_path() / "vanthu-XXXXXX").string();
  TemporaryFile() {
    const int fd = mkstemp(path.data());
    if (fd < 0) throw Error(Code::cannot_create, "no temporary file for the workbook");
    ::close(fd);
  }
  ~TemporaryFile() { ::unlink(path.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
};

struct Formats {
  lxw_format *title, *head, *cell;
};

Formats formats_of(lxw_workbook* book) {
  Formats out{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
  for (lxw_format* format : {out.title, out.head, out.cell}) {
    format_set_font_name(format, "Times New Roman");
    format_set_text_wrap(format);
  }
  format_set_bold(out.title);
  format_set_font_size(out.title, 14);
  format_set_align(out.title, LXW_ALIGN_CENTER);
  format_set_bold(out.head);
  format_set_align(out.head, LXW_ALIGN_CENTER);
  format_set_align(out.head, LXW_ALIGN_VERTICAL_CENTER);
  format_set_align(out.cell, LXW_ALIGN_VERTICAL_TOP);
  format_set_border(out.head, LXW_BORDER_THIN);
  format_set_border(out.cell, LXW_BORDER_THIN);
  return out;
}

void set_up_page(lxw_worksheet* sheet) {
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, kHead, kHead + 1);
  worksheet_freeze_panes(sheet, kHead + 2, 0);
  for (std::size_t i = 0; i < kWidths.size(); ++i)
    worksheet_set_column(sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), kWidths[i],
                         nullptr);
}

// Every cell is text: a number such as 05/BC would become a date.
void fill(lxw_worksheet* sheet, const RegisterBook& book, const Formats& f) {
  const auto last = static_cast<lxw_col_t>(kRegisterColumns.size() - 1);
  const auto put = [&](lxw_row_t row, std::size_t column, const std::string& text,
                       lxw_format* how) {
    worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), text.c_str(), how);
  };
  worksheet_merge_range(sheet, 0, 0, 0, last, book.agency.c_str(), f.title);
  worksheet_merge_range(sheet, 1, 0, 1, last, "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", f.title);
  worksheet_merge_range(sheet, 2, 0, 2, last, register_title(book).c_str(), f.title);
  for (std::size_t i = 0; i < kRegisterColumns.size(); ++i) {
    put(kHead, i, kRegisterColumns[i], f.head);
    put(kHead + 1, i, "(" + std::to_string(i + 1) + ")", f.head);
  }
  lxw_row_t at = kHead + 2;
  for (const RegisterRow& row : book.entries.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) put(at, i, row.cells[i], f.cell);
    ++at;
  }
}

}  // namespace

std::string register_xlsx(const RegisterBook& book) {
  const TemporaryFile file;
  lxw_workbook* workbook = workbook_new(file.path.c_str());
  if (!workbook) throw Error(Code::internal, "no workbook could be begun");
  lxw_worksheet* sheet = workbook_add_worksheet(workbook, "Văn bản đến");
  set_up_page(sheet);
  fill(sheet, book, formats_of(workbook));
  if (const lxw_error failed = workbook_close(workbook); failed != LXW_NO_ERROR)
    throw Error(Code::io, std::string("the workbook: ") + lxw_strerror(failed));
  return read_file(file.path, std::numeric_limits<std::uint64_t>::max());
}

}  // namespace vanthu::cli
