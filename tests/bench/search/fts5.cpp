// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <filesystem>
#include <stdexcept>

#include "pipeline/text.h"
#include "tests/bench/search/engines.h"

namespace vanthu::bench {
namespace {

// Every word in FTS5's own quotes, so that no sign of the query is taken for one of its operators.
std::string quoted(const std::string& query) {
  std::string out;
  for (const std::string& word : words_of(query)) {
    std::string inside;
    for (const char c : word)
      if (c != '"') inside += c;
    if (!inside.empty()) out += "\"" + inside + "\" ";
  }
  return out;
}

class Fts5 : public SearchEngine {
 public:
  explicit Fts5(const std::string& folder) {
    std::filesystem::create_directories(folder);
    const std::string file = folder + "/fts5.db";
    std::filesystem::remove(file);
    if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK) fail();
    run("PRAGMA journal_mode=WAL");
    run("CREATE VIRTUAL TABLE papers USING fts5(id UNINDEXED, number, subject, issuer, type, text, "
        "tokenize = 'unicode61 remove_diacritics 2')");
    run("BEGIN");
    insert_ = prepare("INSERT INTO papers VALUES (?, ?, ?, ?, ?, ?)");
  }
  ~Fts5() override {
    for (sqlite3_stmt* one : {insert_, plain_, page_}) sqlite3_finalize(one);
    sqlite3_close(database_);
  }

  void add(const Reading& reading) override {
    const Dispatch& d = reading.dispatches.front();
    std::string text;
    for (const PageReading& page : reading.pages) text += page.text;
    int at = 0;
    for (const std::string& value :
         {d.id, d.number.value.value_or(""), d.subject.value.value_or(""),
          d.issuer.value.value_or(""), d.type.value.value_or(""), text})
      sqlite3_bind_text(insert_, ++at, value.data(), static_cast<int>(value.size()),
                        SQLITE_TRANSIENT);
    if (sqlite3_step(insert_) != SQLITE_DONE) fail();
    sqlite3_reset(insert_);
  }

  void finish() override {
    run("COMMIT");
    plain_ = prepare(
        "SELECT id FROM papers WHERE papers MATCH ? ORDER BY "
        "bm25(papers, 0, 5, 5, 2, 2, 1) LIMIT ?");
    page_ = prepare(
        "SELECT id, snippet(papers, 5, '[', ']', '…', 32), number, subject FROM papers "
        "WHERE papers MATCH ? ORDER BY bm25(papers, 0, 5, 5, 2, 2, 1) LIMIT ?");
  }

  std::vector<std::string> search(const std::string& query, std::size_t most, bool page) override {
    sqlite3_stmt* ask = page ? page_ : plain_;
    const std::string words = quoted(query);
    sqlite3_reset(ask);
    sqlite3_bind_text(ask, 1, words.data(), static_cast<int>(words.size()), SQLITE_TRANSIENT);
    sqlite3_bind_int64(ask, 2, static_cast<sqlite3_int64>(most));
    std::vector<std::string> out;
    while (sqlite3_step(ask) == SQLITE_ROW)
      out.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(ask, 0)));
    return out;
  }

 private:
  [[noreturn]] void fail() { throw std::runtime_error(sqlite3_errmsg(database_)); }
  void run(const char* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* out = nullptr;
    if (sqlite3_prepare_v2(database_, sql, -1, &out, nullptr) != SQLITE_OK) fail();
    return out;
  }

  sqlite3* database_ = nullptr;
  sqlite3_stmt *insert_ = nullptr, *plain_ = nullptr, *page_ = nullptr;
};

}  // namespace

std::unique_ptr<SearchEngine> fts5(const std::string& folder) {
  return std::make_unique<Fts5>(folder);
}

}  // namespace vanthu::bench
