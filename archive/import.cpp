// SPDX-License-Identifier: GPL-3.0-or-later
// Readers take the next file, look whether its digest is known, read it and pass it to the writer
// through a bounded queue. What may be secret loses its reading on the reader's thread already: the
// writer gets the bytes alone, to put them in quarantine.
#include "archive/import.h"

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <optional>
#include <thread>

#include "archive/bounded_queue.h"
#include "archive/clock.h"
#include "archive/digest.h"
#include "archive/files.h"
#include "archive/quarantine.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using Clock = std::chrono::steady_clock;

enum class Fate { read, known, secret, failed };

// Tells whether the file is still the one that was read, before it is taken away.
struct FileStamp {
  dev_t device = 0;
  ino_t inode = 0;
  off_t size = -1;
  timespec changed{};
};

FileStamp stamp_of(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return {};
  return {info.st_dev, info.st_ino, info.st_size, info.st_mtim};
}

bool same(const FileStamp& a, const FileStamp& b) {
  return a.size >= 0 && a.device == b.device && a.inode == b.inode && a.size == b.size &&
         a.changed.tv_sec == b.changed.tv_sec && a.changed.tv_nsec == b.changed.tv_nsec;
}

struct Work {  // from a reader to the writer
  Fate fate = Fate::failed;
  Scan scan;
  FileStamp stamp;
  std::string sha256;
  Reading reading;
  std::vector<DerivedFile> derived;
  Code code = Code::ok;
  std::string reason, hint, not_derived;
};

void fail(Work& work, Code code, const std::string& reason, const std::string& hint = {}) {
  work.fate = code == Code::secret ? Fate::secret : Fate::failed;
  work.code = code;
  work.reason = reason;
  work.hint = hint;
}

// Gives how often `work` was tried.
template <class Do>
int persist(const ImportHands& hands, const Do& work) {
  for (int tries = 1;; ++tries) try {
      work();
      return tries;
    } catch (const Error& error) {
      if (error.code != Code::io || !hands.again || !hands.again(error, tries)) throw;
    }
}

void derive(Work& work, const ImportHands& hands) try {
  if (hands.derive) work.derived = hands.derive(work.scan, work.reading);
} catch (const Error& error) {
  work.not_derived = error.what();
}

void read_work(Work& work, const Archive& archive, const ImportHands& hands,
               const ImportOptions& options) {
  persist(hands, [&] {
    work.stamp = stamp_of(work.scan.name);
    work.scan.bytes = read_file(work.scan.name, options.max_bytes);
  });
  work.sha256 = sha256_hex(work.scan.bytes);
  if (archive.has(work.sha256)) {
    work.fate = Fate::known;
    return;
  }
  work.reading = hands.read(work.scan);
  work.fate = Fate::read;
  if (!may_be_secret(work.reading)) return derive(work, hands);
  fail(work, Code::secret, "the paper bears, or may bear, a secrecy mark: nothing of it was kept",
       "it lies in the quarantine folder; handle it by the rules for secret papers");
}

// One file of a batch: whatever goes wrong with it is its own affair.
Work do_read(const std::string& path, const Archive& archive, const ImportHands& hands,
             const ImportOptions& options) {
  Work work;
  work.scan.name = path;
  try {
    read_work(work, archive, hands, options);
  } catch (const Error& error) {
    fail(work, error.code, error.what(), error.hint);
  } catch (const std::bad_alloc&) {
    fail(work, Code::too_big, repair_utf8(path) + ": not enough memory");
  } catch (const std::exception& error) {
    fail(work, Code::internal, repair_utf8(path) + ": " + error.what());
  }
  if (work.fate == Fate::secret) {
    work.reading = {};
    work.sha256.clear();
  }
  return work;
}

class Batch {
 public:
  Batch(Archive& archive, const Sources& sources, const ImportHands& hands,
        const ImportOptions& options)
      : archive_(archive),
        sources_(sources),
        hands_(hands),
        options_(options),
        queue_(static_cast<std::size_t>(jobs())) {
    tally_.files = sources.files.size();
  }

  Tally run() {
    catch_up();
    const Readers readers(*this);
    while (std::optional<Work> work = queue_.pop()) {
      handle(*work);
      if (hands_.stop && !tally_.stopped && hands_.stop()) {
        tally_.stopped = true;
        next_ = sources_.files.size();
      }
    }
    flush();
    tally_.seconds = seconds();
    return tally_;
  }

 private:
  int jobs() const { return std::max(1, options_.jobs); }
  double seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

  // The reading threads; the last to leave says that nothing more will come. When the writer
  // throws, the queue is closed first, so that none waits for room for ever.
  class Readers {
   public:
    explicit Readers(Batch& batch) : batch_(batch) {
      batch.running_ = batch.jobs();
      for (int n = 0; n < batch.jobs(); ++n) threads_.emplace_back([&batch] { batch.read_all(); });
    }
    Readers(const Readers&) = delete;
    Readers& operator=(const Readers&) = delete;
    ~Readers() {
      batch_.next_ = batch_.sources_.files.size();
      batch_.queue_.close();
    }

   private:
    Batch& batch_;
    std::vector<std::jthread> threads_;
  };

  void read_all() {
    for (std::size_t n = next_++; n < sources_.files.size(); n = next_++)
      if (!queue_.push(do_read(sources_.files[n], archive_, hands_, options_))) break;
    if (--running_ == 0) queue_.finish();
  }

