// SPDX-License-Identifier: GPL-3.0-or-later
// One OCFL 1.1 storage root: one object for each scan file, found by the file's SHA-256. Writing
// has three steps, so that a kill between any two is finished or undone by the next writer:
//   stage   the whole new version beside the root, on the disk for good
//   commit  mark it as decided, then move it into place
//   settle  forget the mark, once the catalogue knows
// Reading is safe from any thread and beside a writer; writing wants the archive's lock.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/inventory.h"

namespace vanthu {

struct OcflFile {
  std::string name;        // logical path: "reading.json"
  std::string_view bytes;  // not owned
};

struct VersionNote {
  std::string created, message, user;
};

class OcflRoot {
 public:
  // Declaration, layout and a word to the stranger, in the new folder `root`. Throws Error{io}.
  static void create(const std::string& root);
  // `staging`: a folder on the same file system, outside the root, where OCFL has no rules.
  // Throws Error{corrupt} when `root` is not a storage root with our layout.
  OcflRoot(std::string root, std::string staging);

  const std::string& path() const { return root_; }
  std::string object_path(const std::string& sha256) const;
  bool has(const std::string& sha256) const;
  Inventory inventory(const std::string& sha256) const;  // throws Error: not_found, corrupt
  // The bytes of a logical file; `version` 0: the newest. Throws Error: not_found, corrupt, io.
  std::string read(const std::string& sha256, const std::string& name, int version = 0) const;

  // A new object, or the next version of one: `changed` replaces the files of these names, all
  // other files stay as they are and are not written again. The first file of a new object is its
  // original, whose SHA-256 goes to the fixity block. Throws Error: io; what was staged is then
  // removed.
  void stage(const std::string& sha256, const std::vector<OcflFile>& changed,
             const VersionNote& note) const;
  void commit(const std::string& sha256) const;
  void settle(const std::string& sha256) const;
  void undo(const std::string& sha256) const;  // of a stage that was not committed

  // What a killed writer left: stages without a mark are undone, marked ones committed. Returns the
  // objects that are committed and not settled.
  std::vector<std::string> recover() const;

  // Takes a whole object out, with the folders that become empty; one that is gone, or half gone,
  // is no error. The caller has its own mark that it is to be.
  void remove(const std::string& sha256) const;

  // Each object, in order of SHA-256. Folders that are not objects are passed over.
  void for_each(const std::function<void(const std::string& sha256)>& fn) const;

 private:
  std::string staged(const std::string& sha256) const;
  std::string mark(const std::string& sha256) const;
  std::string root_, staging_;
};

std::string object_id(const std::string& sha256);  // "urn:vanthu:sha256:1f3a…"

}  // namespace vanthu
