// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/register.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "archive/clock.h"
#include "cli/context.h"
#include "cli/describe.h"
#include "cli/files.h"
#include "cli/json.h"
#include "cli/register_files.h"
#include "cli/terminal.h"
#include "cli/typed_field.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::string from, to, output;
  bool attached = false, force = false;
};

std::string file_of(const RegisterBook& book, const std::string& path) {
  const std::string low = lower(path);
  if (low.ends_with(".xlsx")) return register_xlsx(book);
  if (low.ends_with(".html") || low.ends_with(".htm")) return register_html(book);
  if (low.ends_with(".csv")) return register_csv(book);
  throw Error(Code::usage, say(M::err_register_kind, safe(path)), text(M::hint_register_kind));
}

std::string findings(const Register& made) {
  std::string out;
  std::vector<std::string> gaps;
  for (const auto& [first, last] : made.gaps)
    gaps.push_back(first == last ? std::to_string(first) : fmt::format("{}-{}", first, last));
  if (!gaps.empty()) out += say(M::register_gaps, join(gaps, ", ")) + '\n';
  for (const auto& ids : made.clashes) out += say(M::register_clash, join(ids, ", ")) + '\n';
  for (const auto& ids : made.duplicates) out += say(M::register_twice, join(ids, ", ")) + '\n';
  return out;
}

Json json_of(const Register& made) {
  Json out = {{"columns", kRegisterColumns},
              {"rows", Json::array()},
              {"gaps", made.gaps},
              {"clashes", made.clashes},
              {"duplicates", made.duplicates}};
  for (const RegisterRow& row : made.rows)
    out["rows"].push_back({{"id", row.id}, {"cancelled", row.cancelled}, {"cells", row.cells}});
  return out;
}

RegisterBook book_of(Context& context, const Options& options) {
  const Archive& archive = context.archive();
  const std::string now = today();
  const RegisterAsk ask{options.from.empty() ? year_of(now) + "-01-01" : typed_day(options.from),
                        options.to.empty() ? now : typed_day(options.to), context.config.agency,
                        options.attached};
  RegisterMaker maker(ask);
  const auto faults = archive.for_each_reading([&](const Reading& reading, const auto&) {
    maker.add(reading, archive.document_of_file(reading.sha256).imported_at,
              archive.entries(reading.sha256));
  });
  std::fputs(fault_lines(faults).c_str(), stderr);
  return {maker.finish(), ask.agency, ask.from, ask.to};
}

Code run_register(Context& context, const Options& options) {
  const RegisterBook book = book_of(context, options);
  if (!options.output.empty()) {
    write_file(options.output, file_of(book, options.output), options.force);
    if (!context.json)
      fmt::print("{}\n", say(M::register_done, safe(options.output), book.entries.rows.size()));
  } else if (!context.json) {
    std::fputs(register_csv(book).c_str(), stdout);
  }
  if (context.json)
    print_json(json_of(book.entries));
  else
    std::fputs(findings(book.entries).c_str(), options.output.empty() ? stderr : stdout);
  return Code::ok;
}

}  // namespace

Run declare_register(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("--from", o->from, text(M::opt_register_from))->type_name("DAY");
  app.add_option("--to", o->to, text(M::opt_register_to))->type_name("DAY");
  app.add_option("-o,--output", o->output, text(M::opt_register_output))->type_name("FILE");
  app.add_flag("--attached", o->attached, text(M::opt_register_attached));
  app.add_flag("--force", o->force, text(M::opt_force));
  return [o](Context& context) { return run_register(context, *o); };
}

}  // namespace vanthu::cli
