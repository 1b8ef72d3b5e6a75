// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/register.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "archive/catalogue.h"
#include "archive/clock.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr std::size_t kDay = 10;  // letters of "2019-09-09"
constexpr double kSameBody = 0.8;

std::string value(const Field& field) { return field.value.value_or(""); }

bool is_day(const std::string& date) { return date.size() == kDay && date[4] == '-'; }

// A forwarded copy carries somebody else's stamp too.
const Stamp* our_stamp(const Dispatch& dispatch, const std::string& agency) {
  if (agency.empty()) return dispatch.stamps.empty() ? nullptr : &dispatch.stamps.front();
  for (const Stamp& stamp : dispatch.stamps)
    if (names_us(value(stamp.receiver), agency)) return &stamp;
  return nullptr;
}

void add_doubt(std::vector<std::string>& doubts, const Field& field, const char* what) {
  if (!field.value || field.confidence < kTrusted) doubts.emplace_back(what);
}

std::string note_of(const Dispatch& dispatch, const Stamp* stamp, const RegisterEntry& entry) {
  std::vector<std::string> parts, doubts;
  const bool entered = entry.number > 0;
  if (!entry.note.empty()) parts.push_back(entry.note);
  if (dispatch.pages.empty() && entered) parts.emplace_back("không có bản quét");
  for (const Field* field : {&dispatch.urgent, &dispatch.circulation})
    if (field->value) parts.push_back(*field->value);
  if (!dispatch.complete) parts.emplace_back("thiếu trang");
  if (!stamp && !entered) parts.emplace_back("không thấy dấu đến");
  if (stamp && !entered) add_doubt(doubts, stamp->date, "ngày đến");
  if (stamp && !entered) add_doubt(doubts, stamp->number, "số đến");
  add_doubt(doubts, dispatch.issuer, "tác giả");
  add_doubt(doubts, dispatch.number, "số, ký hiệu");
  add_doubt(doubts, dispatch.date, "ngày văn bản");
  if (!doubts.empty()) parts.push_back("xem lại: " + join(doubts, ", "));
  return join(parts, "; ");
}

RegisterRow row_of(const Dispatch& dispatch, const Stamp* stamp, const RegisterEntry& entry,
                   const std::string& arrived) {
  RegisterRow row;
  row.id = dispatch.id;
  row.arrived = arrived;
  const std::string read = stamp ? value(stamp->number) : "";
  row.arrival_number = entry.number > 0 ? entry.number : arrival_number(read);
  const std::string type = value(dispatch.type), subject = value(dispatch.subject);
  row.cells = {day_first(arrived),
               entry.number > 0 ? std::to_string(entry.number) : read,
               value(dispatch.issuer),
               value(dispatch.number),
               day_first(value(dispatch.date)),
               type.empty() || subject.empty() ? type + subject : type + ": " + subject,
               !entry.receiver.empty() ? entry.receiver
               : stamp                 ? value(stamp->transfer)
                                       : "",
               day_first(entry.passed_on),
               "",
               note_of(dispatch, stamp, entry)};
  return row;
}

bool is_linked_part(const std::vector<Link>& links, const std::string& id) {
  return std::ranges::any_of(
      links, [&](const Link& link) { return link.dispatch == id && is_part(link); });
}

std::vector<std::vector<std::string>> shared(
    const std::map<std::string, std::vector<std::string>>& by) {
  std::vector<std::vector<std::string>> out;
  for (const auto& [key, ids] : by)
    if (ids.size() > 1) out.push_back(ids);
  return out;
}

// Within one year, between the first and the last number of the rows.
std::vector<std::pair<int, int>> gaps_in(const std::vector<RegisterRow>& rows) {
  std::vector<std::pair<int, int>> out;
  std::string year;
  int last = 0;
  for (const RegisterRow& row : rows) {
    if (row.arrival_number == 0) continue;
    const std::string this_year = row.arrived.substr(0, 4);
    if (this_year == year && row.arrival_number > last + 1)
      out.emplace_back(last + 1, row.arrival_number - 1);
    year = this_year;
    last = row.arrival_number;
  }
  return out;
}

// Each row of the book beside what the same paper says now.
std::vector<RowChange> changes_of(const ClosedBook& book, std::vector<RegisterRow> now) {
  std::vector<RowChange> out;
  for (const RegisterRow& row : book.rows) {
    const auto same = std::ranges::find_if(now, [&](const RegisterRow& other) {
      return other.arrival_number == row.arrival_number && other.id == row.id &&
             other.cancelled == row.cancelled;
    });
    if (same == now.end()) {
      out.push_back({book.year, row.arrival_number, RowChange::Kind::gone, 0, row.id, {}});
      continue;
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (row.cells[i] != same->cells[i])
        out.push_back({book.year, row.arrival_number, RowChange::Kind::cell, i, row.cells[i],
                       same->cells[i]});
    now.erase(same);
  }
  for (const RegisterRow& row : now)
    out.push_back({book.year, row.arrival_number, RowChange::Kind::fresh, 0, {}, row.id});
  return out;
}

}  // namespace

