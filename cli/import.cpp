// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/import.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "archive/files.h"
#include "cli/batches.h"
#include "cli/context.h"
#include "cli/csv_report.h"
#include "cli/json.h"
#include "cli/labels.h"
#include "cli/manifest.h"
#include "cli/patience.h"
#include "cli/progress.h"
#include "cli/stop.h"
#include "cli/terminal.h"
#include "pipeline/error.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::vector<std::string> paths;
  ImportChoice choice;
  bool verbose = false;
  std::string report, manifest;
  double patience = 10;  // seconds
};

// What is told while the batch runs, and what is kept for its end.
class Reporter {
 public:
  Reporter(const Context& context, bool verbose)
      : json_(context.json), verbose_(verbose), bar_(!context.json) {}

  void page_done() { bar_.page_done(); }
  void begin(std::size_t files) {
    warn_of_missing_walls();
    bar_.files(0, files);
  }

  void trying_again(const Error& trouble, int tries) {  // any thread
    if (tries == 1) bar_.warn(say(M::import_again, safe(trouble.what())));
  }

  void file_done(const FileOutcome& outcome, const Tally& tally) {
    bar_.files(tally.done, tally.files, tally.failed + tally.refused);
    for (const DispatchRow& row : outcome.dispatches)
      if (outcome.outcome != Outcome::duplicate) doubtful_ += row.doubtful.size();
    if (json_) return print_json(json_of(outcome));
    if (verbose_) bar_.print(outcome_line(outcome));
    if (outcome.outcome == Outcome::failed || outcome.outcome == Outcome::refused)
      bad_.push_back(outcome);
    if (!outcome.not_derived.empty()) bare_.push_back(outcome);
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
    count(M::import_bare, bare_.size());
    for (const FileOutcome& o : bare_)
      out += fmt::format("    {}: {}\n", safe(o.path), safe(o.not_derived));
    count(M::import_duplicates, tally.duplicate);
    count(M::import_opened, tally.opened);
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
  std::vector<FileOutcome> bad_, twins_, bare_;
};

Code code_of(const Tally& tally) {
  if (tally.failed > 0 || tally.stopped) return Code::partial;
  return tally.refused > 0 ? Code::secret : Code::ok;
}

constexpr std::uint64_t kLongestList = 256ull << 20;  // bytes

void tell_of(const Manifest& manifest) {
  const std::vector<std::string> missing = manifest.not_found();
  std::string out = say(M::import_listed, manifest.found(), missing.size()) + '\n';
  for (const std::string& file : missing) out += "    " + safe(file) + '\n';
  std::fputs(out.c_str(), stdout);
}

Code run_import(Context& context, const Options& options) {
  const Sources sources = expand_sources(options.paths);
  if (sources.files.empty())
    throw Error(Code::no_input, text(M::err_nothing_to_import), text(M::hint_nothing_to_import));
  std::optional<CsvReport> report;
  if (!options.report.empty()) report.emplace(options.report);
  Batches batches(context, options.choice);
  Reporter reporter(context, options.verbose);
  const StopSignals stop;
  ImportHands hands;
  hands.progress = [&](const FileOutcome& o, const Tally& t) {
    if (report) report->put(o);
    reporter.file_done(o, t);
  };
  hands.stop = [&] { return stop.asked(); };
  std::optional<Manifest> manifest;
  if (!options.manifest.empty()) {
    manifest.emplace(files::name_of(options.manifest), read_file(options.manifest, kLongestList));
    hands.typed = [&](const std::string& path) { return manifest->row_of(path); };
  }
  const Patience patience(options.patience, hands.stop);
  hands.again = [&](const Error& trouble, int tries) {
    reporter.trying_again(trouble, tries);
    return patience.again(tries);
  };
  reporter.begin(sources.files.size());
  const Tally tally = batches.run(sources, hands, [&] { reporter.page_done(); });
  reporter.end(tally, sources);
  if (manifest && !context.json) tell_of(*manifest);
  return code_of(tally);
}

}  // namespace

Run declare_import(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("PATH", o->paths, text(M::opt_import_paths))->required()->expected(1, -1);
  declare_choice(app, o->choice);
  app.add_flag("--move", o->choice.move, text(M::opt_move));
  app.add_flag("--even-purged", o->choice.even_purged, text(M::opt_even_purged));
  app.add_flag("-v,--verbose", o->verbose, text(M::opt_verbose));
  app.add_option("--manifest", o->manifest, text(M::opt_manifest))->type_name("LIST.csv");
  app.add_option("--report", o->report, text(M::opt_report))->type_name("FILE.csv");
  app.add_option("--patience", o->patience, text(M::opt_patience))
      ->type_name("SECONDS")
      ->check(CLI::Range(0, 86'400));
  return [o](Context& context) { return run_import(context, *o); };
}

}  // namespace vanthu::cli
