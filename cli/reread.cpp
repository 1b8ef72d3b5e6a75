// SPDX-License-Identifier: GPL-3.0-or-later
// Each file of the archive through this program's reading once more. The first file read says what
// readings of this version call themselves; what bears that name already is passed over.
#include <atomic>
#include <CLI/CLI.hpp>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "archive/sources.h"
#include "cli/context.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/progress.h"
#include "cli/stop.h"
#include "cli/terminal.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::vector<std::string> ids;
  bool all = false;
  int jobs = 0;
};

struct Failure {
  std::string id;
  Code code = Code::ok;
  std::string what, hint;
};

// One dispatch of each file.
std::vector<std::string> files_of(const Archive& archive, const Options& options) {
  std::set<std::string> seen;
  std::vector<std::string> out;
  const auto add = [&](const DispatchRow& row) {
    if (seen.insert(row.sha256).second) out.push_back(row.id);
  };
  for (const std::string& id : options.ids) add(archive.row(archive.resolve(id)));
  if (options.all)
    for (const DispatchRow& row : archive.list()) add(row);
  return out;
}

class Reread {
 public:
  Reread(Context& context, const Options& options)
      : archive_(context.archive()),
        who_(context.who()),
        again_(!options.ids.empty()),
        jobs_(options.jobs > 0 ? options.jobs : context.jobs()),
        max_bytes_(static_cast<std::uint64_t>(context.config.worker.intake.max_bytes)),
        pool_(jobs_, context.worker_options()),
        files_(files_of(archive_, options)),
        bar_(!context.json) {}

  void run() {
    {
      std::vector<std::jthread> threads;
      for (int n = 0; n < jobs_; ++n) threads.emplace_back([this] { read_all(); });
    }
    bar_.clear();
  }

  Json json() const {
    Json failed = Json::array();
    for (const Failure& f : failures)
      failed.push_back({{"id", f.id}, {"error", error_json(f.code, f.what, f.hint)}});
    return {{"read", changed + same}, {"changed", changed}, {"same", same},
            {"passed_over", passed},  {"failed", failed},   {"stopped", stop_.asked()}};
  }

  std::string summary() const {
    std::string out = say(M::reread_done, changed + same, changed, same, passed) + '\n';
    if (!failures.empty()) out += say(M::reread_failed, failures.size()) + '\n';
    for (const Failure& f : failures) {
      out += fmt::format("  {}: {}\n", f.id, safe(f.what));
      if (!f.hint.empty()) out += fmt::format("    {}\n", safe(f.hint));
    }
    if (stop_.asked()) out += std::string(text(M::import_stopped)) + '\n';
    return out;
  }

  Code code() const {
    const bool secret =
        std::ranges::any_of(failures, [](auto& f) { return f.code == Code::secret; });
    if (secret) return Code::secret;
    return failures.empty() && !stop_.asked() ? Code::ok : Code::partial;
  }

 private:
  void read_all() {
    for (std::size_t n = next_++; n < files_.size() && !stop_.asked(); n = next_++) {
      try {
        read_one(files_[n]);
      } catch (const Error& error) {
        const bool secret = error.code == Code::secret;
        const std::scoped_lock lock(mutex_);
        failures.push_back({files_[n], error.code, error.what(),
                            secret ? text(M::hint_reread_secret) : error.hint});
      }
      const std::scoped_lock lock(mutex_);
      bar_.files(++done_, files_.size(), failures.size());
    }
  }

  bool read_already(const MadeBy& made_by) {
    const std::scoped_lock lock(mutex_);
    const bool ours = !again_ && made_by_ && *made_by_ == made_by;
    passed += ours ? 1 : 0;
    return ours;
  }

  void read_one(const std::string& id) {
    const Reading old = archive_.reading(id);
    if (old.pages.empty() || read_already(old.made_by)) return;
    const Original original = archive_.original(id);
    Scan scan{original.name, read_file(original.path, max_bytes_)};
    Reading fresh = pool_.read(scan, [this](int, int) { bar_.page_done(); });
    fresh.file = old.file;
    fresh.file_bytes = old.file_bytes;
    const bool is_new = !(archive_.update(fresh, "reread " + fresh.made_by.vanthu, who_) == old);
    const std::scoped_lock lock(mutex_);
    made_by_ = fresh.made_by;
    (is_new ? changed : same) += 1;
  }

  Archive& archive_;
  const std::string who_;
  const bool again_;
  const int jobs_;
  const std::uint64_t max_bytes_;
  WorkerPool pool_;
  const std::vector<std::string> files_;
  ProgressBar bar_;
  const StopSignals stop_;
  std::mutex mutex_;
  std::optional<MadeBy> made_by_;  // of a reading made now
  std::atomic<std::size_t> next_{0};
  std::size_t done_ = 0;

 public:
  std::size_t changed = 0, same = 0, passed = 0;  // once run() has returned
  std::vector<Failure> failures;
};

Code run_reread(Context& context, const Options& options) {
  if (options.ids.empty() == !options.all)
    throw Error(Code::usage, text(M::err_reread_which), text(M::hint_reread_which));
  Reread reread(context, options);
  reread.run();
  catch_up_index(context.archive());
  if (context.json)
    print_json(reread.json());
  else
    std::fputs(reread.summary().c_str(), stdout);
  return reread.code();
}

}  // namespace

Run declare_reread(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("ID", o->ids, text(M::opt_reread_ids));
  app.add_flag("--all", o->all, text(M::opt_reread_all));
  app.add_option("-j,--jobs", o->jobs, text(M::opt_jobs))
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  return [o](Context& context) { return run_reread(context, *o); };
}

}  // namespace vanthu::cli
