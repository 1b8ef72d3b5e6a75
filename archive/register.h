// SPDX-License-Identifier: GPL-3.0-or-later
// The register of incoming dispatches (sổ đăng ký văn bản đến) with the ten columns that Nghị định
// 30/2020/NĐ-CP, phụ lục IV, wants, made from readings. Pure; safe from any thread.
#pragma once
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "archive/entry.h"
#include "archive/link.h"
#include "pipeline/dispatch.h"

namespace vanthu {

// The columns in their order, as the book has them.
inline constexpr std::array<const char*, 10> kRegisterColumns = {
    "Ngày đến",
    "Số đến",
    "Tác giả",
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Đơn vị hoặc người nhận",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú"};

struct RegisterRow {
  std::string id;          // of the dispatch; of a number without a paper: its file's first digits
  std::string arrived;     // ISO; the day of import where no arrival stamp says it
  int arrival_number = 0;  // 0: none was read or given
  bool cancelled = false;  // the number is void
  std::string same_key;    // as DispatchRow: equal for papers with number, issuer and year alike
  std::array<std::string, kRegisterColumns.size()> cells;  // dates day first
};

struct RegisterAsk {
  std::string from, to;   // days, ISO, both included
  std::string agency;     // ours: of several arrival stamps the one that names it counts
  bool attached = false;  // attachments get rows of their own
};

struct ClosedBook {
  std::string year, volume;  // quyển số
  int first = 0, last = 0;   // arrival numbers, both in it
  std::string agency, by, at;
  std::vector<RegisterRow> rows;  // as they stood when it was closed, by number
};

// What became of a row of a closed book since.
struct RowChange {
  enum class Kind { cell, gone, fresh };  // fresh: a number that the book has no row for
  std::string year;
  int number = 0;
  Kind kind = Kind::cell;
  std::size_t column = 0;
  std::string before, now;
};

struct Register {
  std::vector<RegisterRow> rows;                  // by year and arrival number, then by day
  std::vector<std::pair<int, int>> gaps;          // arrival numbers without a row, first and last
  std::vector<std::vector<std::string>> clashes;  // ids that share a number of one year
  std::vector<std::vector<std::string>> duplicates;  // ids of one paper entered more than once
  std::vector<RowChange> changed;  // since their books were closed; the rows are those of the books
};

// The row of a number that is void; `id` where no paper bears it any more.
RegisterRow cancelled_row(const RegisterEntry& entry, const std::string& id);
// "2019-09-09" as the book writes it, "09/09/2019"; "2019-09" as "09/2019"; else as it is.
std::string day_first(const std::string& date);
// Whether the receiver on a stamp is our agency, as far as reading allows to say.
bool names_us(const std::string& receiver, const std::string& agency);
// The day that a stamp says, or else that of import, as this office had it.
std::string arrival_day(const std::string& stamped, const std::string& imported_at);

class RegisterMaker {
 public:
  explicit RegisterMaker(RegisterAsk ask) : ask_(std::move(ask)) {}
  // `imported_at`: UTC, ISO. What was entered goes before what stamps say. Links that make a
  // dispatch a part of another leave it without a row, unless it was given a number.
  void add(const Reading& reading, const std::string& imported_at,
           const std::vector<RegisterEntry>& entries = {}, const std::vector<Link>& links = {});
  // The rows of a closed book stand in place of what its papers say now.
  void keep(const ClosedBook& book);
  Register finish();

 private:
  void put(RegisterRow row);

  RegisterAsk ask_;
  Register out_;
};

}  // namespace vanthu
