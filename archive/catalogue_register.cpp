// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the catalogue that the book of incoming dispatches is asked of.
#include "archive/catalogue_sql.h"

namespace vanthu {
namespace {

using soci::into;
using soci::use;

void insert(soci::session& sql, const std::string& sha256, int seq, const RegisterEntry& e) {
  const int own_row = e.own_row;
  sql << "INSERT INTO register (sha256, seq, dispatch, number, day, receiver, passed_on, note,"
         " own_row, cancelled, last_number, volume, who, at, purged)"
         " VALUES (:a, :b, :c, :d, :e, :f, :g, :h, :i, :j, :k, :l, :m, :n, :o)",
      use(sha256), use(seq), use(e.dispatch), use(e.number), use(e.day), use(e.receiver),
      use(e.passed_on), use(e.note), use(own_row), use(e.cancelled), use(e.last), use(e.volume),
      use(e.by), use(e.at), use(e.purged);
}

void insert(soci::session& sql, int seq, const StampRow& s) {
  sql << "INSERT INTO stamps (sha256, seq, dispatch, receiver, number, confidence, day)"
         " VALUES (:a, :b, :c, :d, :e, :f, :g)",
      use(s.sha256), use(seq), use(s.dispatch), use(s.receiver), use(s.number), use(s.confidence),
      use(s.day);
}

std::vector<Catalogue::Entered> select_entries(soci::session& sql, const std::string& where,
                                               const std::string& value) {
  Catalogue::Entered row;
  RegisterEntry& e = row.entry;
  int own_row = 0;
  soci::statement statement =
      (sql.prepare << "SELECT sha256, dispatch, number, day, receiver, passed_on, note, own_row,"
                      " cancelled, last_number, volume, who, at, purged FROM register " +
                          where + " ORDER BY sha256, seq",
       use(value), into(row.sha256), into(e.dispatch), into(e.number), into(e.day),
       into(e.receiver), into(e.passed_on), into(e.note), into(own_row), into(e.cancelled),
       into(e.last), into(e.volume), into(e.by), into(e.at), into(e.purged));
  std::vector<Catalogue::Entered> out;
  for (bool more = statement.execute(true); more; more = statement.fetch()) {
    e.own_row = own_row != 0;
    out.push_back(row);
  }
  return out;
}

std::vector<StampRow> select_stamps(soci::session& sql, const std::string& where,
                                    const std::string& value) {
  StampRow row;
  soci::statement statement =
      (sql.prepare << "SELECT s.dispatch, s.sha256, s.receiver, s.number, s.confidence, s.day,"
                      " d.imported_at FROM stamps s JOIN documents d ON d.sha256 = s.sha256 " +
                          where + " ORDER BY s.sha256, s.seq",
       use(value), into(row.dispatch), into(row.sha256), into(row.receiver), into(row.number),
       into(row.confidence), into(row.day), into(row.imported_at));
  std::vector<StampRow> out;
  for (bool more = statement.execute(true); more; more = statement.fetch()) out.push_back(row);
  return out;
}

}  // namespace

void insert_register(soci::session& sql, const DocumentFacts& facts) {
  int seq = 0;
  for (const RegisterEntry& entry : facts.entries) insert(sql, facts.document.sha256, seq++, entry);
  seq = 0;
  for (const StampRow& stamp : stamp_rows(facts.reading, facts.document.imported_at))
    insert(sql, seq++, stamp);
}

std::vector<RegisterEntry> Catalogue::entries_of(const std::string& sha256) const {
  return with(*state_, [&](soci::session& sql) {
    std::vector<RegisterEntry> out;
    for (Entered& row : select_entries(sql, "WHERE sha256 = :a", sha256))
      out.push_back(std::move(row.entry));
    return out;
  });
}

std::vector<Catalogue::Entered> Catalogue::entries(const std::string& year) const {
  return with(*state_, [&](soci::session& sql) {
    return select_entries(sql, "WHERE day LIKE :a", year + "%");
  });
}

std::vector<std::string> Catalogue::purged(const std::string& key) const {
  return with(*state_, [&](soci::session& sql) {
    const soci::rowset<std::string> rows =
        (sql.prepare << "SELECT sha256 FROM register WHERE purged = :a ORDER BY at", use(key));
    return std::vector<std::string>(rows.begin(), rows.end());
  });
}

std::vector<StampRow> Catalogue::stamps_of(const std::string& sha256) const {
  return with(*state_, [&](soci::session& sql) {
    return select_stamps(sql, "WHERE s.sha256 = :a", sha256);
  });
}

// A stamp without a whole date counts by the day of import.
std::vector<StampRow> Catalogue::stamps(const std::string& year) const {
  return with(*state_, [&](soci::session& sql) {
    return select_stamps(sql,
                         "WHERE (s.day LIKE :a OR LENGTH(s.day) < 10) AND NOT EXISTS (SELECT 1"
                         " FROM register r WHERE r.dispatch = s.dispatch AND r.number > 0 AND"
                         " r.cancelled = '')",
                         year + "%");
  });
}

}  // namespace vanthu
