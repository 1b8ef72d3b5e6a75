// SPDX-License-Identifier: GPL-3.0-or-later
// What an Archive keeps of links between dispatches; see archive_write.cpp for the order of the
// steps.
#include "archive/change_rows.h"

namespace vanthu {

std::vector<Link> Archive::State::links(const std::string& sha256) const {
  if (digest_in(root.inventory(sha256), kLinksFile).empty()) return {};
  return links_from_json(root.read(sha256, kLinksFile));
}

std::vector<Link> Archive::links_in(const std::string& sha256) const {
  return state_->catalogue.links_of(sha256);
}

std::vector<Link> Archive::links_from(const std::string& id) const {
  return state_->catalogue.links_from(id);
}

std::vector<Link> Archive::links_to(const std::string& id) const {
  return state_->catalogue.links_to(id);
}

std::vector<Link> Archive::links_called(const std::string& relation) const {
  return state_->catalogue.links_called(relation);
}

void Archive::change_links(const std::string& sha256, const std::string& by,
                           const ChangeLinks& change) {
  change_rows(*state_, sha256, by, kLinksFile, &State::links, change);
}

}  // namespace vanthu
