// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/tombstone.h"

#include <nlohmann/json.hpp>

#include "archive/digest.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string text_in(const Json& json, const char* key) { return json.at(key).get<std::string>(); }

}  // namespace

std::string purged_key(const std::string& sha256) {
  return sha256_hex("urn:vanthu:purged:" + sha256);
}

std::string to_json(const PurgeProposal& proposal) {
  return dumped(
      {{"schema", 1}, {"by", proposal.by}, {"at", proposal.at}, {"reason", proposal.reason}});
}

PurgeProposal proposal_from_json(std::string_view text) try {
  const Json json = Json::parse(text);
  return {text_in(json, "by"), text_in(json, "at"), text_in(json, "reason")};
} catch (const Json::exception& e) {
  throw Error(Code::corrupt, std::string("purge.json cannot be read: ") + e.what());
}

std::string to_json(const Tombstone& t) {
  return dumped({{"schema", 1},
                 {"kind", "purged"},
                 {"of", t.of},
                 {"proposed_by", t.proposed_by},
                 {"proposed_at", t.proposed_at},
                 {"confirmed_by", t.confirmed_by},
                 {"confirmed_at", t.confirmed_at},
                 {"reason", t.reason}});
}

Tombstone tombstone_from_json(std::string_view text) try {
  const Json json = Json::parse(text);
  return {text_in(json, "of"),           text_in(json, "proposed_by"),
          text_in(json, "proposed_at"),  text_in(json, "confirmed_by"),
          text_in(json, "confirmed_at"), text_in(json, "reason")};
} catch (const Json::exception& e) {
  throw Error(Code::corrupt, std::string("a tombstone cannot be read: ") + e.what());
}

}  // namespace vanthu
