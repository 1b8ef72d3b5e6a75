// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/context.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/labels.h"
#include "cli/terminal.h"
#include "cli/typed_field.h"
#include "pipeline/reading_json.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::string id, by;
  std::vector<std::string> fields;
};

Code run_correct(Context& context, const Options& options) {
  TypedValues changes;  // all understood before the first is made
  for (const std::string& typed : options.fields) changes.push_back(typed_field(typed));
  Archive& archive = context.archive();
  const std::string id = archive.resolve(options.id);
  const std::string by = context.who(options.by);
  Reading reading;
  for (const auto& [field, value] : changes) reading = archive.correct(id, field, value, by);
  catch_up_index(archive);
  if (context.json) {
    for (const Dispatch& d : reading.dispatches)
      if (d.id == id) print_json({{"id", id}, {"by", by}, {"dispatch", Json::parse(to_json(d))}});
    return Code::ok;
  }
  for (const auto& [field, value] : changes)
    std::fputs((say(M::correct_done, id, field_label(field),
                    value.empty() ? std::string(text(M::status_absent)) : safe(value), safe(by)) +
                '\n')
                   .c_str(),
               stdout);
  return Code::ok;
}

}  // namespace

Run declare_correct(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("ID", o->id, text(M::opt_id))->required();
  app.add_option("FIELD=VALUE", o->fields, text(M::opt_correct_fields))
      ->required()
      ->expected(1, -1);
  app.add_option("--by", o->by, text(M::opt_by))->type_name("NAME");
  return [o](Context& context) { return run_correct(context, *o); };
}

}  // namespace vanthu::cli
