// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/batches.h"

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/context.h"
#include "cli/deriving.h"
#include "cli/labels.h"
#include "cli/terminal.h"
#include "cli/unpacking.h"
#include "ocr/cage.h"

namespace vanthu::cli {
namespace {

// Beside the archive, never in it: what is put there is not kept.
std::string quarantine_of(const Context& context, const ImportChoice& options) {
  if (!options.quarantine.empty()) return options.quarantine;
  if (!context.config.quarantine.empty()) return context.config.quarantine;
  std::filesystem::path path = std::filesystem::absolute(context.archive_path()).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  return path.string() + ".quarantine";
}

ImportOptions import_options(const Context& context, const ImportChoice& options) {
  ImportOptions out;
  out.jobs = options.jobs > 0 ? options.jobs : context.jobs();
  out.move = options.move;
  out.move_refused = options.move_refused;
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

// The reading processes are started after this and inherit it.
void be_nice() {
  constexpr int kLeast = 19;
  ::setpriority(PRIO_PROCESS, 0, kLeast);
}

Archive& ready_archive(Context& context, const ImportChoice& choice) {
  if (choice.nice) be_nice();
  context.lock_wait = std::chrono::milliseconds(static_cast<long>(choice.wait * 1000));
  context.take_purged = choice.even_purged;
  Archive& archive = context.archive();
  catch_up_index(archive);
  return archive;
}

}  // namespace

void declare_choice(CLI::App& app, ImportChoice& choice) {
  app.add_option("-j,--jobs", choice.jobs, text(M::opt_jobs))
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  app.add_flag("--nice", choice.nice, text(M::opt_nice));
  app.add_option("--quarantine", choice.quarantine, text(M::opt_quarantine))->type_name("DIR");
  app.add_option("--by", choice.by, text(M::opt_by))->type_name("NAME");
  app.add_option("--wait", choice.wait, text(M::opt_wait))
      ->type_name("SECONDS")
      ->check(CLI::Range(0, 86'400));
}

Batches::Batches(Context& context, const ImportChoice& choice)
    : archive_(ready_archive(context, choice)),
      options_(import_options(context, choice)),
      pool_(options_.jobs, context.worker_options()),
      feed_(archive_.index_path()) {}

Tally Batches::run(const Sources& sources, ImportHands hands,
                   const std::function<void()>& page_done) {
  hands.read = [&](const Scan& scan) { return pool_.read(scan, [&](int, int) { page_done(); }); };
  hands.unpack = [&](const Scan& zip, const ZipPlace& from) { return unpack_in(pool_, zip, from); };
  hands.marked = [&](const Scan& attachment) { return marked_in(pool_, attachment); };
  hands.derive = [&](const Scan& s, const Reading& r) { return derive_in(pool_, s, r); };
  hands.index = [&](const Reading& r, const std::vector<Access>& access) { feed_.put(r, access); };
  hands.commit_index = [&] { feed_.commit(); };
  return import_files(archive_, sources, hands, options_);
}

std::string outcome_line(const FileOutcome& o) {
  std::string line = fmt::format("{}: {}", safe(o.path), outcome_label(o.outcome));
  if (!o.reason.empty()) return line + ": " + safe(o.reason);
  if (!o.dispatches.empty()) line += ": " + papers_of(o.dispatches);
  if (!o.not_derived.empty()) line += " " + say(M::import_not_derived, safe(o.not_derived));
  if (!o.twins.empty()) line += " " + say(M::import_twins, papers_of(o.twins));
  return line;
}

void warn_of_missing_walls() {
  for (const std::string& wall : missing_walls())
    std::fputs((say(M::warn_walls, wall) + '\n').c_str(), stderr);
}

}  // namespace vanthu::cli
