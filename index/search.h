// SPDX-License-Identifier: GPL-3.0-or-later
// Finding dispatches. Marks that were typed come first by construction: every hit with all marks as
// typed stands above any hit without, and each hit says which it is. What a reader may not see is
// filtered inside the search: it is in no hit and no count.
// One Searcher a thread; the index may be written meanwhile, every search sees the last commit.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/facets.h"
#include "index/query.h"
#include "index/snippet.h"

namespace vanthu {

// date: newest first; number: smallest first. In each order exact hits stand above the others.
enum class SortBy { relevance, date, number };

struct SearchOptions {
  std::size_t limit = 10, offset = 0;
  std::string after;  // the cursor of the page before; then `offset` does not count
  SortBy sort = SortBy::relevance;
  std::vector<std::string> access = {"open"};  // classes that may be seen; none: nothing is
  std::size_t snippet_words = 32;
  std::size_t facet_values = 0;  // the commonest so many of each facet are counted; 0: no facets
  bool old_names = false;        // what a named body or place took over counts as it
};

// One paper that another has to do with; empty where not known.
struct PaperLink {
  std::string relation;  // as in Citation; "mentions" where the text gives the number alone
  std::string id;        // empty: it is not in the index, or not to be seen
  std::string number, type, date, title;
  int page = 0;  // of the paper that cites
  bool operator==(const PaperLink&) const = default;
};

// Empty where the paper does not say or the reading is in doubt.
struct Hit {
  std::string id, number, date, issuer, type, subject, urgent, access;
  std::vector<std::string> numbers, dates;  // what they may be, the likeliest first
  bool exact = true;                   // every word typed with marks was found with these marks
  std::vector<PaperLink> repealed_by;  // papers seen that replace or repeal it
  Snippet snippet;
};

struct Results {
  std::size_t total = 0;    // hits in all
  bool total_exact = true;  // false: "about" so many; so are the counts of the facets
  bool relaxed = false;     // nothing had every word; these have some of them
  bool tolerant = false;    // nothing had the words as typed; in these they were read with doubt
  std::string understood;   // the query these answer, where its keys were read (keys.h)
  std::vector<std::string> suggestions;  // queries that find something, when this found nothing
  std::vector<Facet> facets;
  std::string next;  // cursor of the next page; empty: there is none
  std::vector<Hit> hits;
};

struct Graph {
  PaperLink paper;
  std::vector<PaperLink> cites;     // in the order of the paper
  std::vector<PaperLink> cited_by;  // newest first
};

class Searcher {
 public:
  // Throws Error: no_input (there is no index), corrupt (damaged, or of another schema: rebuild
  // it).
  static Searcher open(const std::string& path);

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  // Throws Error{usage} with the place in its hint when the query is malformed (query.h), or the
  // cursor is none.
  Results search(std::string_view query, const SearchOptions& options = {});

  // Papers that share rare words with that one, the likest first, itself not among them. None when
  // it is not there or not to be seen.
  Results more_like(const std::string& id, const SearchOptions& options = {});

  // What the paper rests on and who cites it; nothing when it is not there or not to be seen.
  std::optional<Graph> graph(const std::string& id, const std::vector<std::string>& access);

  std::size_t size();  // dispatches, whoever may see them

 private:
  struct Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace vanthu
