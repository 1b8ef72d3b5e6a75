// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/arrive.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "archive/clock.h"
#include "cli/context.h"
#include "cli/dates.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/labels.h"
#include "cli/terminal.h"
#include "cli/typed_field.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::vector<std::string> what;  // IDs; with `without_scan`, FIELD=VALUE
  std::string day, year, reason, by;
  int number = 0, cancel = 0;
  bool without_scan = false;
};

std::string holder_text(const NumberTaken& taken) {
  return taken.holder.empty() ? text(M::arrive_cancelled_word) : safe(taken.holder);
}

// What stands in the way, in the clerk's language.
template <class Fn>
Arrived told(const Options& options, Fn fn) try {
  return fn();
} catch (const NumberTaken& taken) {
  const std::string hint = taken.holder.empty()  ? text(M::hint_number_void)
                           : options.cancel != 0 ? say(M::hint_number_stamped, taken.holder)
                                                 : say(M::hint_number_taken, taken.holder);
  throw Error(Code::usage, say(M::err_number_taken, taken.number, taken.year, holder_text(taken)),
              hint);
} catch (const NumberClosed& closed) {
  throw Error(Code::usage,
              say(M::err_number_closed, closed.number, closed.year, safe(closed.volume)),
              text(M::hint_number_closed));
} catch (const NumberAhead& ahead) {
  throw Error(Code::usage, say(M::err_number_ahead, options.cancel, ahead.last),
              text(M::hint_number_ahead));
}

std::vector<Arrived> cancelled(Context& context, const Options& options, const ArriveAsk& ask) {
  const std::string year = options.year.empty() ? year_of(today()) : options.year;
  if (year.size() != 4 || year.find_first_not_of("0123456789") != std::string::npos)
    throw Error(Code::usage, say(M::err_year, safe(year)), text(M::hint_year));
  if (tidy(options.reason).empty())
    throw Error(Code::usage, text(M::err_cancel_reason), text(M::hint_cancel_reason));
  return {told(options, [&] {
    return cancel_number(context.archive(), options.cancel, year, nfc(tidy(options.reason)), ask);
  })};
}

std::vector<Arrived> entered(Context& context, const Options& options, const ArriveAsk& ask) {
  TypedValues fields;
  for (const std::string& typed : options.what) fields.push_back(typed_field(typed));
  return {told(options, [&] { return enter_row(context.archive(), fields, ask); })};
}

std::vector<Arrived> arrived(Context& context, const Options& options, const ArriveAsk& ask) {
  std::vector<std::string> ids;  // all known before the first gets its number
  for (const std::string& id : options.what) ids.push_back(context.archive().resolve(id));
  std::vector<Arrived> out;
  for (const std::string& id : ids)
    out.push_back(told(options, [&] { return arrive(context.archive(), id, ask); }));
  return out;
}

void check(const Options& options) {
  const bool cancels = options.cancel != 0;
  if (cancels ? !options.what.empty() || options.without_scan || options.number != 0
              : options.what.empty())
    throw Error(Code::usage, text(M::err_arrive_what), text(M::hint_arrive_what));
  if (options.number != 0 && !options.without_scan && options.what.size() > 1)
    throw Error(Code::usage, text(M::err_arrive_one_number), text(M::hint_arrive_one_number));
}

std::string line_of(const Arrived& a, const Options& options) {
  const std::string day = safe(shown_date(a.day));
  if (options.cancel != 0)
    return say(a.had ? M::arrive_cancelled_before : M::arrive_cancelled, a.number, year_of(a.day));
  return say(a.had ? M::arrive_had : M::arrive_done, a.id, a.number, day);
}

// What the clerk should look at: it is said, and nothing is stopped by it.
std::string warnings_of(const Archive& archive, const Arrived& a) {
  std::string out;
  if (a.confidence < kTrusted) out += say(M::arrive_had_doubtful, a.id) + '\n';
  if (!a.doubtful.empty()) out += say(M::arrive_after_doubtful, a.number - 1, a.doubtful) + '\n';
  if (a.id.empty()) return out;
  for (const DispatchRow& same : archive.same_dispatch(a.id))
    out += say(M::register_twice, a.id + ", " + same.id) + '\n';
  return out;
}

Json json_of(const Archive& archive, const Arrived& a) {
  Json out = {{"id", a.id.empty() ? Json() : Json(a.id)},
              {"number", a.number},
              {"day", a.day},
              {"had", a.had},
              {"after_doubtful", a.doubtful.empty() ? Json() : Json(a.doubtful)},
              {"same_dispatch", Json::array()}};
  if (!a.id.empty())
    for (const DispatchRow& same : archive.same_dispatch(a.id))
      out["same_dispatch"].push_back(same.id);
  return out;
}

Code run_arrive(Context& context, const Options& options) {
  check(options);
  ArriveAsk ask{context.config.agency, context.who(options.by), {}, options.number};
  if (!options.day.empty()) ask.day = typed_day(options.day);
  const auto done = options.cancel != 0    ? cancelled(context, options, ask)
                    : options.without_scan ? entered(context, options, ask)
                                           : arrived(context, options, ask);
  const Archive& archive = context.archive();
  catch_up_index(context.archive());
  Json rows = Json::array();
  for (const Arrived& a : done) {
    if (context.json) {
      rows.push_back(json_of(archive, a));
      continue;
    }
    std::fputs((line_of(a, options) + '\n').c_str(), stdout);
    std::fputs(warnings_of(archive, a).c_str(), stderr);
  }
  if (context.json) print_json({{"arrived", rows}});
  return Code::ok;
}

}  // namespace

Run declare_arrive(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("ID", o->what, text(M::opt_arrive_what))->expected(0, -1);
  app.add_option("--day", o->day, text(M::opt_arrive_day))->type_name("DAY");
  app.add_option("--number", o->number, text(M::opt_arrive_number))
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  app.add_flag("--without-scan", o->without_scan, text(M::opt_without_scan));
  app.add_option("--cancel", o->cancel, text(M::opt_cancel_number))
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  app.add_option("--year", o->year, text(M::opt_register_year))->type_name("YEAR");
  app.add_option("--reason", o->reason, text(M::opt_cancel_reason))->type_name("TEXT");
  app.add_option("--by", o->by, text(M::opt_by))->type_name("NAME");
  return [o](Context& context) { return run_arrive(context, *o); };
}

}  // namespace vanthu::cli
