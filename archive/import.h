// SPDX-License-Identifier: GPL-3.0-or-later
// The batch: files in, documents kept and indexed. `jobs` threads read, the calling thread alone
// writes; what waits between them is bounded, so memory does not grow with the batch. Nothing of a
// file is kept before the secrecy gate. One bad file costs one outcome, never the batch.
// Killed and started again, it goes on: what is kept already is known by its digest.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/sources.h"
#include "pipeline/error.h"
#include "pipeline/intake/zip.h"

namespace vanthu {

// opened: a zip archive, whose files have outcomes of their own.
enum class Outcome { imported, same_dispatch, duplicate, failed, refused, opened };
const char* to_string(Outcome outcome);

struct FileOutcome {
  std::string path;  // bytes as given; of a file in a zip archive: of that, "/" and its name in it
  Outcome outcome = Outcome::failed;
  std::string sha256;                   // empty when failed or refused
  std::vector<DispatchRow> dispatches;  // of the document kept, or of the one it is a duplicate of
  std::vector<DispatchRow> twins;       // same_dispatch: the papers it is another scan of
  int pages = 0;                        // read now; 0 for a duplicate
  // failed, refused: why; opened: partial or secret when that became of a file in it
  Code code = Code::ok;
  std::string reason, hint;  // for a person
  std::string not_derived;   // kept: why it has no PDF/A; empty: it has
};

struct Tally {
  std::size_t files = 0;  // grows with what zip archives hold
  std::size_t done = 0, opened = 0, imported = 0, same_dispatch = 0, duplicate = 0, failed = 0,
              refused = 0, pages = 0;
  double seconds = 0;    // since the start
  bool stopped = false;  // `stop` said so; the files not begun are not counted as done
};

struct ImportOptions {
  int jobs = 1;               // reading threads; `read` is called from this many at once
  bool move = false;          // take sources away once the archive has them safely (after fsync)
  bool move_refused = false;  // take papers with a secrecy mark away, to the quarantine alone
  std::string by;             // who imports
  std::string quarantine;     // folder for files with a secrecy mark; never inside the archive
  std::uint64_t max_bytes = 1ull << 30;  // of one file
  int index_every = 32;                  // documents kept between two commits of the index
};

// What the batch is given; `read` alone is required.
struct ImportHands {
  std::function<Reading(const Scan&)> read;  // from `jobs` threads; throws Error; must set sha256
  // From the same threads: the files of a zip archive from there on; empty: none is opened.
  std::function<ZipPart(const Scan&, const ZipPlace&)> unpack;
  // Writer thread: what people typed of the file of this path; empty: nothing.
  std::function<std::optional<TypedRow>(const std::string& path)> typed;
  // From the same threads: whether a file that is no scan (attachment.h) bears a secrecy mark;
  // empty: none is kept.
  std::function<bool(const Scan&)> marked;
  // From the same threads, after the secrecy gate; what it throws keeps the document from having
  // derived files and from nothing else.
  Archive::Derive derive;
  // Writer thread, under the archive's lock: index() for each document since the last time, then
  // commit_index(). An index that is opened in index() and closed in commit_index() lets other
  // writers in between.
  Archive::EachReading index;
  std::function<void()> commit_index;
  std::function<void(const FileOutcome&, const Tally&)> progress;  // writer thread, after each file
  std::function<bool()> stop;  // writer thread; true: finish what is begun, then return
  // Any thread. After a trouble that may pass (Error{io}: no room, a file that is busy): waits,
  // then says whether to try again; `tries` from 1. Nothing else is tried twice. Empty: nor is
  // that.
  std::function<bool(const Error& trouble, int tries)> again;
};

// The outcomes go to `progress` as they come (in the order they finish) and to the journal.
// Throws Error only for what ends a batch: io of the archive itself (disk full), busy, config.
Tally import_files(Archive& archive, const Sources& sources, const ImportHands& hands,
                   const ImportOptions& options);

}  // namespace vanthu
