// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/exported.h"

#include <algorithm>

#include "archive/review.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

std::string value(const Field& field) { return field.value.value_or(""); }

std::string shelf_value(const ExportPaper& paper, std::string_view key) {
  for (const auto& [name, text] : paper.shelf)
    if (name == key) return text;
  return {};
}

// The register counts the day of import where no stamp says a day; that is none to hand over.
bool knows_arrival(const ExportPaper& paper) {
  return !paper.entry.day.empty() ||
         std::ranges::any_of(paper.dispatch.stamps, [&](const Stamp& stamp) {
           return value(stamp.date) == paper.row.arrived;
         });
}

std::string file_notation(const ExportPaper& paper) {
  const std::string typed = shelf_value(paper, "folder");
  if (!typed.empty() || paper.dispatch.stamps.empty()) return typed;
  return value(paper.dispatch.stamps.front().file_code);
}

std::string year_in(const std::string& date) {
  return date.size() >= 4 && date[0] != '-' ? date.substr(0, 4) : "";
}

std::string trace_of(const ExportPaper& paper) {
  const std::string to = paper.row.cells[6], day = day_first(paper.entry.passed_on);
  return to.empty() || day.empty() ? "" : "chuyển " + to + " ngày " + day;
}

std::string doubts_text(const Dispatch& dispatch) {
  std::vector<std::string> names;
  for (const Doubt& doubt : doubts_of(dispatch)) names.push_back(doubt.field);
  return join(names, " ");
}

// The row of the dispatch in a register of all time, attachments too.
RegisterRow row_in(const Register& all, const std::string& id) {
  for (const RegisterRow& row : all.rows)
    if (row.id == id && !row.cancelled) return row;
  return {};
}

TypedValues shelf_of(const std::vector<TypedRow>& rows) {
  TypedValues out;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row)
    out.insert(out.end(), row->shelf.begin(), row->shelf.end());
  return out;
}

}  // namespace

NumberParts code_parts(const std::string& number) {
  const std::size_t at = number.find_first_of("/-");
  if (at == std::string::npos) return {number, ""};
  return {number.substr(0, at), number.substr(at + 1)};
}

std::string priority_of(const Field& urgent) {
  if (!urgent.value) return urgent.status == Status::unreadable ? "" : "0";
  const std::string mark = fold(*urgent.value);
  const auto has = [&](const char* words) { return mark.find(words) != std::string::npos; };
  if (has("hoa toc")) return has("hen gio") ? "4" : "3";
  return has("thuong khan") ? "2" : has("khan") ? "1" : "0";
}

std::vector<ExportPaper> export_papers(const Archive& archive, const std::string& sha256,
                                       const OurAgency& us) {
  const Reading reading = archive.newest_reading(sha256);
  const DocumentRow document = archive.document_of_file(sha256);
  const std::vector<RegisterEntry> entries = archive.entries(sha256);
  RegisterMaker maker({"0001-01-01", "9999-12-31", us.name, true});
  maker.add(reading, document.imported_at, entries);
  const Register book = maker.finish();
  std::vector<ExportPaper> out;
  for (const Dispatch& dispatch : reading.dispatches) {
    const RegisterEntry* entry = entry_of(entries, dispatch.id);
    out.push_back({dispatch, row_in(book, dispatch.id), entry ? *entry : RegisterEntry(),
                   shelf_of(archive.typed(sha256)), document, access_of(dispatch)});
  }
  return out;
}

ExportRow export_row(const ExportPaper& paper, const OurAgency& us) {
  const Dispatch& d = paper.dispatch;
  const NumberParts code = code_parts(value(d.number));
  const int arrival = paper.row.arrival_number;
  return {d.id,
          us.organ_id,
          year_in(value(d.date)),
          file_notation(paper),
          value(d.type),
          code.number,
          code.notation,
          day_first(value(d.date)),
          value(d.issuer),
          value(d.subject),
          "Tiếng Việt",
          d.pages.empty() ? "" : std::to_string(d.pages.size()),
          paper.entry.note,
          knows_arrival(paper) ? day_first(paper.row.arrived) : "",
          arrival > 0 ? std::to_string(arrival) : "",
          value(d.signer_title),
          value(d.signer),
          priority_of(d.urgent),
          paper.row.cells[6],
          trace_of(paper),
          day_first(value(d.due)),
          shelf_value(paper, "fonds"),
          shelf_value(paper, "inventory"),
          shelf_value(paper, "box"),
          shelf_value(paper, "sheets"),
          shelf_value(paper, "retention"),
          doubts_text(d),
          paper.document.name,
          paper.document.sha256};
}

}  // namespace vanthu
