// SPDX-License-Identifier: GPL-3.0-or-later
// Readers take the next file, look whether its digest is known, read it and pass it to the writer
// through a bounded queue. What may be secret loses its reading on the reader's thread already: the
// writer gets the bytes alone, to put them in quarantine.
#include "archive/import.h"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <map>
#include <optional>
#include <thread>

#include "archive/bounded_queue.h"
#include "archive/clock.h"
#include "archive/digest.h"
#include "archive/files.h"
#include "archive/import_work.h"
#include "archive/quarantine.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using Clock = std::chrono::steady_clock;

// What became of the files of a zip archive.
struct Contents {
  std::size_t files = 0, failed = 0, refused = 0;
};

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
        tally_.stopped = asked_ = true;
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
      if (!read_one(sources_.files[n])) break;
    if (--running_ == 0) queue_.finish();
  }

  // False when nothing more is wanted.
  bool read_one(const std::string& path) {
    Work work;
    work.scan.name = path;
    bool container = false;
    guarded(work, [&] {
      load(work, hands_, options_);
      container = is_container(work, hands_);
      if (!container) read_work(work, archive_, hands_);
    });
    return container ? open(std::move(work)) : queue_.push(std::move(work));
  }

  // The files of the archive come before the archive itself. Asked to stop it is left where it is:
  // started again, what is kept is known.
  bool open(Work zip) {
    bool more = true;
    guarded(zip, [&] {
      ZipPart part;
      for (part.last = false; !part.last && more;) {
        part = hands_.unpack(zip.scan, part.next);
        for (ZipFile& file : part.files)
          if (more) more = !asked_ && queue_.push(from_container(zip.scan.name, file));
        for (const std::string& name : part.passed_over)
          zip.hint += (zip.hint.empty() ? "no scans: " : ", ") + repair_utf8(name);
      }
      zip.fate = Fate::opened;
    });
    return more && queue_.push(std::move(zip));
  }

  Work from_container(const std::string& container, ZipFile& file) {
    Work work;
    work.scan = {container + "/" + file.name, std::move(file.bytes)};
    work.container = container;
    guarded(work, [&] {
      if (file.code != Code::ok) throw Error(file.code, file.reason, file.hint);
      read_work(work, archive_, hands_);
    });
    return work;
  }

  void handle(Work& work) {
    FileOutcome outcome;
    outcome.path = work.scan.name;
    outcome.code = work.code;
    outcome.reason = work.reason;
    outcome.hint = work.hint;
    outcome.not_derived = work.not_derived;
    settle(work, outcome);
    if (!work.container.empty()) remember(work.container, outcome);
    count(outcome);
    if (outcome.code != Code::secret) journal(outcome);
    if (hands_.progress) hands_.progress(outcome, tally_);
    flush_when_full();
  }

  void settle(Work& work, FileOutcome& outcome) {
    if (work.fate == Fate::opened || had_secret(work)) return close(work, outcome);
    if (work.fate == Fate::failed) return;
    if (work.fate == Fate::secret) return refuse(work, outcome);
    if (listed_as_secret(work)) {
      outcome.code = Code::secret;
      outcome.reason = "the list says that the paper bears a secrecy mark: nothing of it was kept";
      return refuse(work, outcome);
    }
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
    const bool typed = add_typed(work);
    if (typed) outcome.dispatches = archive_.catalogue().dispatches_of(work.sha256);
    if ((kept.is_new || typed) && hands_.index) waiting_.push_back(work.sha256);
    take_away(work);
  }

  // A list may know of a mark that the engine did not see.
  bool listed_as_secret(Work& work) {
    if (hands_.typed) work.typed = hands_.typed(work.scan.name);
    if (!work.typed || work.fate != Fate::read) return false;
    weigh_typed(work.reading, *work.typed);
    return may_be_secret(work.reading);
  }

  // Of a document that was kept before too: the list may come after the scans.
  bool add_typed(Work& work) {
    if (!work.typed) return false;
    work.typed->by = options_.by;
    persist(hands_, [&] { archive_.add_typed(work.sha256, *work.typed); });
    return true;
  }

  // A try that failed late may have kept the document already: it is new all the same.
  Kept keep_at_last(const Work& work) {
    Kept kept;
    std::optional<bool> missing;
    const int tries = persist(hands_, [&] {
      if (!missing) missing = !archive_.has(work.sha256);
      kept = archive_.keep(work.scan, work.reading, options_.by, work.derived, work.container);
    });
    kept.is_new = kept.is_new || (tries > 1 && *missing);
    return kept;
  }

  // `--move`: only what is safe in the archive, and only if it is still what was read.
  void take_away(const Work& work) const {
    if (!options_.move || !work.container.empty() || !same(work.stamp, stamp_of(work.scan.name)))
      return;
    files::step("take away", work.scan.name);
    ::unlink(work.scan.name.c_str());
  }

  void remember(const std::string& container, const FileOutcome& outcome) {
    ++tally_.files;
    Contents& contents = contents_[container];
    ++contents.files;
    contents.failed += outcome.outcome == Outcome::failed ? 1 : 0;
    contents.refused += outcome.outcome == Outcome::refused ? 1 : 0;
  }

  // Though it failed further on.
  bool had_secret(const Work& zip) const {
    const auto contents = contents_.find(zip.scan.name);
    return contents != contents_.end() && contents->second.refused > 0;
  }

  // A zip archive is done with: it goes where the worst of its files would go.
  void close(const Work& work, FileOutcome& outcome) {
    const Contents contents = contents_[work.scan.name];
    contents_.erase(work.scan.name);
    outcome.outcome = Outcome::opened;
    if (contents.refused > 0) {
      outcome.code = Code::secret;
      outcome.reason = "a paper in it bears, or may bear, a secrecy mark";
      outcome.hint = "it lies in the quarantine folder; handle it by the rules for secret papers";
      set_apart(work, outcome);
    } else if (contents.failed > 0 || contents.files == 0) {
      outcome.code = Code::partial;
      outcome.reason = contents.files == 0
                           ? "there is no scan in it"
                           : std::to_string(contents.failed) + " of " +
                                 std::to_string(contents.files) + " files in it failed";
    } else {
      take_away(work);
    }
  }

  void set_apart(const Work& work, FileOutcome& outcome) const try {
    quarantine(work.scan.name, work.scan.bytes, options_.quarantine,
               options_.move || options_.move_refused);
  } catch (const Error& error) {
    outcome.hint = std::string("it could not be put in quarantine: ") + error.what();
  }

  // Of a zip archive the whole is set apart, once, when it is closed.
  void refuse(const Work& work, FileOutcome& outcome) {
    outcome.outcome = Outcome::refused;
    if (work.container.empty()) set_apart(work, outcome);
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
      case Outcome::opened:
        ++tally_.opened;
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

  // Under the lock, and from the archive: a clerk may have corrected a paper while it waited, or
  // two have purged it.
  void flush() {
    if (!waiting_.empty()) persist(hands_, [&] { index_waiting(); });
  }

  void index_waiting() {
    const Lock held = archive_.lock();
    std::erase_if(waiting_, [&](const std::string& sha256) { return !archive_.has(sha256); });
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
  std::atomic<bool> asked_{false};            // to stop
  std::map<std::string, Contents> contents_;  // of the zip archives that are open
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
    case Outcome::opened:
      return "opened";
  }
  return "failed";
}

Tally import_files(Archive& archive, const Sources& sources, const ImportHands& hands,
                   const ImportOptions& options) {
  check_quarantine(options.quarantine, archive.path());
  return Batch(archive, sources, hands, options).run();
}

}  // namespace vanthu
