// SPDX-License-Identifier: GPL-3.0-or-later
// What one kept dispatch is of another: a page scanned later, a better scan, an annex apart. Kept
// as links.json in the object of the one that says so. Any thread.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/entry.h"

namespace vanthu {

class Archive;

struct Link {
  std::string dispatch;  // its id
  std::string relation;  // one of kLinkRelations
  std::string target;    // id of the other
  std::string by, at;    // who said so, and when
  bool operator==(const Link&) const = default;
};

inline constexpr const char* kContinues = "continues";  // pages of the other, scanned apart
inline constexpr const char* kReplaces = "replaces";    // a better scan of the other
inline constexpr const char* kAnnexOf = "annex_of";
inline constexpr const char* kLinkRelations[] = {kContinues, kReplaces, kAnnexOf};

std::string to_json(const std::vector<Link>& links);
std::vector<Link> links_from_json(std::string_view json);  // throws Error{corrupt}

// True where the one has no row of its own in the register: it is a part of the other.
inline bool is_part(const Link& link) { return link.relation != kReplaces; }

// What the book says of a paper that `id` replaces, where that has an arrival number: the number
// that `id` may take over. Nothing where there is none. Throws Error{not_found}.
std::optional<RegisterEntry> number_to_take_over(const Archive& archive, const std::string& id);
// Whether a paper that replaces `id` bears its number: then that one has the row, and `id` has
// none.
bool is_taken_over(const Archive& archive, const std::string& id, const RegisterEntry& entry);

// A new version of the document of link.dispatch, audited; false: it said so already. by and at are
// filled in. Throws Error: not_found, usage (a relation nobody knows; with itself; in a circle),
// io, busy.
bool add_link(Archive& archive, const Link& link, const std::string& by);
bool remove_link(Archive& archive, const Link& link, const std::string& by);  // false: none there

}  // namespace vanthu
