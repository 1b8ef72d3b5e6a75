// SPDX-License-Identifier: GPL-3.0-or-later
// Finding dispatches. Marks that were typed come first by construction: every hit with all marks as
// typed stands above any hit without, and each hit says which it is. What a reader may not see is
// filtered inside the search: it is in no hit and no count.
// One Searcher a thread; the index may be written meanwhile, every search sees the last commit.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "index/query.h"
#include "index/snippet.h"

namespace vanthu {

// date: newest first; number: smallest first. In each order exact hits stand above the others.
enum class SortBy { relevance, date, number };

struct SearchOptions {
  std::size_t limit = 10, offset = 0;
  SortBy sort = SortBy::relevance;
  std::vector<std::string> access = {"open"};  // classes that may be seen; none: nothing is
  std::size_t snippet_words = 32;
};

// Empty where the paper does not say or the reading is in doubt.
struct Hit {
  std::string id, number, date, issuer, type, subject, access;
  bool exact = true;  // every word typed with marks was found with these marks
  Snippet snippet;
};

struct Results {
  std::size_t total = 0;    // hits in all
  bool total_exact = true;  // false: "about" so many
  bool relaxed = false;     // nothing had every word; these have some of them
  std::vector<Hit> hits;
};

class Searcher {
 public:
  // Throws Error: no_input (there is no index), corrupt (damaged, or of another schema: rebuild
  // it).
  static Searcher open(const std::string& path);

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  // Throws Error{usage} with the place in its hint when the query is malformed (query.h).
  Results search(std::string_view query, const SearchOptions& options = {});
  Results search(const QueryNode& query, const SearchOptions& options = {});
  std::size_t size();  // dispatches, whoever may see them

 private:
  struct Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace vanthu
