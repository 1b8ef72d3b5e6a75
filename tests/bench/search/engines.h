// SPDX-License-Identifier: GPL-3.0-or-later
// The engines that are compared: ours, and what one would reach for instead. Each is given the same
// number, subject, issuer, type and text, and a query as a person types it.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "pipeline/dispatch.h"

namespace vanthu::bench {

class SearchEngine {
 public:
  virtual ~SearchEngine() = default;
  virtual void add(const Reading& reading) = 0;
  virtual void finish() = 0;  // of adding: durable
  // The ids of the first hits; `page`: with what a page of results shows (snippets, counts).
  virtual std::vector<std::string> search(const std::string& query, std::size_t most,
                                          bool page) = 0;
};

std::unique_ptr<SearchEngine> ours(const std::string& folder);
// SQLite FTS5, unicode61 with remove_diacritics 2, subjects weighing five times, words and-ed.
std::unique_ptr<SearchEngine> fts5(const std::string& folder);
// As Omega indexes: Xapian's own TermGenerator and QueryParser without a stemmer, words and-ed.
std::unique_ptr<SearchEngine> omega(const std::string& folder);
// Recoll's own programs over text files; they must be installed.
std::unique_ptr<SearchEngine> recoll(const std::string& folder);

}  // namespace vanthu::bench
