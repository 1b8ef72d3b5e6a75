// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile files meet a process, not a thread. A Worker is this program run again as `vanthu
// worker`, asked over a socket on its standard input and output; it keeps its engine warm between
// documents. Whatever a file does to it (crash, hang, eat memory) costs that file an
// Error{Code::worker}; the next request starts a fresh process. Errors of the file itself come
// through as they are.
//
// For tests only, the variable VANTHU_ENGINE chooses what the worker recognises with:
//   none    nothing, quickly          secret  one line, "MẬT", in red ink on each page
//   crash   dies by signal 11         hang    never answers
//   hungry  asks for memory without end        spin    computes without end
//   socket, exec, fork, write, peek   tries that, the last two on the file VANTHU_ENGINE_FILE
//   descriptors  complains of any it was not given
#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "ocr/engine.h"
#include "pipeline/dispatch.h"
#include "pipeline/fields/vocabulary_rows.h"
#include "pipeline/intake/intake.h"
#include "pipeline/page.h"

namespace vanthu {

struct WorkerOptions {
  IntakeOptions intake;
  EngineOptions engine;
  fields::VocabularyFiles vocabulary;  // a clerk's, over the program's own; empty: none
  double page_seconds = 600;           // wall and processor time, each, that one page may take
  long long memory_bytes = 4LL << 30;  // address space of one process; 0: no limit
  int documents = 200;  // then a fresh process, so that no library's leak outlives them
  std::string program = "/proc/self/exe";
};

// What a worker can be asked besides reading, by name; given by who serves. `input`: whatever the
// task wants to know beside the scan.
struct WorkerTask {
  std::string name;
  std::function<std::string(const Scan&, const std::string& input, const IntakeOptions&)> run;
};

using PageProgress = std::function<void(int page, int pages)>;  // after each page

// Move-only; one thread at a time. Nothing is started before the first request.
class Worker {
 public:
  explicit Worker(WorkerOptions options = {});
  Worker(Worker&&) noexcept;
  Worker& operator=(Worker&&) noexcept;
  ~Worker();  // ends the process, if one runs

  // The reading's `file` is the last part of the scan's name: where it lay is no part of what it
  // says. Throws Error: bad_input, too_big (intake; also when memory runs out), config (language
  // not installed, a bad vocabulary), worker.
  Reading read(const Scan& scan, const PageProgress& progress = {});

  // PNG bytes of `box` of the raster of page `number`, turned clockwise by `turn` (0 90 180 270) so
  // that it stands upright. Throws as read() does, and Error{not_found}: no such page, or the box
  // lies outside it.
  std::string crop(const Scan& scan, int number, const Box& box, int turn = 0);

  // What the task `name` of serve_worker() makes of the scan. It is given the time of one page for
  // every ten of its `pages`. Throws as read() does.
  std::string run(const std::string& name, const Scan& scan, const std::string& input, int pages);

 private:
  struct Process;
  std::unique_ptr<Process> process_;
};

// `size` workers for any number of threads; who comes when all are busy waits.
class WorkerPool {
 public:
  explicit WorkerPool(int size, const WorkerOptions& options = {});
  Reading read(const Scan& scan, const PageProgress& progress = {});
  std::string run(const std::string& name, const Scan& scan, const std::string& input, int pages);

 private:
  class Loan;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<Worker> workers_;
  std::vector<std::size_t> free_;
};

// The other side: answers requests on standard input until it is closed. `memory_bytes` as above.
// Returns the exit code of the process.
int serve_worker(long long memory_bytes, const std::vector<WorkerTask>& tasks = {});

}  // namespace vanthu
