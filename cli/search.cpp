// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/search.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/context.h"
#include "cli/dates.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/terminal.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::vector<std::string> words;
  int limit = 10;
  int offset = 0;
  std::string sort = "relevance", as = "named";
};

SearchOptions search_options(const Options& options) {
  SearchOptions out;
  out.limit = static_cast<std::size_t>(options.limit);
  out.offset = static_cast<std::size_t>(options.offset);
  out.sort = options.sort == "date"     ? SortBy::date
             : options.sort == "number" ? SortBy::number
                                        : SortBy::relevance;
  out.access = {"open"};
  if (options.as != "open") out.access.emplace_back("unit");
  if (options.as == "named") out.access.emplace_back("named");
  return out;
}

// The hit bold on a terminal, between « and » in a pipe.
std::string marked(const Snippet& snippet) {
  const bool on_terminal = styled("x", Style::bold) != "x";
  std::string out;
  std::size_t at = 0;
  const std::string_view text = snippet.text;
  for (const TextRange& range : snippet.marks) {
    out += safe(text.substr(at, range.begin - at));
    const std::string hit = safe(text.substr(range.begin, range.end - range.begin));
    out += on_terminal ? styled(hit, Style::bold) : "«" + hit + "»";
    at = range.end;
  }
  return out + safe(text.substr(at));
}

std::string or_unknown(const std::string& value) { return value.empty() ? "?" : safe(value); }

// The number, or in brackets the likeliest of its candidates, which is a guess.
std::string number_text(const Archive& archive, const Hit& hit) {
  if (!hit.number.empty()) return safe(hit.number);
  for (const Dispatch& d : archive.reading(hit.id).dispatches)
    if (d.id == hit.id && !d.number.candidates.empty())
      return '(' + safe(d.number.candidates.front().value) + ") ?";
  return text(M::search_no_number);
}

std::string hit_text(const Archive& archive, const Hit& hit) {
  std::string out = styled(number_text(archive, hit), Style::bold) + "  " +
                    or_unknown(shown_date(hit.date)) + "  " + or_unknown(hit.issuer) + "  " +
                    styled('[' + safe(hit.id) + ']', Style::dim) + '\n';
  out += "  " + or_unknown(hit.subject) + '\n';
  if (!hit.snippet.text.empty())
    out += "    " + styled(say(M::show_page, hit.snippet.page), Style::dim) + ": " +
           marked(hit.snippet) + '\n';
  return out + '\n';
}

// A line stands before the first hit whose marks are not those typed.
std::string hits_text(const Archive& archive, const std::vector<Hit>& hits, bool first_page) {
  std::string out;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (!hits[i].exact && (i == 0 || hits[i - 1].exact))
      out += styled(text(i == 0 && first_page ? M::search_only_other_marks : M::search_other_marks),
                    Style::yellow) +
             "\n\n";
    out += hit_text(archive, hits[i]);
  }
  return out;
}

std::string people_text(const Archive& archive, const Results& results, int offset) {
  if (results.hits.empty()) return std::string(text(M::search_nothing)) + '\n';
  std::string out;
  if (results.relaxed) out += std::string(text(M::search_relaxed)) + "\n\n";
  out += hits_text(archive, results.hits, offset == 0);
  const std::size_t last = static_cast<std::size_t>(offset) + results.hits.size();
  out += say(results.total_exact ? M::search_total : M::search_total_about, results.total);
  if (last < results.total) out += say(M::search_more, last);
  return out + '\n';
}

Code run_search(Context& context, const Options& options, const std::string& query) {
  Searcher searcher = open_searcher(context.archive());
  const Results results = searcher.search(query, search_options(options));
  if (context.json) {
    Json out = {{"query", repair_utf8(query)},
                {"total", results.total},
                {"total_exact", results.total_exact},
                {"relaxed", results.relaxed},
                {"hits", Json::array()}};
    for (const Hit& hit : results.hits) out["hits"].push_back(json_of(hit));
    print_json(out);
  } else {
    std::fputs(people_text(context.archive(), results, options.offset).c_str(), stdout);
  }
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
  if (words.empty()) throw Error(Code::usage, say(M::err_required, "QUERY"), text(M::hint_search));
  return join(words, " ");
}

}  // namespace

Run declare_search(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("QUERY", o->words, text(M::opt_query))->expected(1, -1);
  app.add_option("--limit", o->limit, text(M::opt_limit))
      ->type_name("N")
      ->check(CLI::Range(1, 10'000));
  app.add_option("--offset", o->offset, text(M::opt_offset))
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
  app.add_option("--sort", o->sort, text(M::opt_sort))
      ->type_name("relevance|date|number")
      ->check(CLI::IsMember({"relevance", "date", "number"}));
  app.add_option("--as", o->as, text(M::opt_as))
      ->type_name("open|unit|named")
      ->check(CLI::IsMember({"open", "unit", "named"}));
  app.allow_extras();
  return [o, &app](Context& context) { return run_search(context, *o, query_of(app, *o)); };
}

}  // namespace vanthu::cli
