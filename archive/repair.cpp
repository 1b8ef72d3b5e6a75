// SPDX-License-Identifier: GPL-3.0-or-later
// What can be mended from what is still proven. An inventory stands twice, in the object and in its
// newest version, each with its digest: one good copy gives the other back. Rows come from the
// object. Content has no second copy: that is for the backup, and is said so.
#include <map>
#include <set>

#include "archive/archive_state.h"
#include "archive/clock.h"
#include "archive/digest.h"
#include "archive/files.h"
#include "archive/ocfl_check.h"
#include "archive/ocfl_inventory_check.h"
#include "archive/source_note.h"
#include "archive/verify.h"
#include "pipeline/error.h"
#include "pipeline/reading_json.h"

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

// The damaged derived files of an object: by digest, the logical name.
std::map<std::string, std::string> damaged_derived(const Inventory& inventory,
                                                   const std::string& object) {
  std::map<std::string, std::string> out;
  for (const auto& [digest, paths] : inventory.manifest)
    for (const std::string& path : paths) {
      const std::string file = files::join(object, path), name = files::name_of(path);
      if (!is_derived(name)) continue;
      if (!files::exists(file) || sha512_hex(files::read(file)) != digest) out[digest] = name;
    }
  return out;
}

// The version that first had the file of this digest: its reading is what the file was made from.
int version_of(const Inventory& inventory, const std::string& digest) {
  for (int n = 1; n <= inventory.head(); ++n)
    if (inventory.versions[static_cast<std::size_t>(n - 1)].state.contains(digest)) return n;
  return 0;
}

bool whole(const std::string& object) {
  for (const Fault& fault : check_ocfl_object(object))
    if (is_error(fault)) return false;
  return true;
}

}  // namespace

Scan Archive::State::scan(const std::string& sha256) const {
  const SourceNote note = source_note_from_json(root.read(sha256, kSourceFile));
  Scan out{note.path, root.read(sha256, "original." + note.ext)};
  if (sha256_hex(out.bytes) != sha256)
    throw Error(Code::corrupt, "the original of " + sha256 + " is damaged");
  return out;
}

void Archive::State::mend_derived(const std::string& sha256, const Derive& derive,
                                  Repaired& out) try {
  const Inventory inventory = root.inventory(sha256);
  std::map<std::string, std::string> damaged = damaged_derived(inventory, root.object_path(sha256));
  while (derive && !damaged.empty()) {
    const auto [digest, name] = *damaged.begin();
    const int version = version_of(inventory, digest);
    damaged.erase(digest);
    if (version == 0) continue;
    for (const DerivedFile& file :
         derive(scan(sha256), reading_from_json(root.read(sha256, kReadingFile, version)))) {
      const std::string made = sha512_hex(file.bytes);
      if (made != digest && !damaged.contains(made)) continue;
      damaged.erase(made);
      const std::string place =
          files::join(root.object_path(sha256), inventory.manifest.at(made).front());
      files::make_folders(files::parent_of(place));
      replace(staging_folder_in(path), place, file.bytes);
      out.mended.push_back(object_id(sha256) + ": " + file.name + " was made again");
    }
  }
} catch (const Error&) {
  // What cannot be made again is said as a fault that is left.
}

// Made without the lock, which writers wait for; written only if the reading is still the same.
void Archive::State::derive_missing(const std::string& sha256, const Derive& derive,
                                    const std::string& by, Repaired& out) try {
  const std::string before = digest_in(root.inventory(sha256), kReadingFile);
  if (!digest_in(root.inventory(sha256), kPdfFile).empty()) return;
  const Reading reading = newest(sha256);
  if (reading.pages.empty()) return;  // no scan
  const std::vector<DerivedFile> made = derive(scan(sha256), reading);
  std::vector<OcflFile> changed;
  for (const DerivedFile& file : made) changed.push_back({file.name, file.bytes});
  const Lock held = lock();
  finish_leftovers();
  if (digest_in(root.inventory(sha256), kReadingFile) != before) return;
  write_version(sha256, changed, {0, now_utc(), by, "derive", {}, {}, {}});
  out.mended.push_back(object_id(sha256) + ": its PDF/A, ALTO and thumbnails were made");
} catch (const Error& error) {
  if (error.code == Code::io || error.code == Code::busy) throw;
  out.left.push_back({object_id(sha256), "W-DRV", "no PDF/A: " + std::string(error.what())});
}

void Archive::State::mend(const std::string& sha256, const Derive& derive, Repaired& out) {
  const std::string object = root.object_path(sha256);
  std::ranges::move(Mender(object, object_id(sha256), staging_folder_in(path)).run(),
                    std::back_inserter(out.mended));
  if (root.has(sha256)) mend_derived(sha256, derive, out);
  if (root.has(sha256) && whole(object)) {
    try {
      const DocumentFacts there = found(sha256);
      std::vector<Fault> before = verify_document(root, catalogue, sha256);
      if (!before.empty()) catalogue.put(there);
      if (!before.empty() && verify_document(root, catalogue, sha256).empty())
        out.mended.push_back(object_id(sha256) + ": its rows in the catalogue were made anew");
    } catch (const Error&) {
      // What cannot be read is said below, as a fault that is left.
    }
  }
  std::ranges::move(verify_document(root, catalogue, sha256), std::back_inserter(out.left));
}

Repaired Archive::repair(const std::vector<Fault>& faults, const std::string& by,
                         const Derive& derive) {
  std::set<std::string> objects;
  for (const Fault& fault : faults) {
    const std::string digest = fault.object.substr(fault.object.find_last_of(":/") + 1);
    if (is_sha256_hex(digest)) objects.insert(digest);
  }
  Repaired out;
  {
    const Lock held = state_->lock();
    state_->finish_leftovers();
    for (const std::string& sha256 : objects) state_->mend(sha256, derive, out);
    std::ranges::move(verify_root(state_->root), std::back_inserter(out.left));
  }
  for (const std::string& sha256 : state_->catalogue.documents())
    if (derive && whole(state_->root.object_path(sha256)))
      state_->derive_missing(sha256, derive, by, out);
  for (const std::string& what : out.mended)
    state_->catalogue.audit({0, now_utc(), by, "repair", {}, {}, what});
  return out;
}

}  // namespace vanthu
