// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/register.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "archive/clock.h"
#include "cli/access_option.h"
#include "cli/context.h"
#include "cli/dates.h"
#include "cli/describe.h"
#include "cli/files.h"
#include "cli/json.h"
#include "cli/register_files.h"
#include "cli/terminal.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::string from, to, output, as = "named";
  bool attached = false, force = false;
};

std::string day(const std::string& typed, const std::string& fallback) {
  const std::string kept = typed.empty() ? fallback : kept_date(typed);
  if (kept.size() != 10 || kept[4] != '-' || kept[7] != '-')
    throw Error(Code::usage, say(M::err_register_day, safe(typed)), text(M::hint_register_day));
  return kept;
}

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
    out["rows"].push_back({{"id", row.id}, {"cells", row.cells}});
  return out;
}

// With the dispatches alone that may be seen, as if no other were bound in the file.
Reading seen_of(Reading reading, const std::vector<Access>& access, const std::string& as) {
  std::vector<Dispatch> seen;
  for (std::size_t i = 0; i < reading.dispatches.size(); ++i)
    if (may_see(as, i < access.size() ? access[i] : Access::named))
      seen.push_back(std::move(reading.dispatches[i]));
  reading.dispatches = std::move(seen);
  return reading;
}

RegisterBook book_of(Context& context, const Options& options) {
  const Archive& archive = context.archive();
  const std::string today = now_utc().substr(0, 10);
  const RegisterAsk ask{day(options.from, today.substr(0, 4) + "-01-01"), day(options.to, today),
                        context.config.agency, options.attached};
  RegisterMaker maker(ask);
  const auto faults = archive.for_each_reading([&](const Reading& whole, const auto& access) {
    const Reading reading = seen_of(whole, access, options.as);
    if (!reading.dispatches.empty())
      maker.add(reading, archive.document(reading.dispatches.front().id).imported_at);
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
  add_as_option(app, o->as);
  return [o](Context& context) { return run_register(context, *o); };
}

}  // namespace vanthu::cli
