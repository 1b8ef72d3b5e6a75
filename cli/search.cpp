// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/search.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/access_option.h"
#include "cli/context.h"
#include "cli/hits.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/links_shown.h"
#include "cli/terminal.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::vector<std::string> words;
  int limit = 10, offset = 0;
  std::string after, like;
  std::string sort = "relevance", as = "named";
  bool facets = false, old_names = false;
};

constexpr std::size_t kFacetValues = 20;

SearchOptions search_options(const Options& options) {
  SearchOptions out;
  out.limit = static_cast<std::size_t>(options.limit);
  out.offset = static_cast<std::size_t>(options.offset);
  out.after = options.after;
  out.sort = options.sort == "date"     ? SortBy::date
             : options.sort == "number" ? SortBy::number
                                        : SortBy::relevance;
  out.access = classes_seen_by(options.as);
  out.facet_values = options.facets ? kFacetValues : 0;
  out.old_names = options.old_names;
  return out;
}

Code run_search(Context& context, const Options& options, const std::string& query) {
  const SearchOptions how = search_options(options);
  const std::string like =
      options.like.empty() ? "" : resolve_seen(context.archive(), options.like, options.as);
  Results results;
  ask_index(context.archive(), [&](Searcher& searcher) {
    results = like.empty() ? searcher.search(query, how) : searcher.more_like(like, how);
  });
  const Replaced replaced = replaced_papers(context.archive(), options.as);
  if (context.json) {
    Json out = json_of(results, query);
    for (Json& hit : out["hits"])
      if (const auto better = replaced.find(hit["id"].get<std::string>()); better != replaced.end())
        hit["replaced_by"] = better->second;
    print_json(out);
    return Code::ok;
  }
  const bool first_page = options.offset == 0 && options.after.empty();
  std::fputs(results_text(results, first_page, replaced).c_str(), stdout);
  return Code::ok;
}

// "-tài" leaves a word out: it is no option, though it looks like one.
std::string query_of(const CLI::App& app, const Options& options) {
  std::vector<std::string> words = options.words;
  for (const std::string& extra : app.remaining()) {
    if (extra == "--") continue;  // the end of the options; what follows it came in its place
    if (extra.starts_with("--") || extra.size() < 2)
      throw Error(Code::usage, say(M::err_extra, safe(extra)), text(M::hint_help));
    words.push_back(extra);
  }
  if (words.empty() && options.like.empty())
    throw Error(Code::usage, say(M::err_required, "QUERY"), text(M::hint_search));
  return join(words, " ");
}

}  // namespace

Run declare_search(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("QUERY", o->words, text(M::opt_query))->expected(-1);
  app.add_option("--limit", o->limit, text(M::opt_limit))
      ->type_name("N")
      ->check(CLI::Range(1, 10'000));
  app.add_option("--offset", o->offset, text(M::opt_offset))
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
  app.add_option("--after", o->after, text(M::opt_after))->type_name("CURSOR");
  app.add_option("--like", o->like, text(M::opt_like))->type_name("ID");
  app.add_flag("--facets", o->facets, text(M::opt_facets));
  app.add_flag("--old-names", o->old_names, text(M::opt_old_names));
  app.add_option("--sort", o->sort, text(M::opt_sort))
      ->type_name("relevance|date|number")
      ->check(CLI::IsMember({"relevance", "date", "number"}));
  add_as_option(app, o->as);
  app.allow_extras();
  return [o, &app](Context& context) { return run_search(context, *o, query_of(app, *o)); };
}

}  // namespace vanthu::cli
