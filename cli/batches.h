// SPDX-License-Identifier: GPL-3.0-or-later
// What import and watch share: the options, the warm reading processes and the index that batches
// are given, and how one file's outcome is told.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "archive/import.h"
#include "cli/indexing.h"
#include "ocr/worker.h"

namespace CLI {
class App;
}

namespace vanthu::cli {

class Context;

struct ImportChoice {
  int jobs = 0;  // 0: as configured
  bool move = false, move_refused = false;
  std::string quarantine, by;
  double wait = kLockWait;   // seconds, for another writer
  bool even_purged = false;  // what was purged is kept again
  bool nice = false;         // leave the machine to others

  static constexpr double kLockWait = 30;
};

void declare_choice(CLI::App& app, ImportChoice& choice);  // -j --quarantine --by --wait

// One at a time. Opens the archive and brings the index up; throws what those throw.
class Batches {
 public:
  Batches(Context& context, const ImportChoice& choice);
  // `hands` with its progress and its stop; `page_done` from the reading threads. Throws as
  // import_files().
  Tally run(const Sources& sources, ImportHands hands, const std::function<void()>& page_done);

 private:
  Archive& archive_;
  ImportOptions options_;
  WorkerPool pool_;
  IndexFeed feed_;
};

std::string outcome_line(const FileOutcome& outcome);  // "scan.pdf: imported: 3795/UBND-VXNV"
void warn_of_missing_walls();                          // on standard error, see ocr/cage.h

}  // namespace vanthu::cli