RegisterRow cancelled_row(const RegisterEntry& entry, const std::string& id) {
  RegisterRow row;
  row.id = entry.dispatch.empty() ? id : entry.dispatch;
  row.arrived = entry.day;
  row.arrival_number = entry.number;
  row.cancelled = true;
  row.cells[0] = day_first(entry.day);
  row.cells[1] = std::to_string(entry.number);
  row.cells[9] = "ĐÃ HỦY SỐ: " + entry.cancelled;
  return row;
}

std::string day_first(const std::string& date) {
  if (date.size() == 7 && date[4] == '-') return date.substr(5) + "/" + date.substr(0, 4);
  if (!is_day(date)) return date;
  return date.substr(8, 2) + "/" + date.substr(5, 2) + "/" + date.substr(0, 4);
}

bool names_us(const std::string& receiver, const std::string& agency) {
  const std::string here = fold(receiver), ours = fold(agency);
  return !here.empty() && (here.find(ours) != here.npos || ours.find(here) != ours.npos ||
                           similarity(here, ours) >= kSameBody);
}

std::string arrival_day(const std::string& stamped, const std::string& imported_at) {
  return is_day(stamped) ? stamped : day_of(imported_at);
}

// By whole years, until closed books have been compared.
void RegisterMaker::put(RegisterRow row) {
  const std::string year = year_of(row.arrived);
  if (year >= year_of(ask_.from) && year <= year_of(ask_.to)) out_.rows.push_back(std::move(row));
}

void RegisterMaker::keep(const ClosedBook& book) {
  if (book.year < year_of(ask_.from) || book.year > year_of(ask_.to)) return;
  std::vector<RegisterRow> now;
  const auto in_it = [&](const RegisterRow& row) {
    return year_of(row.arrived) == book.year && row.arrival_number >= book.first &&
           row.arrival_number <= book.last;
  };
  std::ranges::copy_if(out_.rows, std::back_inserter(now), in_it);
  std::erase_if(out_.rows, in_it);
  std::ranges::move(changes_of(book, now), std::back_inserter(out_.changed));
  for (RegisterRow row : book.rows) {
    for (const RegisterRow& same : now)
      if (same.id == row.id && !row.cancelled) row.same_key = same.same_key;
    put(std::move(row));
  }
}

void RegisterMaker::add(const Reading& reading, const std::string& imported_at,
                        const std::vector<RegisterEntry>& entries, const std::vector<Link>& links) {
  const std::vector<DispatchRow> rows = dispatch_rows(reading);
  for (std::size_t i = 0; i < reading.dispatches.size(); ++i) {
    const Dispatch& dispatch = reading.dispatches[i];
    const RegisterEntry* found = entry_of(entries, dispatch.id);
    const RegisterEntry entry = found ? *found : RegisterEntry();
    const bool part = dispatch.attached_to || (is_linked_part(links, dispatch.id) && !entry.number);
    if (part && !ask_.attached && !entry.own_row) continue;
    const Stamp* stamp = our_stamp(dispatch, ask_.agency);
    const std::string stamped = stamp ? value(stamp->date) : "";
    RegisterRow row = row_of(dispatch, stamp, entry,
                             entry.day.empty() ? arrival_day(stamped, imported_at) : entry.day);
    if (i < rows.size() && rows[i].id == dispatch.id) row.same_key = rows[i].same_key;
    put(std::move(row));
  }
  for (const RegisterEntry& entry : entries)
    if (!entry.cancelled.empty()) put(cancelled_row(entry, reading.sha256.substr(0, 12)));
}

Register RegisterMaker::finish() {
  std::erase_if(out_.rows, [&](const RegisterRow& row) {
    return row.arrived < ask_.from || row.arrived > ask_.to;
  });
  std::ranges::stable_sort(out_.rows, [](const RegisterRow& a, const RegisterRow& b) {
    const auto key = [](const RegisterRow& row) {
      return std::tuple(row.arrived.substr(0, 4), row.arrival_number == 0, row.arrival_number,
                        row.arrived, row.id);
    };
    return key(a) < key(b);
  });
  std::map<std::string, std::vector<std::string>> numbers, papers;
  for (const RegisterRow& row : out_.rows) {
    if (row.arrival_number > 0)
      numbers[row.arrived.substr(0, 4) + "/" + std::to_string(row.arrival_number)].push_back(
          row.id);
    if (!row.same_key.empty()) papers[row.same_key].push_back(row.id);
  }
  out_.clashes = shared(numbers);
  out_.duplicates = shared(papers);
  out_.gaps = gaps_in(out_.rows);
  return std::move(out_);
}

}  // namespace vanthu
