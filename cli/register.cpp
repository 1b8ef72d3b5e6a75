// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/register.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <memory>

#include "archive/book.h"
#include "archive/clock.h"
#include "cli/access_option.h"
#include "cli/context.h"
#include "cli/describe.h"
#include "cli/files.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/register_files.h"
#include "cli/terminal.h"
#include "cli/typed_field.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::string from, to, output, year, volume, by, as = "named";
  int first = 0, last = 0;
  bool attached = false, force = false, close = false, with_gaps = false;
};

std::string file_of(const RegisterBook& book, const std::string& path) {
  const std::string low = lower(path);
  if (low.ends_with(".xlsx")) return register_xlsx(book);
  if (low.ends_with(".html") || low.ends_with(".htm")) return register_html(book);
  if (low.ends_with(".csv")) return register_csv(book);
  throw Error(Code::usage, say(M::err_register_kind, safe(path)), text(M::hint_register_kind));
}

std::string shown(const std::string& cell) { return cell.empty() ? "—" : safe(cell); }

std::string change_text(const RowChange& change) {
  if (change.kind == RowChange::Kind::gone)
    return say(M::register_row_gone, change.number, change.year, safe(change.before));
  if (change.kind == RowChange::Kind::fresh)
    return say(M::register_row_fresh, change.number, change.year, safe(change.now));
  return say(M::register_row_changed, change.number, change.year, kRegisterColumns[change.column],
             shown(change.before), shown(change.now));
}

std::string findings(const Register& made) {
  std::string out;
  if (!made.changed.empty()) out += std::string(text(M::register_changed)) + '\n';
  for (const RowChange& change : made.changed) out += "  " + change_text(change) + '\n';
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
              {"duplicates", made.duplicates},
              {"changed_since_closed", Json::array()}};
  for (const RowChange& c : made.changed) {
    const bool cell = c.kind == RowChange::Kind::cell;
    out["changed_since_closed"].push_back({{"year", c.year},
                                           {"number", c.number},
                                           {"what", cell ? kRegisterColumns[c.column]
                                                    : c.kind == RowChange::Kind::gone ? "gone"
                                                                                      : "fresh"},
                                           {"before", c.before},
                                           {"now", c.now}});
  }
  for (const RegisterRow& row : made.rows)
    out["rows"].push_back({{"id", row.id}, {"cancelled", row.cancelled}, {"cells", row.cells}});
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

std::string year_asked(const Options& options) {
  const std::string year = options.year.empty() ? year_of(today()) : options.year;
  if (year.size() != 4 || year.find_first_not_of("0123456789") != std::string::npos)
    throw Error(Code::usage, say(M::err_year, safe(year)), text(M::hint_year));
  return year;
}

RegisterBook book_of(Context& context, const Options& options) {
  const std::string now = today();
  const RegisterAsk ask{options.from.empty() ? year_of(now) + "-01-01" : typed_day(options.from),
                        options.to.empty() ? now : typed_day(options.to), context.config.agency,
                        options.attached};
  std::vector<Fault> faults;
  const SeenOf seen = [&](const Reading& whole, const std::vector<Access>& access) {
    return seen_of(whole, access, options.as);
  };
  const bool all = may_see(options.as, Access::named);
  RegisterBook out{make_register(context.archive(), ask, faults, all ? SeenOf{} : seen), ask.agency,
                   ask.from, ask.to};
  std::fputs(fault_lines(faults).c_str(), stderr);
  return out;
}

// The frozen rows of one volume, and what became of them since.
RegisterBook closed_book(Context& context, const Options& options) {
  const std::string year = year_asked(options);
  // Frozen rows do not say who may see their papers.
  const bool all = may_see(options.as, Access::named);
  const auto books = all ? closed_books(context.archive(), year) : std::vector<ClosedBook>{};
  const auto book = std::ranges::find(books, options.volume, &ClosedBook::volume);
  if (book == books.end())
    throw Error(Code::not_found, say(M::err_no_volume, safe(options.volume), year),
                text(M::hint_no_volume));
  Options whole;
  whole.from = year + "-01-01";
  whole.to = year + "-12-31";
  RegisterBook out = book_of(context, whole);
  out.agency = book->agency;
  out.closed = *book;
  out.entries.rows = book->rows;
  out.entries.gaps = {};
  out.entries.clashes = out.entries.duplicates = {};
  std::erase_if(out.entries.changed, [&](const RowChange& change) {
    return change.number < book->first || change.number > book->last;
  });
  return out;
}

// What stands in the way, in the clerk's language.
[[noreturn]] void explain(const CannotClose& error) {
  using Why = CannotClose::Why;
  const bool gaps = error.why == Why::gaps;
  const M what = error.why == Why::no_such_numbers  ? M::err_close_numbers
                 : error.why == Why::in_closed_book ? M::err_close_closed
                 : gaps                             ? M::err_close_gaps
                                                    : M::err_close_volume;
  throw Error(Code::usage, say(what, safe(error.detail)),
              text(gaps ? M::hint_close_gaps : M::hint_close));
}

ClosedBook closed_now(Archive& archive, const CloseAsk& ask) try {
  return close_book(archive, ask);
} catch (const CannotClose& error) {
  explain(error);
}

// `register` reads; closing alone writes.
Code close(Context& context, const Options& options) {
  OpenOptions open{Mode::write, context.lock_wait};
  Archive archive = Archive::open(context.archive().path(), open);
  const ClosedBook book =
      closed_now(archive, {year_asked(options), options.volume, options.first, options.last,
                           context.config.agency, context.who(options.by), options.with_gaps});
  catch_up_index(archive);
  if (context.json)
    print_json({{"year", book.year},
                {"volume", book.volume},
                {"first", book.first},
                {"last", book.last},
                {"rows", book.rows.size()}});
  else
    fmt::print("{}\n", say(M::register_closed, safe(book.volume), book.year, book.first, book.last,
                           book.rows.size()));
  return Code::ok;
}

Code run_register(Context& context, const Options& options) {
  if (options.close) return close(context, options);
  const RegisterBook book =
      options.volume.empty() ? book_of(context, options) : closed_book(context, options);
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
  app.add_flag("--close", o->close, text(M::opt_register_close));
  app.add_option("--year", o->year, text(M::opt_register_year))->type_name("YEAR");
  app.add_option("--volume", o->volume, text(M::opt_register_volume))->type_name("VOLUME");
  app.add_option("--first", o->first, text(M::opt_register_first))
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  app.add_option("--last", o->last, text(M::opt_register_last))
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  app.add_flag("--with-gaps", o->with_gaps, text(M::opt_register_with_gaps));
  app.add_option("--by", o->by, text(M::opt_by))->type_name("NAME");
  app.add_flag("--force", o->force, text(M::opt_force));
  add_as_option(app, o->as);
  return [o](Context& context) { return run_register(context, *o); };
}

}  // namespace vanthu::cli
