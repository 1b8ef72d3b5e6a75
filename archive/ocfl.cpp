// SPDX-License-Identifier: GPL-3.0-or-later
// Layout 0007-n-tuple-omit-prefix: urn:vanthu:sha256:1f3a9c… lies in 1f3/a9c/07b/1f3a9c…, so that
// whoever has a scan in hand finds its object with sha256sum and nothing of ours.
#include "archive/ocfl.h"

#include <algorithm>

#include "archive/digest.h"
#include "archive/files.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

constexpr const char* kLayout = "0007-n-tuple-omit-prefix-storage-layout";
constexpr int kTuples = 3;
constexpr const char* kPrefix = "urn:vanthu:sha256:";
constexpr const char* kInventory = "inventory.json";
constexpr const char* kSidecar = "inventory.json.sha512";
constexpr const char* kRootDeclaration = "0=ocfl_1.1";
constexpr const char* kObjectDeclaration = "0=ocfl_object_1.1";

constexpr const char* kLayoutJson = R"({
  "extension": "0007-n-tuple-omit-prefix-storage-layout",
  "description": "The SHA-256 of a scan file, in hex, cut in three folders of three digits and then whole"
}
)";
constexpr const char* kLayoutConfig = R"({
  "extensionName": "0007-n-tuple-omit-prefix-storage-layout",
  "delimiter": ":",
  "tupleSize": 3,
  "numberOfTuples": 3,
  "zeroPadding": "left",
  "reverseObjectRoot": false
}
)";
constexpr const char* kReadMe =
    R"(This folder is an OCFL 1.1 storage root (Oxford Common File Layout, https://ocfl.io/1.1/spec/).
It holds scans of Vietnamese official dispatches and what was read from them. It was written by vanthu;
no program of ours is needed to read it.

Each scan file is one object. Take its SHA-256 (sha256sum): the object of 1f3a9c07b2de... lies in
1f3/a9c/07b/1f3a9c07b2de.... Inside, inventory.json lists every version and where its files are:
  original.<ext>  the file as it was scanned, never changed
  reading.json    what was read from it and what people corrected: number, date, issuer, subject, the text
  source.json     what the file was called, when and by whom it was brought in
  access.pdf, alto.xml, thumbnail-*.jpg   made from these two for reading and searching
The newest reading.json is the one named in the last version of inventory.json.
)";

std::string version_name(int n) { return "v" + std::to_string(n); }

// RFC 3986 unreserved characters stay; so the address of a user is a URI whatever the name.
std::string user_uri(const std::string& user) {
  std::string out = "urn:vanthu:user:";
  for (const char c : user) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    out += plain ? std::string(1, c) : "%" + to_hex(std::string_view(&c, 1));
  }
  return out;
}

void drop_name(DigestPaths& state, const std::string& name) {
  for (auto at = state.begin(); at != state.end();) {
    std::erase(at->second, name);
    at = at->second.empty() ? state.erase(at) : std::next(at);
  }
}

// Adds the next version to `inventory`; returns the files whose bytes are new to the object.
std::vector<OcflFile> add_version(Inventory& inventory, const std::vector<OcflFile>& changed,
                                  const VersionNote& note) {
  const int number = inventory.head() + 1;
  InventoryVersion version{note.created, note.message, note.user, user_uri(note.user), {}};
  if (number > 1) version.state = inventory.versions.back().state;
  std::vector<OcflFile> fresh;
  for (const OcflFile& file : changed) {
    const std::string digest = sha512_hex(file.bytes);
    drop_name(version.state, file.name);
    version.state[digest].push_back(file.name);
    if (inventory.manifest.contains(digest)) continue;
    inventory.manifest[digest] = {version_name(number) + "/content/" + file.name};
    fresh.push_back(file);
  }
  inventory.versions.push_back(std::move(version));
  return fresh;
}

void write_inventory(const std::string& folder, const std::string& json) {
  files::write(files::join(folder, kInventory), json);
  files::write(files::join(folder, kSidecar), sha512_hex(json) + " " + kInventory + "\n");
}

void move_if_there(const std::string& from, const std::string& to) {
  if (files::exists(from)) files::move(from, to);
}

}  // namespace

std::string object_id(const std::string& sha256) { return kPrefix + sha256; }

void OcflRoot::create(const std::string& root) {
  const std::string extension = files::join(files::join(root, "extensions"), kLayout);
  files::make_folders(extension);
  files::write(files::join(extension, "config.json"), kLayoutConfig);
  files::sync_folder(extension);
  files::write(files::join(root, "ocfl_layout.json"), kLayoutJson);
  files::write(files::join(root, "README.txt"), kReadMe);
  files::write(files::join(root, kRootDeclaration), "ocfl_1.1\n");
  files::sync_folder(root);
}

OcflRoot::OcflRoot(std::string root, std::string staging)
    : root_(std::move(root)), staging_(std::move(staging)) {
  const std::string config =
      files::join(files::join(files::join(root_, "extensions"), kLayout), "config.json");
  if (!files::exists(files::join(root_, kRootDeclaration)) || !files::exists(config))
    throw Error(Code::corrupt,
                root_ + " is not an OCFL 1.1 storage root with the layout of vanthu");
}

std::string OcflRoot::object_path(const std::string& sha256) const {
  if (!is_sha256_hex(sha256)) throw Error(Code::internal, "not a SHA-256: " + sha256);
  return root_ + "/" + sha256.substr(0, 3) + "/" + sha256.substr(3, 3) + "/" + sha256.substr(6, 3) +
         "/" + sha256;
}

