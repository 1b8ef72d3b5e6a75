// SPDX-License-Identifier: GPL-3.0-or-later
// What can be mended from what is still proven. An inventory stands twice, in the object and in its
// newest version, each with its digest: one good copy gives the other back. Rows come from the
// object. Content has no second copy: that is for the backup, and is said so.
#include <set>

#include "archive/archive_state.h"
#include "archive/clock.h"
#include "archive/digest.h"
#include "archive/files.h"
#include "archive/ocfl_check.h"
#include "archive/ocfl_inventory_check.h"
#include "archive/verify.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

constexpr const char* kInventory = "inventory.json";
constexpr const char* kSidecar = "inventory.json.sha512";

std::string newest_version(const std::string& object) {
  std::string newest;
  for (const std::string& name : files::names_in(object))
    if (version_number(name) > version_number(newest)) newest = name;
  return newest;
}

// The inventory in `folder`, where its digest proves it and it is of this object and version; or
// nothing.
std::string proven(const std::string& folder, const std::string& id, const std::string& head) try {
  const std::string text = files::read(files::join(folder, kInventory));
  if (files::read(files::join(folder, kSidecar)) != sha512_hex(text) + " " + kInventory + "\n")
    return {};
  const Inventory inventory = inventory_from_json(text);
  const bool fits = inventory.id == id && "v" + std::to_string(inventory.head()) == head;
  return fits ? text : "";
} catch (const Error&) {
  return {};
}

// Through the staging folder, so that a kill leaves the old bytes or the new ones; what it leaves
// there is swept away by the next writer.
void replace(const std::string& staging, const std::string& path, const std::string& bytes) {
  const std::string fresh = files::join(staging, "mended");
  files::write(fresh, bytes);
  files::move(fresh, path);
  files::sync_folder(files::parent_of(path));
}

class Mender {
 public:
  Mender(std::string object, std::string id, std::string staging)
      : object_(std::move(object)), id_(std::move(id)), staging_(std::move(staging)) {}

  // One sentence for each thing mended.
  std::vector<std::string> run() {
    if (!files::is_folder(object_)) return {};
    declaration();
    inventories();
    return std::move(mended_);
  }

 private:
  void put(const std::string& path, const std::string& bytes, const std::string& what) {
    replace(staging_, path, bytes);
    mended_.push_back(id_ + ": " + what);
  }

  void declaration() {
    for (const std::string& name : files::names_in(object_))
      if (name.starts_with("0=") && name != "0=ocfl_object_1.1") return;  // not written by us
    const std::string path = files::join(object_, "0=ocfl_object_1.1"), says = "ocfl_object_1.1\n";
    if (!files::exists(path) || files::read(path) != says)
      put(path, says, "the declaration was written again");
  }

  void inventories() {
    const std::string version = newest_version(object_);
    if (version.empty()) return;
    const std::string folder = files::join(object_, version);
    const std::string in_root = proven(object_, id_, version),
                      in_version = proven(folder, id_, version);
    if (in_root.empty() && !in_version.empty())
      put_both(object_, in_version, "the inventory was restored from " + version);
    if (!in_root.empty() && in_version != in_root)
      put_both(folder, in_root, "the inventory of " + version + " was restored from the object's");
  }

  void put_both(const std::string& folder, const std::string& text, const std::string& what) {
    replace(staging_, files::join(folder, kInventory), text);
    put(files::join(folder, kSidecar), sha512_hex(text) + " " + kInventory + "\n", what);
  }

  std::string object_, id_, staging_;
  std::vector<std::string> mended_;
};

bool whole(const std::string& object) {
  for (const Fault& fault : check_ocfl_object(object))
    if (is_error(fault)) return false;
  return true;
}

}  // namespace

void Archive::State::mend(const std::string& sha256, Repaired& out) {
  const std::string object = root.object_path(sha256);
  std::ranges::move(Mender(object, object_id(sha256), staging_folder_in(path)).run(),
                    std::back_inserter(out.mended));
  if (root.has(sha256) && whole(object)) {
    try {
      const Found there = found(sha256);
      std::vector<Fault> before = verify_document(root, catalogue, sha256);
      if (!before.empty()) catalogue.put(there.document, there.reading);
      if (!before.empty() && verify_document(root, catalogue, sha256).empty())
        out.mended.push_back(object_id(sha256) + ": its rows in the catalogue were made anew");
    } catch (const Error&) {
      // What cannot be read is said below, as a fault that is left.
    }
  }
  std::ranges::move(verify_document(root, catalogue, sha256), std::back_inserter(out.left));
}

Repaired Archive::repair(const std::vector<Fault>& faults, const std::string& by) {
  std::set<std::string> objects;
  for (const Fault& fault : faults) {
    const std::string digest = fault.object.substr(fault.object.find_last_of(":/") + 1);
    if (is_sha256_hex(digest)) objects.insert(digest);
  }
  Repaired out;
  const Lock held = state_->lock();
  state_->finish_leftovers();
  for (const std::string& sha256 : objects) state_->mend(sha256, out);
  std::ranges::move(verify_root(state_->root), std::back_inserter(out.left));
  for (const std::string& what : out.mended)
    state_->catalogue.audit({0, now_utc(), by, "repair", {}, {}, what});
  return out;
}

}  // namespace vanthu
