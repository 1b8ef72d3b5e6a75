// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/import.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "cli/context.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/labels.h"
#include "cli/progress.h"
#include "cli/stop.h"
#include "cli/terminal.h"
#include "ocr/cage.h"
#include "ocr/worker.h"
#include "pipeline/error.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::vector<std::string> paths;
  int jobs = 0;
  bool move = false, verbose = false;
  std::string quarantine, by;
};

// Beside the archive, never in it: what is put there is not kept.
std::string quarantine_of(const Context& context, const Options& options) {
  if (!options.quarantine.empty()) return options.quarantine;
  if (!context.config.quarantine.empty()) return context.config.quarantine;
  std::filesystem::path path = std::filesystem::absolute(context.archive_path()).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  return path.string() + ".quarantine";
}

ImportOptions import_options(const Context& context, const Options& options) {
  ImportOptions out;
  out.jobs = options.jobs > 0 ? options.jobs : context.jobs();
  out.move = options.move;
  out.by = context.who(options.by);
  out.quarantine = quarantine_of(context, options);
  out.max_bytes = static_cast<std::uint64_t>(context.config.worker.intake.max_bytes);
  return out;
}

// "3795/UBND-VXNV, 169/KH-KHVN": what a file turned out to be.
std::string papers_of(const std::vector<DispatchRow>& rows) {
  std::string out;
  for (const DispatchRow& row : rows)
    out += (out.empty() ? "" : ", ") + (row.number.empty() ? row.id + " ?" : safe(row.number));
  return out;
}

std::string outcome_line(const FileOutcome& o) {
  std::string line = fmt::format("{}: {}", safe(o.path), outcome_label(o.outcome));
  if (!o.reason.empty()) return line + ": " + safe(o.reason);
  if (!o.dispatches.empty()) line += ": " + papers_of(o.dispatches);
  if (!o.twins.empty()) line += " " + say(M::import_twins, papers_of(o.twins));
  return line;
}

// What is told while the batch runs, and what is kept for its end.
class Reporter {
 public:
  Reporter(const Context& context, bool verbose)
      : json_(context.json), verbose_(verbose), bar_(!context.json) {}

  void page_done() { bar_.page_done(); }
  void begin(std::size_t files) {
    for (const std::string& wall : missing_walls())
      std::fputs((say(M::warn_walls, wall) + '\n').c_str(), stderr);
    bar_.files(0, files);
  }

  void file_done(const FileOutcome& outcome, const Tally& tally) {
    bar_.files(tally.done, tally.files, tally.failed + tally.refused);
    for (const DispatchRow& row : outcome.dispatches)
      if (outcome.outcome != Outcome::duplicate) doubtful_ += row.doubtful.size();
    if (json_) return print_json(json_of(outcome));
    if (verbose_) bar_.print(outcome_line(outcome));
    if (outcome.outcome == Outcome::failed || outcome.outcome == Outcome::refused)
      bad_.push_back(outcome);
    if (outcome.outcome == Outcome::same_dispatch) twins_.push_back(outcome);
  }

  void end(const Tally& tally, const Sources& sources) {
    bar_.clear();
    if (json_) return print_json({{"summary", summary_json(tally, sources)}});
    std::string out =
        say(M::import_done, tally.done, tally.files, tally.pages, duration_text(tally.seconds)) +
        '\n';
    const auto count = [&](M message, std::size_t n) {
      if (n > 0) out += "  " + say(message, n) + '\n';
    };
    count(M::import_imported, tally.imported + tally.same_dispatch);
    count(M::import_same, tally.same_dispatch);
    for (const FileOutcome& o : twins_) out += "    " + outcome_line(o) + '\n';
    count(M::import_duplicates, tally.duplicate);
    count(M::import_failed, tally.failed);
    list_bad(out, Outcome::failed);
    count(M::import_refused, tally.refused);
    list_bad(out, Outcome::refused);
    count(M::import_skipped, sources.skipped.size());
    for (const Skipped& s : sources.skipped)
      if (verbose_) out += fmt::format("    {}: {}\n", safe(s.path), s.why);
    if (tally.stopped) out += std::string(text(M::import_stopped)) + '\n';
    if (doubtful_ > 0) out += say(M::import_doubtful, doubtful_) + '\n';
    std::fputs(out.c_str(), stdout);
  }

 private:
  Json summary_json(const Tally& tally, const Sources& sources) const {
    Json out = json_of(tally);
    out["doubtful_fields"] = doubtful_;
    out["skipped"] = Json::array();
    for (const Skipped& s : sources.skipped) {
      Json one;
      put_path(one, s.path);
      one["why"] = s.why;
      out["skipped"].push_back(one);
    }
    return out;
  }

  void list_bad(std::string& out, Outcome which) const {
    for (const FileOutcome& o : bad_) {
      if (o.outcome != which) continue;
      out += fmt::format("    {}: {}\n", safe(o.path), safe(o.reason));
      if (!o.hint.empty()) out += fmt::format("      {}\n", safe(o.hint));
    }
  }

  bool json_, verbose_;
  ProgressBar bar_;
  std::size_t doubtful_ = 0;
  std::vector<FileOutcome> bad_, twins_;
};

Code code_of(const Tally& tally) {
  if (tally.failed > 0 || tally.stopped) return Code::partial;
  return tally.refused > 0 ? Code::secret : Code::ok;
}

Code run_import(Context& context, const Options& options) {
  const Sources sources = expand_sources(options.paths);
  if (sources.files.empty())
    throw Error(Code::no_input, text(M::err_nothing_to_import), text(M::hint_nothing_to_import));
  Archive& archive = context.archive();
  catch_up_index(archive);
  const ImportOptions how = import_options(context, options);
  WorkerPool pool(how.jobs, context.worker_options());
  Reporter reporter(context, options.verbose);
  IndexFeed feed(archive.index_path());
  const StopSignals stop;
  ImportHands hands;
  hands.read = [&](const Scan& scan) {
    return pool.read(scan, [&](int, int) { reporter.page_done(); });
  };
  hands.index = [&](const Reading& r, const std::vector<Access>& access) { feed.put(r, access); };
  hands.commit_index = [&] { feed.commit(); };
  hands.progress = [&](const FileOutcome& o, const Tally& t) { reporter.file_done(o, t); };
  hands.stop = [&] { return stop.asked(); };
  reporter.begin(sources.files.size());
  const Tally tally = import_files(archive, sources, hands, how);
  reporter.end(tally, sources);
  return code_of(tally);
}

}  // namespace

Run declare_import(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("PATH", o->paths, text(M::opt_import_paths))->required()->expected(1, -1);
  app.add_option("-j,--jobs", o->jobs, text(M::opt_jobs))
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  app.add_flag("--move", o->move, text(M::opt_move));
  app.add_flag("-v,--verbose", o->verbose, text(M::opt_verbose));
  app.add_option("--quarantine", o->quarantine, text(M::opt_quarantine))->type_name("DIR");
  app.add_option("--by", o->by, text(M::opt_by))->type_name("NAME");
  return [o](Context& context) { return run_import(context, *o); };
}

}  // namespace vanthu::cli
