// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/link.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "archive/archive.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

using Json = nlohmann::ordered_json;

bool says_same(const Link& a, const Link& b) {
  return a.dispatch == b.dispatch && a.relation == b.relation && a.target == b.target;
}

std::vector<std::string> targets(const Archive& archive, const std::string& id,
                                 const std::string& relation) {
  std::vector<std::string> out;
  for (const Link& link : archive.links_from(id))
    if (link.relation == relation) out.push_back(link.target);
  return out;
}

// What the book says of a paper with an arrival number; a paper that is gone has none.
std::optional<RegisterEntry> number_of(const Archive& archive, const std::string& id) {
  const auto row = archive.find(id);
  if (!row) return std::nullopt;
  const std::vector<RegisterEntry> entries = archive.entries(row->sha256);
  const RegisterEntry* entry = entry_of(entries, id);
  return entry && entry->number > 0 ? std::optional(*entry) : std::nullopt;
}

// Whether one comes from `from` to `to` by links of one kind.
bool leads_to(const Archive& archive, const std::string& from, const std::string& to,
              const std::string& relation) {
  std::vector<std::string> ahead = {from};
  std::set<std::string> seen;
  while (!ahead.empty()) {
    const std::string here = ahead.back();
    ahead.pop_back();
    if (here == to) return true;
    if (!seen.insert(here).second) continue;
    std::ranges::move(targets(archive, here, relation), std::back_inserter(ahead));
  }
  return false;
}

void check(const Archive& archive, const Link& link) {
  if (std::ranges::find(kLinkRelations, std::string_view(link.relation)) ==
      std::end(kLinkRelations))
    throw Error(Code::usage, "no such relation: " + link.relation,
                "continues, replaces or annex_of");
  archive.row(link.target);  // it is there
  if (leads_to(archive, link.target, link.dispatch, link.relation))
    throw Error(Code::usage, "that would go round in a circle: " + link.dispatch);
}

void say(AuditRow& audit, const char* what, const Link& link) {
  audit.what = what;
  audit.dispatch = link.dispatch;
  audit.detail = link.relation + " " + link.target;
}

}  // namespace

std::string to_json(const std::vector<Link>& links) {
  Json all = Json::array();
  for (const Link& link : links)
    all.push_back({{"dispatch", link.dispatch},
                   {"relation", link.relation},
                   {"target", link.target},
                   {"by", link.by},
                   {"at", link.at}});
  const Json json = {{"schema", 1}, {"links", all}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<Link> links_from_json(std::string_view text) try {
  std::vector<Link> out;
  const Json json = Json::parse(text);
  for (const Json& link : json.at("links"))
    out.push_back({link.at("dispatch").get<std::string>(), link.at("relation").get<std::string>(),
                   link.at("target").get<std::string>(), link.value("by", std::string()),
                   link.value("at", std::string())});
  return out;
} catch (const Json::exception& e) {
  throw Error(Code::corrupt, std::string("links.json cannot be read: ") + e.what());
}

std::optional<RegisterEntry> number_to_take_over(const Archive& archive, const std::string& id) {
  for (const std::string& target : targets(archive, id, kReplaces))
    if (const auto entry = number_of(archive, target)) return entry;
  return std::nullopt;
}

bool is_taken_over(const Archive& archive, const std::string& id, const RegisterEntry& entry) {
  if (entry.number == 0) return false;
  return std::ranges::any_of(archive.links_to(id), [&](const Link& link) {
    const auto other = number_of(archive, link.dispatch);
    return link.relation == kReplaces && other && other->number == entry.number &&
           year_of(other->day) == year_of(entry.day);
  });
}

bool add_link(Archive& archive, const Link& link, const std::string& by) {
  bool added = false;
  archive.change_links(
      archive.row(link.dispatch).sha256, by, [&](std::vector<Link>& links, AuditRow& audit) {
        const auto same = [&](const Link& other) { return says_same(other, link); };
        if (std::ranges::any_of(links, same)) return;
        check(archive, link);
        links.push_back({link.dispatch, link.relation, link.target, audit.who, audit.at});
        say(audit, "link", link);
        added = true;
      });
  return added;
}

bool remove_link(Archive& archive, const Link& link, const std::string& by) {
  bool removed = false;
  archive.change_links(
      archive.row(link.dispatch).sha256, by, [&](std::vector<Link>& links, AuditRow& audit) {
        removed =
            std::erase_if(links, [&](const Link& other) { return says_same(other, link); }) > 0;
        say(audit, "unlink", link);
      });
  return removed;
}

}  // namespace vanthu
