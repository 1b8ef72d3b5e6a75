// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/access_option.h"
#include "cli/context.h"
#include "cli/describe.h"
#include "cli/json.h"
#include "cli/links_shown.h"
#include "cli/terminal.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::string sort = "date", as = "named";
  int limit = 0;
};

// Newest first; papers without a date last. "--08-20" has no year to be sorted by.
bool newer(const DispatchRow& a, const DispatchRow& b) {
  const auto key = [](const DispatchRow& row) {
    return row.date.starts_with("--") ? std::string() : row.date;
  };
  return key(a) > key(b);
}

Code run_list(Context& context, const Options& options) {
  const Archive& archive = context.archive();
  std::vector<DispatchRow> rows = archive.list();
  std::erase_if(rows, [&](const DispatchRow& row) { return !may_see(options.as, row.access); });
  if (options.sort == "date") std::ranges::stable_sort(rows, newer);
  const std::size_t all = rows.size();
  const Replaced replaced = replaced_papers(archive, options.as);
  if (options.limit > 0) rows.resize(std::min(all, static_cast<std::size_t>(options.limit)));
  if (context.json) {
    Json out = {{"total", all}, {"dispatches", Json::array()}};
    for (const DispatchRow& row : rows) {
      out["dispatches"].push_back(json_of(row));
      if (const auto better = replaced.find(row.id); better != replaced.end())
        out["dispatches"].back()["replaced_by"] = better->second;
    }
    print_json(out);
    return Code::ok;
  }
  const bool on_terminal = is_terminal(1);
  const auto width = on_terminal ? static_cast<std::size_t>(terminal_columns(1)) : 0;
  const Counts counts = archive.counts();
  std::string out = dispatch_table(rows, archive.review(), width, replaced);
  if (rows.empty() || (on_terminal && options.as == "named"))  // the counts are of everything
    out += (rows.empty() ? "" : "\n") +
           say(rows.empty() ? M::list_empty : M::list_counts, counts.documents, counts.dispatches,
               counts.doubtful_fields) +
           '\n';
  std::fputs(out.c_str(), stdout);
  return Code::ok;
}

}  // namespace

Run declare_list(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("--sort", o->sort, text(M::opt_list_sort))
      ->type_name("date|id")
      ->check(CLI::IsMember({"date", "id"}));
  app.add_option("--limit", o->limit, text(M::opt_limit))
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
  add_as_option(app, o->as);
  return [o](Context& context) { return run_list(context, *o); };
}

}  // namespace vanthu::cli
