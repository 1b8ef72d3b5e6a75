// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/assign.h"

#include <array>
#include <CLI/CLI.hpp>
#include <memory>
#include <set>

#include "archive/arrive.h"
#include "archive/clock.h"
#include "cli/context.h"
#include "cli/json.h"
#include "cli/terminal.h"
#include "cli/typed_field.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::vector<std::string> what;  // IDs and NAME=VALUE
  std::string year, by;
  int from = 0, to = 0;
  bool undo = false;
};

struct Name {
  std::string_view typed;  // folded
  std::optional<std::string> Assignment::*value;
};
constexpr auto kNames = std::to_array<Name>({{"receiver", &Assignment::receiver},
                                             {"don vi", &Assignment::receiver},
                                             {"nguoi nhan", &Assignment::receiver},
                                             {"passed", &Assignment::passed_on},
                                             {"ngay chuyen", &Assignment::passed_on},
                                             {"note", &Assignment::note},
                                             {"ghi chu", &Assignment::note}});

void understand(const std::string& typed, Assignment& out) {
  const std::size_t at = typed.find('=');
  if (!is_utf8(typed))
    throw Error(Code::usage, say(M::err_not_utf8, safe(typed)), text(M::hint_assign));
  const std::string name = fold(tidy(typed.substr(0, at)));
  const auto found = std::ranges::find(kNames, name, &Name::typed);
  if (found == kNames.end())
    throw Error(Code::usage, say(M::err_assign_name, safe(typed.substr(0, at))),
                text(M::hint_assign));
  std::string value = nfc(tidy(typed.substr(at + 1)));
  if (found->value == &Assignment::passed_on && !value.empty()) value = typed_day(value);
  out.*(found->value) = value;
}

// The papers with these numbers; a number without a paper has nobody to go to.
std::vector<std::string> in_range(Context& context, const Options& options) {
  const std::string year = options.year.empty() ? year_of(today()) : options.year;
  std::vector<std::string> out;
  for (const HeldNumber& held : held_numbers(context.archive(), year, context.config.agency))
    if (held.number >= options.from && held.number <= options.to && !held.cancelled)
      out.push_back(held.dispatch);
  if (out.empty())
    throw Error(Code::not_found, say(M::err_assign_none, options.from, options.to, safe(year)),
                text(M::hint_year));
  return out;
}

std::vector<std::string> papers(Context& context, const Options& options,
                                const std::vector<std::string>& ids) {
  if ((options.from > 0) != (options.to > 0) || (options.from > 0) == !ids.empty() ||
      options.from > options.to)
    throw Error(Code::usage, text(M::err_assign_which), text(M::hint_assign));
  if (options.from > 0) return in_range(context, options);
  std::vector<std::string> out;
  for (const std::string& id : ids) out.push_back(context.archive().resolve(id));
  return out;
}

Code do_all(Context& context, const std::vector<std::string>& ids, const Assignment& what,
            const std::string& by) {
  Json out = {{"changed", Json::array()}, {"same", Json::array()}};
  for (const std::string& id : ids)
    out[assign(context.archive(), id, what, by) ? "changed" : "same"].push_back(id);
  if (context.json)
    print_json(out);
  else
    fmt::print("{}\n", say(M::assign_done, out["changed"].size(), out["same"].size()));
  return Code::ok;
}

Code run_assign(Context& context, const Options& options) {
  Assignment what;
  std::vector<std::string> ids;
  for (const std::string& typed : options.what)
    typed.find('=') == std::string::npos ? ids.push_back(typed) : understand(typed, what);
  if (!what.receiver && !what.passed_on && !what.note)
    throw Error(Code::usage, text(M::err_assign_nothing), text(M::hint_assign));
  return do_all(context, papers(context, options, ids), what, context.who(options.by));
}

Code run_detach(Context& context, const Options& options) {
  std::vector<std::string> ids;
  for (const std::string& id : options.what) {
    ids.push_back(context.archive().resolve(id));
    if (context.archive().row(ids.back()).attached_to.empty())
      throw Error(Code::usage, say(M::err_detach, ids.back()), text(M::hint_detach));
  }
  Assignment what;
  what.own_row = !options.undo;
  return do_all(context, ids, what, context.who(options.by));
}

}  // namespace

Run declare_assign(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("ID|NAME=VALUE", o->what, text(M::opt_assign_what))->required()->expected(1, -1);
  app.add_option("--from", o->from, text(M::opt_assign_from))
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  app.add_option("--to", o->to, text(M::opt_assign_to))->type_name("N")->check(CLI::PositiveNumber);
  app.add_option("--year", o->year, text(M::opt_register_year))->type_name("YEAR");
  app.add_option("--by", o->by, text(M::opt_by))->type_name("NAME");
  return [o](Context& context) { return run_assign(context, *o); };
}

Run declare_detach(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("ID", o->what, text(M::opt_detach_id))->required()->expected(1, -1);
  app.add_flag("--undo", o->undo, text(M::opt_detach_undo));
  app.add_option("--by", o->by, text(M::opt_by))->type_name("NAME");
  return [o](Context& context) { return run_detach(context, *o); };
}

}  // namespace vanthu::cli
