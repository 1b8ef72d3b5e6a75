// SPDX-License-Identifier: GPL-3.0-or-later
// Forgetting a document: rows go, and so does what the trail of all that was done says of it. The
// trail itself keeps its length: who did something and when is not what a paper said.
#include "archive/catalogue_sql.h"
#include "archive/files.h"

namespace vanthu {
namespace {

using soci::into;
using soci::use;

constexpr std::size_t kShort = 12;  // digits of a SHA-256 in an id

void forget_audit(soci::session& sql, const std::string& sha256, const std::string& alias) {
  const std::string digits = sha256.substr(0, kShort);
  const std::string ids = digits + ".%", anywhere = "%" + digits + "%";
  sql << "UPDATE audit SET dispatch = :a, field = '', detail = '' WHERE dispatch LIKE :b",
      use(alias), use(ids);
  sql << "UPDATE audit SET detail = '' WHERE detail LIKE :a", use(anywhere);
}

// The names of the file, in the batches that failed to read it too.
void forget_journal(soci::session& sql, const std::string& sha256) {
  sql << "UPDATE journal SET path_bytes = '', reason = '' WHERE path_bytes IN"
         " (SELECT path_bytes FROM journal WHERE sha256 = :a)",
      use(sha256);
  sql << "UPDATE journal SET sha256 = '' WHERE sha256 = :a", use(sha256);
}

}  // namespace

void Catalogue::forget(const std::string& sha256, const std::string& alias) {
  with(*state_, [&](soci::session& sql) {
    soci::transaction transaction(sql);
    for (const char* table : kRebuilt)
      sql << std::string("DELETE FROM ") + table + " WHERE sha256 = :a", use(sha256);
    sql << "DELETE FROM indexed WHERE sha256 = :a", use(sha256);
    forget_audit(sql, sha256, alias);
    forget_journal(sql, sha256);
    files::step("catalogue", sha256);
    transaction.commit();
  });
}

// What was deleted or replaced before still stands in free pages and in the log: VACUUM copies what
// lives, and the log is cut off behind it.
void Catalogue::scrub() {
  with(*state_, [](soci::session& sql) {
    files::step("vacuum", "catalogue");
    sql << "VACUUM";
    int busy = 0, pages = 0, moved = 0;
    sql << "PRAGMA wal_checkpoint(TRUNCATE)", into(busy), into(pages), into(moved);
    if (busy != 0)
      throw Error(Code::busy, "another program reads the catalogue just now",
                  "what was begun is finished by the next command that writes");
  });
}

}  // namespace vanthu
