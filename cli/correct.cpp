// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/context.h"
#include "cli/dates.h"
#include "cli/describe.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/labels.h"
#include "cli/terminal.h"
#include "pipeline/error.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::string id, by;
  std::vector<std::string> fields;
};

struct Change {
  std::string field, value;
};

Change change_from(const std::string& typed) {
  const std::size_t at = typed.find('=');
  if (at == std::string::npos)
    throw Error(Code::usage, say(M::err_no_equals, safe(typed)), text(M::hint_correct));
  if (!is_utf8(typed))
    throw Error(Code::usage, say(M::err_not_utf8, safe(typed)), text(M::hint_correct));
  Change out{field_named(trim(typed.substr(0, at))), nfc(trim(typed.substr(at + 1)))};
  if (out.field == "date" || out.field == "due") out.value = kept_date(out.value);
  return out;
}

Code run_correct(Context& context, const Options& options) {
  std::vector<Change> changes;  // all understood before the first is made
  for (const std::string& typed : options.fields) changes.push_back(change_from(typed));
  Archive& archive = context.archive();
  const std::string id = archive.resolve(options.id);
  const std::string by = context.who(options.by);
  Reading reading;
  for (const Change& change : changes)
    reading = archive.correct(id, change.field, change.value, by);
  catch_up_index(archive);
  if (context.json) {
    for (const Dispatch& d : reading.dispatches)
      if (d.id == id) print_json({{"id", id}, {"by", by}, {"dispatch", Json::parse(to_json(d))}});
    return Code::ok;
  }
  for (const Change& change : changes)
    std::fputs((say(M::correct_done, id, field_label(change.field),
                    change.value.empty() ? std::string(text(M::status_absent)) : safe(change.value),
                    safe(by)) +
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
