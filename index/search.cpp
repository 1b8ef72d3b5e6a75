// SPDX-License-Identifier: GPL-3.0-or-later
// A query is answered as it was typed; only when that finds nothing are its keys read (Telex, VNI),
// then words read with doubt taken, then some of the words taken for all.
#include "index/search.h"

#include <sys/stat.h>

#include <algorithm>

#include "index/analyse.h"
#include "index/engine.h"
#include "index/keys.h"
#include "index/searcher.h"
#include "index/storage.h"
#include "index/utf8.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

// Totals are exact up to here, "about" beyond: counting on costs time and tells a person nothing.
constexpr Xapian::doccount kCountedExactly = 10000;
constexpr std::size_t kMostSuggestions = 3;
constexpr std::size_t kDrift = 50;  // places by which a commit may have moved the end of a page

// Equals stand newest first, then by id, so that the order does not depend on that of indexing.
// Sorted by date or number, the plan gives weight to the exact tier alone.
std::unique_ptr<Xapian::KeyMaker> set_order(Xapian::Enquire& enquire, SortBy sort) {
  if (sort != SortBy::number) {
    enquire.set_sort_by_relevance_then_value(kTieSlot, false);
    return nullptr;
  }
  auto keys = std::make_unique<Xapian::MultiValueKeyMaker>();
  keys->add_value(kNumberSlot, false, "~");
  keys->add_value(kTieSlot);
  enquire.set_sort_by_relevance_then_key(keys.get(), false);
  return keys;
}

// Counts the facets of every hit that the engine looks at.
class FacetSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override {
    ++counts[document.get_value(kFacetSlot)];
    ++seen;
  }
  std::map<std::string, std::size_t> counts;
  std::size_t seen = 0;
};

Hit make_hit(Entry entry, const QueryNode& query, bool exact, std::size_t snippet_words) {
  Hit out;
  out.snippet = make_snippet(entry.pages, needles_of(query, exact), snippet_words);
  out.id = std::move(entry.id);
  out.number = std::move(entry.number);
  out.date = std::move(entry.date);
  out.issuer = std::move(entry.issuer);
  out.type = std::move(entry.type);
  out.subject = std::move(entry.subject);
  out.urgent = std::move(entry.urgent);
  out.access = std::move(entry.access);
  out.numbers = std::move(entry.numbers);
  out.dates = std::move(entry.dates);
  out.exact = exact;
  return out;
}

// Which folder a path leads to now; 0 when there is none.
ino_t folder_at(const std::string& path) {
  struct stat found {};
  return stat(path.c_str(), &found) == 0 ? found.st_ino : 0;
}

// A cursor names the place and the id of the last hit of a page: "20.1f3a9c07b2de.1".
struct Cursor {
  std::size_t place = 0;
  std::string id;
};

Cursor read_cursor(const std::string& text) {
  const std::size_t dot = text.find('.');
  const bool number = dot != std::string::npos && dot > 0 && dot < 9 && dot + 1 < text.size() &&
                      text.find_first_not_of("0123456789") == dot;
  if (!number)
    throw Error(Code::usage, "\"" + cut_utf8(text, 80) + "\" is no cursor of this search",
                "take the one that the page before gave");
  return {std::stoul(text.substr(0, dot)), text.substr(dot + 1)};
}

// The words of a query behind which "cả tên cũ" (with former names) was typed; the query itself
// when it was not.
std::string_view without_old_names(std::string_view query) {
  const std::vector<Syllable> found = analyse(query).syllables;
  if (found.size() < 4) return query;
  const auto is = [&](std::size_t back, const char* word) {
    return found[found.size() - back].folded == word;
  };
  if (!is(3, "ca") || !is(2, "ten") || !is(1, "cu")) return query;
  const std::string_view behind = query.substr(found.back().end);
  return trim(behind).empty() ? query.substr(0, found[found.size() - 3].begin) : query;
}

}  // namespace

void Searcher::Impl::open() {
  folder = folder_at(path);
  database = Xapian::Database(path);
  check_schema(path, database.get_metadata(std::string(kSchemaKey)));
}

// To the last commit; to the other index when one was put in this one's place.
void Searcher::Impl::refresh(int attempt) {
  if (attempt > 2 || folder != folder_at(path))
    open();
  else
    database.reopen();
}

