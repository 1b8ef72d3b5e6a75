// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

#include "archive/edxml.h"
#include "archive/new_folder.h"
#include "cli/access_option.h"
#include "cli/context.h"
#include "cli/export_bag.h"
#include "cli/export_choice.h"
#include "cli/export_tables.h"
#include "cli/json.h"
#include "cli/terminal.h"
#include "cli/typed_field.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Options {
  ExportChoice choice;
  std::string since, until, to, format;  // days as ISO, once understood
};

// The chosen papers of one file, whose others are not all to be seen when `whole` is false.
struct Chosen {
  std::string sha256;
  std::vector<ExportPaper> papers;
  bool whole = true;
};
using Each = std::function<void(const Chosen&)>;

OurAgency our_agency(const Context& context) {
  return {context.config.organ_id, context.config.agency};
}

// One file after the other, so that memory does not grow with what is handed over. Gives the number
// of dispatches.
std::size_t for_each_chosen(Context& context, const Options& options, const Each& each) {
  std::size_t count = 0;
  for (const auto& [sha256, ids] : chosen(context.archive(), options.choice)) {
    Chosen file{sha256, export_papers(context.archive(), sha256, our_agency(context)), true};
    file.whole = std::ranges::all_of(file.papers, [&](const ExportPaper& paper) {
      return may_see(options.choice.as, paper.access);
    });
    std::erase_if(file.papers, [&](const ExportPaper& paper) {
      const std::string& day = paper.row.arrived;
      return !ids.contains(paper.dispatch.id) || (!options.since.empty() && day < options.since) ||
             (!options.until.empty() && day > options.until);
    });
    count += file.papers.size();
    if (!file.papers.empty()) each(file);
  }
  if (count == 0)
    throw Error(Code::not_found, text(M::err_export_nothing), text(M::hint_export_nothing));
  return count;
}

struct Done {
  std::size_t dispatches = 0;
  std::vector<std::string> left;  // what is not in it, one sentence each
};

Done write_bag(Context& context, const Options& options) {
  Done out;
  ExportBag bag(context, options.to);
  out.dispatches = for_each_chosen(context, options, [&](const Chosen& file) {
    for (const ExportPaper& paper : file.papers)
      bag.put_line(csv_line(export_row(paper, our_agency(context))));
    if (file.whole) return bag.put_files(file.sha256);
    out.left.push_back(say(M::export_closed, file.papers.front().dispatch.id));
  });
  bag.finish(our_agency(context));
  std::ranges::copy(bag.bare(), std::back_inserter(out.left));
  return out;
}

Done write_table(Context& context, const Options& options) {
  const bool csv = options.format == "csv";
  NewFolder folder(options.to);
  std::string table = csv ? csv_head() : "";
  const std::size_t count = for_each_chosen(context, options, [&](const Chosen& file) {
    for (const ExportPaper& paper : file.papers) {
      const ExportRow row = export_row(paper, our_agency(context));
      table += csv ? csv_line(row) : json_line(row);
    }
  });
  folder.put(csv ? "dispatches.csv" : "dispatches.jsonl", table);
  folder.finish();
  return {count, {}};
}

Done write_edxml(Context& context, const Options& options) {
  NewFolder folder(options.to);
  const std::size_t count = for_each_chosen(context, options, [&](const Chosen& file) {
    for (const ExportPaper& paper : file.papers) {
      const std::string& id = paper.dispatch.id;
      if (const auto wanting = wanting_for_edxml(paper.dispatch); !wanting.empty())
        throw Error(Code::bad_input, say(M::err_export_edxml, id, join(wanting, ", ")),
                    say(M::hint_export_edxml, id, wanting.front()));
      folder.put(id + ".xml", edxml_of(paper, our_agency(context)));
    }
  });
  folder.finish();
  return {count, {}};
}

Code run_export(Context& context, Options options) {
  for (std::string* day : {&options.since, &options.until})
    if (!day->empty()) *day = typed_day(*day);
  const Done done = options.format == "bagit"   ? write_bag(context, options)
                    : options.format == "edxml" ? write_edxml(context, options)
                                                : write_table(context, options);
  if (context.json) {
    Json out = {{"dispatches", done.dispatches}, {"format", options.format}, {"left", done.left}};
    put_path(out, options.to);
    print_json(out);
  } else {
    for (const std::string& what : done.left) std::fputs((what + '\n').c_str(), stderr);
    fmt::print("{}\n", say(M::export_done, safe(options.to), done.dispatches));
  }
  return done.left.empty() ? Code::ok : Code::partial;
}

}  // namespace

Run declare_export(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("ID", o->choice.ids, text(M::opt_export_ids))->expected(0, -1);
  app.add_option("--query", o->choice.query, text(M::opt_export_query))->type_name("QUERY");
  app.add_flag("--all", o->choice.all, text(M::opt_export_all));
  app.add_option("--since", o->since, text(M::opt_export_since))->type_name("DAY");
  app.add_option("--until", o->until, text(M::opt_export_until))->type_name("DAY");
  app.add_option("--to", o->to, text(M::opt_export_to))->type_name("FOLDER")->required();
  app.add_option("--format", o->format, text(M::opt_export_format))
      ->type_name("bagit|csv|jsonl|edxml")
      ->check(CLI::IsMember({"bagit", "csv", "jsonl", "edxml"}))
      ->required();
  add_as_option(app, o->choice.as);
  return [o](Context& context) { return run_export(context, *o); };
}

}  // namespace vanthu::cli
