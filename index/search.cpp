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

constexpr std::size_t kMostSuggestions = 3;

// Which folder a path leads to now; 0 when there is none.
ino_t folder_at(const std::string& path) {
  struct stat found {};
  return stat(path.c_str(), &found) == 0 ? found.st_ino : 0;
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

Results Searcher::Impl::find(const QueryNode& query, const SearchOptions& options,
                             bool tolerant) const {
  const QueryPlan plan =
      plan_query(query, {options.sort == SortBy::relevance, options.old_names, tolerant});
  return run({to_engine(plan.plan), query, near_units(query), plan.marks}, options);
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

// Has a paper that may be seen the word with these very marks? The form alone would tell of
// another.
bool Searcher::Impl::is_seen(const std::string& word, const SearchOptions& count) const {
  const std::string written = analyse(word).syllables.front().written;
  return run({Xapian::Query(kWritten + written), {}, {}, false}, count).total != 0;
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
    if (word.folded.size() < 3 ||
        run({Xapian::Query(word.folded), {}, {}, false}, count).total != 0)
      continue;
    std::vector<std::string> changed;
    for (const std::string& with : vocabulary.near(database, word.folded))
      if (is_seen(with, count))
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