Results Searcher::Impl::run(const Xapian::Query& query, const SearchOptions& options,
                            const QueryNode& shown, bool marks) const {
  Xapian::Enquire enquire(database);
  enquire.set_query(visible(query, options.access));
  const auto order = set_order(enquire, options.sort);
  FacetSpy spy;
  if (options.facet_values > 0) enquire.add_matchspy(&spy);
  const std::size_t papers = database.get_doccount();
  std::size_t first = std::min(options.offset, papers), skip = 0;
  Cursor cursor;
  if (!options.after.empty()) {
    cursor = read_cursor(options.after);
    skip = std::min(cursor.place, kDrift);
    first = std::min(cursor.place - skip, papers);
  }
  const std::size_t wanted = std::min(options.limit, papers);
  const std::size_t drift = cursor.id.empty() ? 0 : skip + kDrift;
  // One more than is shown, to know whether there is a next page.
  const Xapian::MSet found =
      enquire.get_mset(static_cast<Xapian::doccount>(first),
                       static_cast<Xapian::doccount>(wanted + drift + 1), kCountedExactly);
  Results out;
  out.total = found.get_matches_estimated();
  out.total_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  std::size_t from = std::min<std::size_t>(skip, found.size());
  for (std::size_t i = 0; !cursor.id.empty() && i < found.size(); ++i) {
    const std::string tie =
        found[static_cast<Xapian::doccount>(i)].get_document().get_value(kTieSlot);
    if (tie.ends_with(cursor.id) && tie.size() - cursor.id.size() <= 8) from = i + 1;
  }
  const std::size_t end = std::min<std::size_t>(from + wanted, found.size());
  for (std::size_t i = from; i < end; ++i) {
    const auto at = found[static_cast<Xapian::doccount>(i)];
    const bool exact = !marks || at.get_weight() >= kExactTier;
    Entry entry = unpack(at.get_document().get_data());
    std::vector<PaperLink> repealers = repealers_of(entry, options.access);
    out.hits.push_back(make_hit(std::move(entry), shown, exact, options.snippet_words));
    out.hits.back().repealed_by = std::move(repealers);
  }
  if (end < found.size() && !out.hits.empty())
    out.next = std::to_string(first + end) + "." + out.hits.back().id;
  if (options.facet_values > 0)
    out.facets = facets_of(spy.counts, options.facet_values, spy.seen,
                           out.total_exact ? spy.seen : out.total);
  return out;
}

Results Searcher::Impl::find(const QueryNode& query, const SearchOptions& options,
                             bool tolerant) const {
  const QueryPlan plan =
      plan_query(query, {options.sort == SortBy::relevance, options.old_names, tolerant});
  return run(to_engine(plan.plan), options, query, plan.marks);
}

Results Searcher::Impl::search(std::string_view typed, SearchOptions options) const {
  const std::string whole = repair_utf8(typed);
  const std::string text(without_old_names(whole));
  options.old_names = options.old_names || text.size() != whole.size();
  const QueryNode query = parse_query(text);
  Results out = find(query, options, false);
  if (out.total != 0) return out;
  if (const std::string read = read_keys(text); read != text) {
    out = find(parse_query(read), options, false);
    if (out.total != 0) return out.understood = read, out;
  }
  out = find(query, options, true);
  if (out.total != 0) return out.tolerant = true, out;
  if (const QueryNode looser = relax(query); looser != query) {
    out = find(looser, options, false);
    out.relaxed = out.total != 0;
  }
  out.suggestions = suggest(text, options);
  return out;
}

// Each word that no paper has, in turn, becomes one of the words like it; what then finds something
// is suggested, what finds most first.
std::vector<std::string> Searcher::Impl::suggest(const std::string& text,
                                                 const SearchOptions& options) const {
  SearchOptions count = options;
  count.limit = 0, count.facet_values = 0, count.offset = 0, count.after.clear();
  std::vector<std::string> texts{text};
  const std::vector<Syllable> words = analyse(text).syllables;
  for (std::size_t i = words.size(); i-- > 0;) {  // from behind, so that places before stay
    const Syllable& word = words[i];
    if (word.end < text.size() && text[word.end] == ':') continue;
    if (word.folded.size() < 3 || run(Xapian::Query(word.folded), count, {}, false).total != 0)
      continue;
    std::vector<std::string> changed;
    for (const std::string& with : vocabulary.near(database, word.folded))
      for (std::string one : texts)
        changed.push_back(one.replace(word.begin, word.end - word.begin, with));
    if (changed.empty() || changed.size() > 25) return {};
    texts = std::move(changed);
  }
  if (texts.front() == text) return {};
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const std::string& one : texts)
    if (const std::size_t total = find(parse_query(one), count, false).total; total != 0)
      found.emplace_back(total, one);
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> out;
  for (std::size_t i = 0; i < std::min(found.size(), kMostSuggestions); ++i)
    out.push_back(found[i].second);
  return out;
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Searcher Searcher::open(const std::string& path) try {
  return Searcher(std::make_unique<Impl>(path));
} catch (const Xapian::Error&) {
  rethrow_as_error(path);
}

Results Searcher::search(std::string_view query, const SearchOptions& options) try {
  return impl_->on_last_commit([&] { return impl_->search(query, options); });
} catch (const Xapian::Error&) {
  rethrow_as_error(impl_->path);
}

Results Searcher::more_like(const std::string& id, const SearchOptions& options) try {
  return impl_->on_last_commit([&] { return impl_->more_like(id, options); });
} catch (const Xapian::Error&) {
  rethrow_as_error(impl_->path);
}

std::optional<Graph> Searcher::graph(const std::string& id,
                                     const std::vector<std::string>& access) try {
  return impl_->on_last_commit([&] { return impl_->graph(id, access); });
} catch (const Xapian::Error&) {
  rethrow_as_error(impl_->path);
}

std::size_t Searcher::size() try {
  return impl_->on_last_commit([&] { return std::size_t{impl_->database.get_doccount()}; });
} catch (const Xapian::Error&) {
  rethrow_as_error(impl_->path);
}

}  // namespace vanthu
