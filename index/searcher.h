// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: what is behind a Searcher. One thread.
#pragma once
#include <sys/types.h>
#include <xapian.h>

#include <optional>
#include <string>

#include "index/entry.h"
#include "index/nearness.h"
#include "index/plan.h"
#include "index/search.h"
#include "index/suggest.h"

namespace vanthu {

struct Asked {
  Xapian::Query query;
  QueryNode shown;     // whose words are marked in the hits
  Units units;         // whose nearness ranks; none: nothing's does
  bool marks = false;  // exact hits bear kExactTier
};

struct Searcher::Impl {
  explicit Impl(std::string path_in) : path(std::move(path_in)) { open(); }

  // Runs `ask` on the last commit, again on a later one when a writer overtakes it.
  template <class Ask>
  auto on_last_commit(Ask ask);

  Results search(std::string_view query, SearchOptions options) const;
  std::vector<std::string> suggest(const std::string& text, const SearchOptions& options) const;
  bool is_seen(const std::string& word, const SearchOptions& count) const;
  Results find(const QueryNode& query, const SearchOptions& options, bool tolerant) const;
  Results run(const Asked& asked, const SearchOptions& options) const;
  std::vector<Place> places_of(const Xapian::MSet& found, const Units& units, Span shown) const;
  std::size_t begin_of(const std::vector<Place>& places, const std::string& after,
                       std::size_t skip) const;
  void show(const std::vector<Place>& places, const Asked& asked, const SearchOptions& options,
            Results& out) const;
  Results more_like(const std::string& id, const SearchOptions& options) const;
  std::optional<Graph> graph(const std::string& id, const std::vector<std::string>& access) const;
  std::vector<PaperLink> repealers_of(const Entry& entry,
                                      const std::vector<std::string>& access) const;

  // The entries that have `query`, newest first, that one may see.
  std::vector<Entry> entries(const Xapian::Query& query, const std::vector<std::string>& access,
                             Xapian::doccount most) const;

  void open();
  void refresh(int attempt);

  std::string path;
  Xapian::Database database;
  ino_t folder = 0;
  mutable Vocabulary vocabulary;
};

inline constexpr int kAttempts =
    4;  // a commit may overtake a search; two in a row already are rare

template <class Ask>
auto Searcher::Impl::on_last_commit(Ask ask) {
  for (int attempt = 1;; ++attempt) try {
      refresh(attempt);
      return ask();
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt == kAttempts) throw;
    } catch (const Xapian::DatabaseOpeningError&) {
      if (attempt == kAttempts) throw;
    }
}

}  // namespace vanthu