  void handle(Work& work) {
    FileOutcome outcome;
    outcome.path = work.scan.name;
    outcome.code = work.code;
    outcome.reason = work.reason;
    outcome.hint = work.hint;
    outcome.not_derived = work.not_derived;
    settle(work, outcome);
    count(outcome);
    if (outcome.outcome != Outcome::refused) journal(outcome);
    if (hands_.progress) hands_.progress(outcome, tally_);
    flush_when_full();
  }

  void settle(Work& work, FileOutcome& outcome) {
    if (work.fate == Fate::failed) return;
    if (work.fate == Fate::secret) return refuse(work, outcome);
    try {
      keep(work, outcome);
    } catch (const Error& error) {
      if (error.code == Code::io || error.code == Code::busy) throw;
      outcome = {};
      outcome.path = work.scan.name;
      outcome.code = error.code;
      outcome.reason = error.what();
      outcome.hint = error.hint;
    }
  }

  void keep(Work& work, FileOutcome& outcome) {
    outcome.sha256 = work.sha256;
    outcome.pages = static_cast<int>(work.reading.pages.size());
    const Kept kept = keep_at_last(work);
    outcome.dispatches = kept.dispatches;
    outcome.twins = kept.same_dispatch;
    outcome.outcome = !kept.is_new                 ? Outcome::duplicate
                      : kept.same_dispatch.empty() ? Outcome::imported
                                                   : Outcome::same_dispatch;
    if (kept.is_new && hands_.index) waiting_.push_back(work.sha256);
    take_away(work);
  }

  // A try that failed late may have kept the document already: it is new all the same.
  Kept keep_at_last(const Work& work) {
    Kept kept;
    std::optional<bool> missing;
    const int tries = persist(hands_, [&] {
      if (!missing) missing = !archive_.has(work.sha256);
      kept = archive_.keep(work.scan, work.reading, options_.by, work.derived);
    });
    kept.is_new = kept.is_new || (tries > 1 && *missing);
    return kept;
  }

  // `--move`: only what is safe in the archive, and only if it is still what was read.
  void take_away(const Work& work) const {
    if (!options_.move || !same(work.stamp, stamp_of(work.scan.name))) return;
    files::step("take away", work.scan.name);
    ::unlink(work.scan.name.c_str());
  }

  void refuse(const Work& work, FileOutcome& outcome) {
    outcome.outcome = Outcome::refused;
    try {
      quarantine(work.scan.name, work.scan.bytes, options_.quarantine,
                 options_.move || options_.move_refused);
    } catch (const Error& error) {
      outcome.hint = std::string("it could not be put in quarantine: ") + error.what();
    }
    AuditRow event;  // that it happened, and nothing of what
    event.what = "refused";
    archive_.catalogue().audit(event);
  }

  void count(const FileOutcome& outcome) {
    ++tally_.done;
    tally_.pages += static_cast<std::size_t>(outcome.pages);
    tally_.seconds = seconds();
    switch (outcome.outcome) {
      case Outcome::imported:
        ++tally_.imported;
        break;
      case Outcome::same_dispatch:
        ++tally_.same_dispatch;
        break;
      case Outcome::duplicate:
        ++tally_.duplicate;
        break;
      case Outcome::failed:
        ++tally_.failed;
        break;
      case Outcome::refused:
        ++tally_.refused;
        break;
    }
  }

  void journal(const FileOutcome& outcome) {
    files::step("journal", outcome.path);
    const JournalRow row{
        batch_,         ++seq_,   to_hex(outcome.path), to_string(outcome.outcome), outcome.reason,
        outcome.sha256, now_utc()};
    persist(hands_, [&] { archive_.catalogue().journal(row); });
  }

  // What a killed import kept and did not index comes first.
  void catch_up() {
    if (!hands_.index) return;
    for (const std::string& sha256 : archive_.catalogue().unindexed()) {
      waiting_.push_back(sha256);
      flush_when_full();
    }
    flush();
  }

  void flush_when_full() {
    if (std::ssize(waiting_) >= std::max(1, options_.index_every)) flush();
  }

  // Under the lock, and from the archive: a clerk may have corrected a paper while it waited.
  void flush() {
    if (!waiting_.empty()) persist(hands_, [&] { index_waiting(); });
  }

  void index_waiting() {
    const Lock held = archive_.lock();
    for (const std::string& sha256 : waiting_) {
      const Reading reading = archive_.newest_reading(sha256);
      hands_.index(reading, access_of(reading));
    }
    files::step("index", archive_.path());
    if (hands_.commit_index) hands_.commit_index();
    files::step("mark indexed", archive_.path());
    for (const std::string& sha256 : waiting_) archive_.mark_indexed(sha256);
    waiting_.clear();
  }

  Archive& archive_;
  const Sources& sources_;
  const ImportHands& hands_;
  const ImportOptions& options_;
  const std::string batch_ = now_utc() + "-" + random_hex(4);
  const Clock::time_point start_ = Clock::now();
  std::int64_t seq_ = 0;
  Tally tally_;
  std::vector<std::string> waiting_;  // kept, not yet in the index
  std::atomic<std::size_t> next_{0};
  std::atomic<int> running_{0};
  BoundedQueue<Work> queue_;
};

}  // namespace

const char* to_string(Outcome outcome) {
  switch (outcome) {
    case Outcome::imported:
      return "imported";
    case Outcome::same_dispatch:
      return "same_dispatch";
    case Outcome::duplicate:
      return "duplicate";
    case Outcome::failed:
      return "failed";
    case Outcome::refused:
      return "refused";
  }
  return "failed";
}

Tally import_files(Archive& archive, const Sources& sources, const ImportHands& hands,
                   const ImportOptions& options) {
  check_quarantine(options.quarantine, archive.path());
  return Batch(archive, sources, hands, options).run();
}

}  // namespace vanthu
