// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/book.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "archive/digest.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using Json = nlohmann::ordered_json;

RegisterRow row_from(const Json& json) {
  RegisterRow row;
  row.id = json.at("id").get<std::string>();
  row.arrived = json.at("day").get<std::string>();
  row.arrival_number = json.at("number").get<int>();
  row.cancelled = json.value("cancelled", false);
  row.cells = json.at("cells").get<decltype(row.cells)>();
  return row;
}

std::string gaps_text(const std::vector<std::pair<int, int>>& gaps) {
  std::vector<std::string> out;
  for (const auto& [first, last] : gaps)
    out.push_back(std::to_string(first) + (first == last ? "" : "-" + std::to_string(last)));
  return join(out, ", ");
}

// Missing in the book from its first to its last number, the ends too.
std::vector<std::pair<int, int>> missing(const ClosedBook& book) {
  std::vector<std::pair<int, int>> out;
  int next = book.first;
  for (const RegisterRow& row : book.rows) {
    if (row.arrival_number > next) out.emplace_back(next, row.arrival_number - 1);
    next = row.arrival_number + 1;
  }
  if (next <= book.last) out.emplace_back(next, book.last);
  return out;
}

void place(ClosedBook& book, const std::vector<ClosedBook>& before, const Register& made) {
  int highest = 0, closed = 0;
  for (const RegisterRow& row : made.rows) highest = std::max(highest, row.arrival_number);
  for (const ClosedBook& other : before) closed = std::max(closed, other.last);
  if (book.first == 0) book.first = closed + 1;
  if (book.last == 0) book.last = highest;
  if (book.volume.empty()) book.volume = std::to_string(before.size() + 1);
  if (book.last < book.first || book.last > highest)
    throw CannotClose(CannotClose::Why::no_such_numbers, "there are no such numbers to close",
                      std::to_string(book.first) + "-" + std::to_string(book.last));
  for (const ClosedBook& other : before) {
    if (other.first <= book.last && book.first <= other.last)
      throw CannotClose(CannotClose::Why::in_closed_book,
                        "these numbers are in a closed book already, volume", other.volume);
    if (other.volume == book.volume)
      throw CannotClose(CannotClose::Why::volume_is_closed,
                        "that volume of the year is closed already", book.volume);
  }
}

}  // namespace

TypedDocument book_document(const ClosedBook& book) {
  TypedDocument out;
  out.name = "so-den-" + book.year + "-" + std::to_string(book.first) + "-" +
             std::to_string(book.last) + ".json";
  out.bytes = to_json(book);
  out.reading.made_by = {"", "none", "{}"};
  out.reading.file = out.name;
  out.reading.sha256 = sha256_hex(out.bytes);
  RegisterEntry entry;
  entry.number = book.first;
  entry.last = book.last;
  entry.volume = book.volume;
  entry.day = book.year + "-12-31";
  entry.by = book.by;
  entry.at = book.at;
  out.entries = {entry};
  return out;
}

std::string to_json(const ClosedBook& book) {
  Json json = {{"schema", 1},           {"kind", "book"},
               {"year", book.year},     {"volume", book.volume},
               {"first", book.first},   {"last", book.last},
               {"agency", book.agency}, {"by", book.by},
               {"at", book.at},         {"columns", kRegisterColumns},
               {"rows", Json::array()}};
  for (const RegisterRow& row : book.rows)
    json["rows"].push_back({{"id", row.id},
                            {"day", row.arrived},
                            {"number", row.arrival_number},
                            {"cancelled", row.cancelled},
                            {"cells", row.cells}});
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

ClosedBook book_from_json(std::string_view text) try {
  const Json json = Json::parse(text);
  ClosedBook book{json.at("year").get<std::string>(),   json.at("volume").get<std::string>(),
                  json.at("first").get<int>(),          json.at("last").get<int>(),
                  json.at("agency").get<std::string>(), json.at("by").get<std::string>(),
                  json.at("at").get<std::string>(),     {}};
  for (const Json& row : json.at("rows")) book.rows.push_back(row_from(row));
  return book;
} catch (const Json::exception& e) {
  throw Error(Code::corrupt, std::string("a closed book cannot be read: ") + e.what());
}

std::vector<ClosedBook> closed_books(const Archive& archive, const std::string& year) {
  std::vector<ClosedBook> out;
  for (const auto& [sha256, entry] : archive.entries_in(year))
    if (!entry.volume.empty()) out.push_back(book_from_json(archive.typed_original(sha256)));
  std::ranges::sort(out, [](const ClosedBook& a, const ClosedBook& b) {
    return std::pair(a.year, a.first) < std::pair(b.year, b.first);
  });
  return out;
}

Register make_register(const Archive& archive, const RegisterAsk& ask, std::vector<Fault>& faults,
                       const SeenOf& seen) {
  RegisterMaker maker(ask);
  faults = archive.for_each_reading([&](const Reading& whole, const std::vector<Access>& access) {
    Reading reading = seen ? seen(whole, access) : whole;
    if (reading.dispatches.empty() && !whole.dispatches.empty()) return;
    const std::vector<RegisterEntry> entries = archive.entries(whole.sha256);
    std::erase_if(reading.dispatches, [&](const Dispatch& dispatch) {
      const RegisterEntry* entry = entry_of(entries, dispatch.id);
      return entry && is_taken_over(archive, dispatch.id, *entry);
    });
    maker.add(reading, archive.document_of_file(whole.sha256).imported_at, entries,
              archive.links_in(whole.sha256));
  });
  if (!seen)
    for (const ClosedBook& book : closed_books(archive, {})) maker.keep(book);
  return maker.finish();
}

ClosedBook close_book(Archive& archive, const CloseAsk& ask) {
  ClosedBook book{ask.year, ask.volume, ask.first, ask.last, ask.agency, ask.by, {}, {}};
  archive.keep_typed(ask.by, [&](AuditRow& audit) {
    std::vector<Fault> faults;
    const Register made = make_register(
        archive, {ask.year + "-01-01", ask.year + "-12-31", ask.agency, false}, faults);
    if (!faults.empty())
      throw Error(Code::corrupt,
                  "a book is not closed while a document cannot be read: " + faults.front().object);
    place(book, closed_books(archive, ask.year), made);
    for (const RegisterRow& row : made.rows)
      if (row.arrival_number >= book.first && row.arrival_number <= book.last)
        book.rows.push_back(row);
    if (const auto gaps = missing(book); !gaps.empty() && !ask.with_gaps)
      throw CannotClose(CannotClose::Why::gaps, "numbers without a row", gaps_text(gaps));
    book.at = audit.at;
    audit.what = "close_book";
    audit.detail = ask.year + ", volume " + book.volume + ", " + std::to_string(book.first) + "-" +
                   std::to_string(book.last);
    return book_document(book);
  });
  return book;
}

}  // namespace vanthu
