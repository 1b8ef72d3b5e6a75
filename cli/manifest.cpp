// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/manifest.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cli/dates.h"
#include "cli/labels.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Column {
  std::string_view name;  // folded, without blanks
  std::string_view key;
};
constexpr auto kColumns = std::to_array<Column>({{"tep", "file"},
                                                 {"tentep", "file"},
                                                 {"duongdan", "file"},
                                                 {"file", "file"},
                                                 {"filename", "file"},
                                                 {"path", "file"},
                                                 {"phong", "fonds"},
                                                 {"tenphong", "fonds"},
                                                 {"fonds", "fonds"},
                                                 {"mucluc", "inventory"},
                                                 {"muclucso", "inventory"},
                                                 {"inventory", "inventory"},
                                                 {"hop", "box"},
                                                 {"hopso", "box"},
                                                 {"box", "box"},
                                                 {"hoso", "folder"},
                                                 {"hososo", "folder"},
                                                 {"folder", "folder"},
                                                 {"to", "sheets"},
                                                 {"toso", "sheets"},
                                                 {"sheets", "sheets"},
                                                 {"so", "number"},
                                                 {"sokyhieu", "number"},
                                                 {"sovakyhieu", "number"},
                                                 {"sokyhieuvanban", "number"},
                                                 {"ngay", "date"},
                                                 {"ngaythang", "date"},
                                                 {"ngaythangvanban", "date"},
                                                 {"ngaythangnam", "date"},
                                                 {"coquanbanhanh", "issuer"},
                                                 {"tacgia", "issuer"},
                                                 {"loaivanban", "type"},
                                                 {"trichyeu", "subject"},
                                                 {"trichyeunoidung", "subject"},
                                                 {"trichyeunoidungvanban", "subject"},
                                                 {"nguoiky", "signer"},
                                                 {"domat", "secret"},
                                                 {"thoihan", "retention"},
                                                 {"thoihanbaoquan", "retention"},
                                                 {"retention", "retention"}});

std::string squeezed(const std::string& title) {
  std::string out = fold(title);
  std::erase_if(out,
                [](char c) { return c == ' ' || c == '_' || c == '.' || c == '/' || c == ','; });
  return out;
}

bool is_shelf(const std::string& key) {
  return std::ranges::find(kShelfKeys, key) != std::end(kShelfKeys);
}

std::string key_of(const std::string& title) {
  const std::string name = squeezed(title);
  const auto column = std::ranges::find(kColumns, name, &Column::name);
  return column == kColumns.end() ? std::string() : std::string(column->key);
}

// A title as lists here have it, in whatever language the program speaks; else a field's own name.
std::string field_of(const std::string& title) try {
  if (const std::string key = key_of(title); !key.empty()) return is_shelf(key) ? "" : key;
  return field_named(tidy(title));
} catch (const Error&) {
  return {};
}

// As the reading's contract writes it.
std::string proper(const std::string& field, std::string value) {
  if (field == "date" || field == "due") return kept_date(value);
  if (field == "number") std::erase(value, ' ');
  if (field == "type") return upper(value);
  return value;
}

char separator_of(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  const auto count = [&](char c) { return std::ranges::count(first, c); };
  return std::ranges::max({',', ';', '\t'}, {}, count);
}

std::string trimmed(const std::string& text) {
  const std::size_t from = text.find_first_not_of(" \t"), to = text.find_last_not_of(" \t");
  return from == std::string::npos ? std::string() : text.substr(from, to - from + 1);
}

std::string without_ending(const std::string& name) { return name.substr(0, name.rfind('.')); }

}  // namespace

std::vector<std::vector<std::string>> csv_rows(std::string_view csv) {
  if (csv.starts_with("\xef\xbb\xbf")) csv.remove_prefix(3);
  const char separator = separator_of(csv);
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string cell;
  bool quoted = false, any = false;
  const auto end_row = [&] {
    if (any) row.push_back(std::exchange(cell, {}));
    rows.push_back(std::exchange(row, {}));
    any = false;
  };
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted && c == '"' && csv.substr(i + 1, 1) == "\"")
      cell += csv[++i];
    else if (c == '"' && (quoted || cell.empty()))
      quoted = !quoted, any = true;
    else if (!quoted && c == '\n')
      end_row();
    else if (!quoted && c == separator)
      row.push_back(std::exchange(cell, {})), any = true;
    else if (quoted || c != '\r')
      cell += c, any = true;
  }
  if (quoted) throw Error(Code::bad_input, text(M::err_manifest_quote));
  if (any) end_row();
  return rows;
}

Manifest::Manifest(const std::string& name, std::string_view csv) : name_(name) {
  const auto rows = csv_rows(repair_utf8(std::string(csv)));
  const std::vector<std::string> head = rows.empty() ? std::vector<std::string>() : rows.front();
  if (std::ranges::none_of(head, [](const std::string& title) { return key_of(title) == "file"; }))
    throw Error(Code::bad_input,
                say(M::err_manifest, safe(name_), 1, text(M::err_manifest_no_file)),
                text(M::hint_manifest));
  for (std::size_t n = 1; n < rows.size(); ++n)
    if (!rows[n].empty()) add(head, rows[n], static_cast<int>(n) + 1);
}

void Manifest::add(const std::vector<std::string>& head, const std::vector<std::string>& cells,
                   int line) {
  TypedRow row;
  row.list = name_;
  row.line = line;
  std::string file;
  for (std::size_t n = 0; n < std::min(head.size(), cells.size()); ++n) {
    const std::string value = tidy(cells[n]), key = key_of(head[n]);
    if (value.empty()) continue;
    if (key == "file")
      file = trimmed(nfc(cells[n]));  // dashes and blanks within as they are
    else if (is_shelf(key))
      row.shelf.emplace_back(key, value);
    else if (const std::string field = field_of(head[n]); !field.empty())
      row.fields.emplace_back(field, proper(field, value));
    else
      row.shelf.emplace_back(tidy(head[n]), value);
  }
  if (file.empty()) return;
  std::ranges::replace(file, '\\', '/');
  file.erase(0, file.find_first_not_of('/'));
  if (!rows_.emplace(file, std::move(row)).second)
    throw Error(Code::bad_input, say(M::err_manifest, safe(name_), line,
                                     say(M::err_manifest_twice, safe(file), rows_.at(file).line)));
  order_.push_back(file);
}

// The longest ending that the list names; last the name without what follows its dot.
std::optional<TypedRow> Manifest::row_of(const std::string& path) {
  const std::string whole = nfc(repair_utf8(path));
  for (std::string ending : {whole, without_ending(whole)}) {
    for (std::size_t slash = 0; slash != std::string::npos; slash = ending.find('/')) {
      if (slash > 0 || ending.starts_with('/')) ending.erase(0, slash + 1);
      const auto row = rows_.find(ending);
      if (row == rows_.end()) continue;
      found_.insert(row->first);
      return row->second;
    }
  }
  return std::nullopt;
}

std::vector<std::string> Manifest::not_found() const {
  std::vector<std::string> out;
  for (const std::string& file : order_)
    if (!found_.contains(file)) out.push_back(file);
  return out;
}

}  // namespace vanthu::cli
