// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "archive/files.h"
#include "archive/put_away.h"
#include "archive/ripe.h"
#include "cli/batches.h"
#include "cli/context.h"
#include "cli/folder_wake.h"
#include "cli/json.h"
#include "cli/stop.h"
#include "cli/terminal.h"
#include "pipeline/error.h"

namespace vanthu::cli {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// A file that is no scan may be one whose writer has paused: so long after its last change it is
// looked at again before it is called a failure.
constexpr std::chrono::seconds kBenefitOfDoubt{60};

struct Options {
  std::string folder;
  ImportChoice choice;
  double still = 3, every = 10;  // seconds
  bool once = false;
};

milliseconds of_seconds(double seconds) { return milliseconds(static_cast<long>(seconds * 1000)); }

bool changed_lately(const std::string& path) {
  std::error_code failed;
  const auto at = std::filesystem::last_write_time(path, failed);
  return !failed && std::filesystem::file_time_type::clock::now() - at < kBenefitOfDoubt;
}

class Watch {
 public:
  Watch(Context& context, const Options& options)
      : context_(context),
        options_(options),
        batches_(context, options.choice),
        ripening_(of_seconds(options.still)),
        wake_(options.folder) {}

  Code run() {
    while (!stop_.asked()) {
      const std::vector<std::string> ripe = look();
      if (!ripe.empty()) take(ripe);
      if (options_.once && gone_) return Code::no_input;
      if (options_.once && !ripening_.waiting()) return failed_ > 0 ? Code::partial : Code::ok;
      if (!stop_.asked()) wake_.wait(of_seconds(pause()));
    }
    return Code::ok;
  }

 private:
  // A file that ripens is looked at soon; else the kernel wakes us, or the clock does.
  double pause() const {
    return ripening_.waiting() && !troubled_ ? std::max(options_.still / 2, 0.05) : options_.every;
  }

  void tell(const std::string& line) const {
    if (!context_.json) fmt::print("{}\n", line), std::fflush(stdout);
  }

  std::vector<std::string> look() {
    try {
      auto ripe = ripening_.ripe(look_into(options_.folder), Clock::now());
      if (std::exchange(gone_, false)) tell(say(M::watch_back, safe(options_.folder)));
      return ripe;
    } catch (const Error& error) {
      if (!std::exchange(gone_, true)) tell(say(M::watch_gone, safe(error.what())));
      return {};
    }
  }

  // What ends a batch (no room, another writer too long at work) ends it until the next round.
  void take(const std::vector<std::string>& paths) {
    ImportHands hands;
    hands.progress = [&](const FileOutcome& outcome, const Tally&) { taken(outcome); };
    hands.stop = [&] { return stop_.asked(); };
    try {
      batches_.run({paths, {}}, hands, [] {});
      troubled_ = false;
    } catch (const Error& error) {
      if (options_.once || (error.code != Code::io && error.code != Code::busy)) throw;
      if (!std::exchange(troubled_, true)) tell(say(M::watch_trouble, safe(error.what())));
    }
  }

  void taken(const FileOutcome& outcome) {
    if (outcome.outcome == Outcome::failed && may_pass(outcome)) {
      ripening_.forget(outcome.path);
      return;
    }
    failed_ += outcome.outcome == Outcome::failed ? 1 : 0;
    put_away(options_.folder, outcome);
    if (context_.json)
      print_json(json_of(outcome)), std::fflush(stdout);
    else
      tell(outcome_line(outcome));
  }

  // Troubles of the moment: the file could not be opened, or it may still be growing.
  bool may_pass(const FileOutcome& outcome) const {
    if (options_.once) return false;
    if (outcome.code == Code::io || outcome.code == Code::no_input) return true;
    return outcome.code == Code::bad_input && changed_lately(outcome.path);
  }

  Context& context_;
  const Options& options_;
  Batches batches_;
  Ripening ripening_;
  FolderWake wake_;
  const StopSignals stop_;
  bool gone_ = false, troubled_ = false;
  std::size_t failed_ = 0;
};

Code run_watch(Context& context, Options& options) {
  if (!files::is_folder(options.folder))
    throw Error(Code::no_input, safe(options.folder) + ": " + text(M::err_no_folder));
  options.choice.move_refused = true;  // the folder is its own: the others go to done/ and failed/
  warn_of_missing_walls();
  return Watch(context, options).run();
}

}  // namespace

Run declare_watch(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("FOLDER", o->folder, text(M::opt_watch_folder))->required();
  declare_choice(app, o->choice);
  app.add_option("--still", o->still, text(M::opt_still))
      ->type_name("SECONDS")
      ->check(CLI::Range(0, 3600));
  app.add_option("--every", o->every, text(M::opt_every))
      ->type_name("SECONDS")
      ->check(CLI::Range(1, 3600));
  app.add_flag("--once", o->once, text(M::opt_once));
  return [o](Context& context) { return run_watch(context, *o); };
}

}  // namespace vanthu::cli
