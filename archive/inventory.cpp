// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/inventory.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/error.h"

namespace vanthu {
namespace {

using Json = nlohmann::ordered_json;

Json version_json(const InventoryVersion& version) {
  return {{"created", version.created},
          {"message", version.message},
          {"user", {{"name", version.user}, {"address", version.address}}},
          {"state", version.state}};
}

InventoryVersion version_from(const Json& json) {
  InventoryVersion version;
  version.created = json.at("created").get<std::string>();
  version.message = json.value("message", "");
  if (json.contains("user")) {
    version.user = json.at("user").at("name").get<std::string>();
    version.address = json.at("user").value("address", "");
  }
  version.state = json.at("state").get<DigestPaths>();
  return version;
}

const InventoryVersion& version_of(const Inventory& inventory, int version) {
  const int wanted = version == 0 ? inventory.head() : version;
  if (wanted < 1 || wanted > inventory.head())
    throw Error(Code::not_found, inventory.id + " has no version " + std::to_string(version));
  return inventory.versions[static_cast<std::size_t>(wanted) - 1];
}

}  // namespace

std::string to_json(const Inventory& inventory) {
  Json versions = Json::object();
  for (int n = 1; n <= inventory.head(); ++n)
    versions["v" + std::to_string(n)] = version_json(version_of(inventory, n));
  const Json json = {{"id", inventory.id},
                     {"type", "https://ocfl.io/1.1/spec/#inventory"},
                     {"digestAlgorithm", "sha512"},
                     {"head", "v" + std::to_string(inventory.head())},
                     {"manifest", inventory.manifest},
                     {"fixity", inventory.fixity},
                     {"versions", versions}};
  return json.dump(2) + "\n";
}

Inventory inventory_from_json(std::string_view text) try {
  const Json json = Json::parse(text);
  Inventory out;
  out.id = json.at("id").get<std::string>();
  out.manifest = json.at("manifest").get<DigestPaths>();
  if (json.contains("fixity"))
    out.fixity = json.at("fixity").get<std::map<std::string, DigestPaths>>();
  const Json& versions = json.at("versions");
  for (std::size_t n = 1; n <= versions.size(); ++n)
    out.versions.push_back(version_from(versions.at("v" + std::to_string(n))));
  if (json.at("head") != "v" + std::to_string(out.head()))
    throw Error(Code::corrupt,
                "the head of the inventory of " + out.id + " is not its last version");
  return out;
} catch (const Json::exception& e) {
  throw Error(Code::corrupt, std::string("an inventory cannot be read: ") + e.what());
}

std::string digest_in(const Inventory& inventory, const std::string& logical, int version) {
  for (const auto& [digest, paths] : version_of(inventory, version).state)
    if (std::find(paths.begin(), paths.end(), logical) != paths.end()) return digest;
  return {};
}

std::string content_path(const Inventory& inventory, const std::string& logical, int version) {
  const auto at = inventory.manifest.find(digest_in(inventory, logical, version));
  if (at == inventory.manifest.end() || at->second.empty())
    throw Error(Code::corrupt, inventory.id + " has no " + logical, "run verify");
  return at->second.front();
}

}  // namespace vanthu
