// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a document that was taken out for good: that it was, who wanted it and why, and
// nothing of what it said. Values; any thread.
#pragma once
#include <string>
#include <string_view>

namespace vanthu {

struct PurgeProposal {  // purge.json of the object; its reason empty: it was withdrawn
  std::string by, at, reason;
  bool operator==(const PurgeProposal&) const = default;
};

struct Tombstone {
  std::string of;  // purged_key() of the document
  std::string proposed_by, proposed_at, confirmed_by, confirmed_at, reason;
  bool operator==(const Tombstone&) const = default;
};

// A digest of the document's name, so that the same bytes are known again, while whoever finds the
// tombstone learns neither them nor their digest.
std::string purged_key(const std::string& sha256);

std::string to_json(const PurgeProposal& proposal);
PurgeProposal proposal_from_json(std::string_view json);  // throws Error{corrupt}
std::string to_json(const Tombstone& tombstone);
Tombstone tombstone_from_json(std::string_view json);  // throws Error{corrupt}

}  // namespace vanthu
