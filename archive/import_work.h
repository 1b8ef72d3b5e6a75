// SPDX-License-Identifier: GPL-3.0-or-later
// One file of a batch, from its path to what the writer is given. Private to archive/: the reading
// half of import.cpp. Every function may be called from any thread, each with a Work of its own.
#pragma once
#include <sys/stat.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "archive/import.h"

namespace vanthu {

enum class Fate { read, known, secret, failed, opened };

// Tells whether the file is still the one that was read, before it is taken away.
struct FileStamp {
  dev_t device = 0;
  ino_t inode = 0;
  off_t size = -1;
  timespec changed{};
};

FileStamp stamp_of(const std::string& path);
bool same(const FileStamp& a, const FileStamp& b);  // false too where there is no file

struct Work {  // from a reader to the writer
  Fate fate = Fate::failed;
  Scan scan;
  std::string container;  // path of the zip archive it lay in
  std::optional<TypedRow> typed;
  FileStamp stamp;
  std::string sha256;
  Reading reading;
  std::vector<DerivedFile> derived;
  Code code = Code::ok;
  std::string reason, hint, not_derived;
};

// Tried again while `hands` says so after a trouble that may pass. Gives how often `work` was
// tried.
template <class Do>
int persist(const ImportHands& hands, const Do& work) {
  for (int tries = 1;; ++tries) try {
      work();
      return tries;
    } catch (const Error& error) {
      if (error.code != Code::io || !hands.again || !hands.again(error, tries)) throw;
    }
}

// The bytes, and how the file looked when it was read. Throws as read_file().
void load(Work& work, const ImportHands& hands, const ImportOptions& options);
// A zip archive that `hands` can open.
bool is_container(const Work& work, const ImportHands& hands);
// What is loaded, read and derived, unless it is known or may be secret. Throws what `hands` throw.
void read_work(Work& work, const Archive& archive, const ImportHands& hands);

// One file of a batch: what goes wrong in `act` is its own affair and stands in `work`. What may be
// secret loses its reading.
void guarded(Work& work, const std::function<void()>& act);

}  // namespace vanthu
