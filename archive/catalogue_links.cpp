// SPDX-License-Identifier: GPL-3.0-or-later
// The table of links between dispatches.
#include "archive/catalogue_sql.h"

namespace vanthu {
namespace {

using soci::into;
using soci::use;

std::vector<Link> select_links(soci::session& sql, const std::string& column,
                               const std::string& value) {
  Link link;
  soci::statement statement =
      (sql.prepare << "SELECT dispatch, relation, target, who, at FROM links WHERE " + column +
                          " = :a ORDER BY sha256, seq",
       use(value), into(link.dispatch), into(link.relation), into(link.target), into(link.by),
       into(link.at));
  std::vector<Link> out;
  for (bool more = statement.execute(true); more; more = statement.fetch()) out.push_back(link);
  return out;
}

}  // namespace

void insert_links(soci::session& sql, const DocumentFacts& facts) {
  int seq = 0;
  for (const Link& link : facts.links) {
    sql << "INSERT INTO links (sha256, seq, dispatch, relation, target, who, at)"
           " VALUES (:a, :b, :c, :d, :e, :f, :g)",
        use(facts.document.sha256), use(seq), use(link.dispatch), use(link.relation),
        use(link.target), use(link.by), use(link.at);
    ++seq;
  }
}

std::vector<Link> Catalogue::links_of(const std::string& sha256) const {
  return with(*state_, [&](soci::session& sql) { return select_links(sql, "sha256", sha256); });
}

std::vector<Link> Catalogue::links_from(const std::string& id) const {
  return with(*state_, [&](soci::session& sql) { return select_links(sql, "dispatch", id); });
}

std::vector<Link> Catalogue::links_to(const std::string& id) const {
  return with(*state_, [&](soci::session& sql) { return select_links(sql, "target", id); });
}

std::vector<Link> Catalogue::links_called(const std::string& relation) const {
  return with(*state_, [&](soci::session& sql) { return select_links(sql, "relation", relation); });
}

}  // namespace vanthu
