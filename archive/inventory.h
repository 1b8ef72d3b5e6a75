// SPDX-License-Identifier: GPL-3.0-or-later
// The inventory of one OCFL object as we write it: sha512, one flat content folder, versions v1, v2
// … Plain values and pure functions; safe from any thread. https://ocfl.io/1.1/spec/#inventory
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

using DigestPaths = std::map<std::string, std::vector<std::string>>;  // digest -> paths

struct InventoryVersion {
  std::string created, message, user, address;
  DigestPaths state;  // sha512 -> logical paths
  bool operator==(const InventoryVersion&) const = default;
};

struct Inventory {
  std::string id;
  DigestPaths manifest;                       // sha512 -> content paths, from the object's root
  std::map<std::string, DigestPaths> fixity;  // algorithm -> digest -> content paths
  std::vector<InventoryVersion> versions;     // v1 first; the last is the head
  bool operator==(const Inventory&) const = default;
  int head() const { return static_cast<int>(versions.size()); }
};

std::string to_json(const Inventory& inventory);
// Throws Error{corrupt}. Reads what to_json wrote, or any OCFL 1.0 or 1.1 inventory with unpadded
// version names.
Inventory inventory_from_json(std::string_view json);

// The digest of the logical file in `version` (0: the head); empty when it is not there.
std::string digest_in(const Inventory& inventory, const std::string& logical, int version = 0);
// Where its bytes lie, from the object's root. Throws Error{corrupt} when there is no such file.
std::string content_path(const Inventory& inventory, const std::string& logical, int version = 0);

}  // namespace vanthu
