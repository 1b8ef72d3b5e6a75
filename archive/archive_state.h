// SPDX-License-Identifier: GPL-3.0-or-later
// What an Archive holds, for archive*.cpp alone. `write` members want the archive's lock held.
#pragma once
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/ocfl.h"

namespace vanthu {

struct Archive::State {
  std::string path;
  OpenOptions options;
  OcflRoot root;
  Catalogue catalogue;

  Lock lock(bool shared = false) const;
  DispatchRow row(const std::string& id) const;           // throws Error{not_found}
  DocumentRow document(const std::string& sha256) const;  // throws Error{not_found}
  Reading newest(const std::string& sha256) const;
  std::vector<RegisterEntry> entries(const std::string& sha256) const;  // as the object has them
  std::vector<Link> links(const std::string& sha256) const;             // the same
  DocumentFacts found(const std::string& sha256) const;
  std::vector<Fault> each(const std::vector<std::string>& all, const EachReading& fn) const;

  std::vector<Fault> check(const std::string& sha256) const;  // without the lock held
  std::vector<Fault> check_frame() const;                     // the root and the staging folder

  // Throws Error: secret; internal (it is of another file, or its ids are another's).
  void check_keepable(const std::string& sha256, const Reading& reading) const;
  void finish_leftovers();  // write: what was decided and perhaps not told to the catalogue
  void finish_objects();    // write: the same, of new objects and versions alone
  void finish_purges();     // write
  void finish_purge(const std::string& sha256, const std::string& mark);  // write
  void blacken_books(const std::string& sha256, const std::string& by, const std::string& alias);
  void write_version(const std::string& sha256, const std::vector<OcflFile>& changed,
                     const AuditRow& audit);
  Reading write_reading(const Reading& reading, const AuditRow& audit);
  void write_typed(const TypedDocument& made, const AuditRow& audit);
  Rebuilt rebuild_rows();
  void mend(const std::string& sha256, const Derive& derive, Repaired& out);          // write
  void mend_derived(const std::string& sha256, const Derive& derive, Repaired& out);  // write
  void derive_missing(const std::string& sha256, const Derive& derive, const std::string& by,
                      Repaired& out);  // takes the lock
  Scan scan(const std::string& sha256) const;
};

// Parts of an archive's folder.
inline std::string lock_file_in(const std::string& path) { return path + "/lock"; }
inline std::string staging_folder_in(const std::string& path) { return path + "/staging"; }

inline constexpr const char* kReadingFile = "reading.json";
inline constexpr const char* kTypedFile = "typed.json";
inline constexpr const char* kRegisterFile = "register.json";
inline constexpr const char* kLinksFile = "links.json";
inline constexpr const char* kPurgeFile = "purge.json";
inline constexpr const char* kSourceFile = "source.json";

}  // namespace vanthu
