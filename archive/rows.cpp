// SPDX-License-Identifier: GPL-3.0-or-later
// From a reading to the rows of the catalogue.
#include <algorithm>
#include <charconv>

#include "archive/catalogue.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

std::string text_of(const Field& field) { return field.value.value_or(""); }

// Letters and digits alone, marks off: two scans of one paper are read with different errors in
// spaces, dashes and marks, and hardly ever in the letters themselves.
std::string squeezed(const std::string& text) {
  std::string out = fold(text);
  std::erase_if(out, [](char c) {
    return c >= 0 && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') && c != '/';
  });
  return out;
}

bool has_digit(const std::string& text) {
  return text.find_first_of("0123456789") != std::string::npos;
}

// The number keeps its marks and case: HĐ and HD, TTr and TT are different series.
std::string same_key_of(const DispatchRow& row) {
  std::string number = nfc(row.number);
  std::erase(number, ' ');
  const bool year = row.date.size() >= 4 && row.date[0] != '-';
  if (!has_digit(number) || row.issuer.empty() || !year) return {};
  return squeezed(row.issuer) + "|" + number + "|" + row.date.substr(0, 4);
}

DispatchRow row_of(const Dispatch& dispatch, const std::string& sha256) {
  DispatchRow row;
  row.id = dispatch.id;
  row.sha256 = sha256;
  row.pages = dispatch.pages;
  row.number = text_of(dispatch.number);
  row.date = text_of(dispatch.date);
  row.issuer = text_of(dispatch.issuer);
  row.parent = text_of(dispatch.parent);
  row.type = text_of(dispatch.type);
  row.subject = text_of(dispatch.subject);
  row.signer = text_of(dispatch.signer);
  row.urgent = text_of(dispatch.urgent);
  row.circulation = text_of(dispatch.circulation);
  row.access = access_of(dispatch);
  row.complete = dispatch.complete;
  row.attached_to = dispatch.attached_to.value_or("");
  for (const Doubt& doubt : doubts_of(dispatch)) row.doubtful.push_back(doubt.field);
  row.same_key = same_key_of(row);
  return row;
}

}  // namespace

std::vector<DispatchRow> dispatch_rows(const Reading& reading) {
  std::vector<DispatchRow> rows;
  for (const Dispatch& dispatch : reading.dispatches)
    rows.push_back(row_of(dispatch, reading.sha256));
  return rows;
}

std::vector<StampRow> stamp_rows(const Reading& reading, const std::string& imported_at) {
  std::vector<StampRow> rows;
  for (const Dispatch& dispatch : reading.dispatches)
    for (const Stamp& stamp : dispatch.stamps)
      rows.push_back({dispatch.id, reading.sha256, text_of(stamp.receiver),
                      arrival_number(text_of(stamp.number)), stamp.number.confidence,
                      text_of(stamp.date), imported_at});
  return rows;
}

int arrival_number(const std::string& text) {
  int out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

}  // namespace vanthu