std::string OcflRoot::staged(const std::string& sha256) const {
  return files::join(staging_, sha256);
}

std::string OcflRoot::mark(const std::string& sha256) const { return staged(sha256) + ".decided"; }

bool OcflRoot::has(const std::string& sha256) const {
  return files::exists(files::join(object_path(sha256), kInventory));
}

Inventory OcflRoot::inventory(const std::string& sha256) const {
  if (!has(sha256)) throw Error(Code::not_found, "the archive has no object " + sha256);
  Inventory out = inventory_from_json(files::read(files::join(object_path(sha256), kInventory)));
  if (out.id != object_id(sha256))
    throw Error(Code::corrupt, "the object " + sha256 + " says it is " + out.id, "run verify");
  return out;
}

std::string OcflRoot::read(const std::string& sha256, const std::string& name, int version) const {
  return files::read(
      files::join(object_path(sha256), content_path(inventory(sha256), name, version)));
}

void OcflRoot::stage(const std::string& sha256, const std::vector<OcflFile>& changed,
                     const VersionNote& note) const try {
  if (files::exists(mark(sha256)))
    throw Error(Code::internal, "an older version of " + sha256 + " is not settled");
  Inventory next;
  next.id = object_id(sha256);
  const bool is_new = !has(sha256);
  if (!is_new) next = inventory(sha256);
  const std::vector<OcflFile> fresh = add_version(next, changed, note);
  if (is_new) next.fixity["sha256"][sha256] = {content_path(next, changed.at(0).name)};

  const std::string top = staged(sha256);
  const std::string folder = files::join(top, version_name(next.head()));
  const std::string content = files::join(folder, "content");
  files::remove_tree(top);
  files::make_folders(fresh.empty() ? folder : content);
  for (const OcflFile& file : fresh) files::write(files::join(content, file.name), file.bytes);
  if (!fresh.empty()) files::sync_folder(content);
  const std::string json = to_json(next);
  write_inventory(folder, json);
  files::sync_folder(folder);
  if (is_new) files::write(files::join(top, kObjectDeclaration), "ocfl_object_1.1\n");
  write_inventory(top, json);
  files::sync_folder(top);
} catch (const Error&) {
  if (!files::exists(mark(sha256))) undo(sha256);
  throw;
}

// A new object is one move. A version is three, each of which may already have been made by a
// writer that was killed; until the last one the object is whole as its older version, its root
// inventory apart, and the mark says that there is more to do.
void OcflRoot::commit(const std::string& sha256) const {
  const std::string top = staged(sha256), object = object_path(sha256);
  if (!files::exists(mark(sha256))) {
    files::write(mark(sha256), "");
    files::sync_folder(staging_);
  }
  if (!files::exists(top)) return;
  if (!files::exists(object)) {
    files::make_folders(files::parent_of(object));
    files::move(top, object);
    files::sync_folder(files::parent_of(object));
    return;
  }
  for (const std::string& name : files::names_in(top))
    if (name.front() == 'v') files::move(files::join(top, name), files::join(object, name));
  files::sync_folder(object);
  move_if_there(files::join(top, kInventory), files::join(object, kInventory));
  move_if_there(files::join(top, kSidecar), files::join(object, kSidecar));
  files::sync_folder(object);
  files::remove_tree(top);
}

void OcflRoot::settle(const std::string& sha256) const {
  files::remove_tree(mark(sha256));
  files::sync_folder(staging_);
}

void OcflRoot::undo(const std::string& sha256) const { files::remove_tree(staged(sha256)); }

std::vector<std::string> OcflRoot::recover() const {
  std::vector<std::string> decided;
  for (const std::string& name : files::names_in(staging_)) {
    const std::string sha256 = name.substr(0, 64);
    if (!is_sha256_hex(sha256)) {
      files::remove_tree(files::join(staging_, name));
    } else if (files::exists(mark(sha256))) {
      if (name == sha256) continue;  // once, when its mark comes
      commit(sha256);
      decided.push_back(sha256);
    } else {
      undo(sha256);
    }
  }
  return decided;
}

// Readers see it whole or not at all; OCFL wants no empty folders.
void OcflRoot::remove(const std::string& sha256) const {
  const std::string object = object_path(sha256), gone = staged(sha256) + ".gone";
  if (files::exists(object)) {
    files::remove_tree(gone);
    files::move(object, gone);
    files::sync_folder(files::parent_of(object));
    files::sync_folder(staging_);
  }
  std::string folder = files::parent_of(object);
  for (int tuple = 0; tuple < kTuples; ++tuple, folder = files::parent_of(folder)) {
    if (!files::is_folder(folder)) continue;
    if (!files::names_in(folder).empty()) break;
    files::remove_tree(folder);
  }
  files::sync_folder(folder);
  files::remove_tree(gone);
}

void OcflRoot::for_each(const std::function<void(const std::string&)>& fn) const {
  const std::function<void(const std::string&, int)> walk = [&](const std::string& folder,
                                                                int depth) {
    for (const std::string& name : files::names_in(folder)) {
      const std::string path = files::join(folder, name);
      if (depth == 3 && is_sha256_hex(name) && files::is_folder(path)) fn(name);
      if (depth < 3 && name.size() == 3 && files::is_folder(path)) walk(path, depth + 1);
    }
  };
  walk(root_, 0);
}

}  // namespace vanthu
