// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>

#include "cli/context.h"
#include "cli/json.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "index/fields.h"

namespace vanthu::cli {
namespace {

const char* kind_name(FieldKind kind) {
  switch (kind) {
    case FieldKind::text:
      return "text";
    case FieldKind::code:
      return "code";
    case FieldKind::date:
      return "date";
    case FieldKind::category:
      break;
  }
  return "category";
}

Code run_fields(Context& context) {
  Json all = Json::array();
  Table table{
      {text(M::head_query), text(M::head_alias), text(M::head_field), text(M::head_example)},
      {false, false, true, true},
      {}};
  for (const SearchField& field : kSearchFields) {
    const std::string example(field.example);
    table.rows.push_back({std::string(field.query) + ":", std::string(field.english) + ":",
                          std::string(field.label), example});
    all.push_back({{"key", field.key},
                   {"query", field.query},
                   {"alias", field.english},
                   {"label", field.label},
                   {"kind", kind_name(field.kind)},
                   {"example", example}});
  }
  if (context.json)
    print_json({{"fields", all}});
  else
    std::fputs(
        render(table, is_terminal(1) ? static_cast<std::size_t>(terminal_columns(1)) : 0).c_str(),
        stdout);
  return Code::ok;
}

}  // namespace

Run declare_fields(CLI::App&) {
  return [](Context& context) { return run_fields(context); };
}

}  // namespace vanthu::cli
