// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <CLI/CLI.hpp>
#include <memory>

#include "archive/clock.h"
#include "archive/files.h"
#include "archive/ocfl_check.h"
#include "cli/context.h"
#include "cli/deriving.h"
#include "cli/describe.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/progress.h"
#include "cli/stop.h"
#include "cli/terminal.h"
#include "cli/verify_state.h"
#include "pipeline/error.h"

namespace vanthu::cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds kSaveEvery{5};  // a kill costs so much of the check

struct Options {
  std::string id, object, by;
  bool resume = false, repair = false;
  int jobs = 0;
};

struct Outcome {
  std::vector<Fault> faults;
  std::vector<std::string> mended;
  std::int64_t documents = 1;
  bool stopped = false;
};

bool any_error(const std::vector<Fault>& faults) {
  return std::any_of(faults.begin(), faults.end(), is_error);
}

Code finish(const Context& context, const Outcome& o, bool one_object) {
  if (context.json) {
    Json out = {{"documents", o.documents}, {"faults", json_of(o.faults)}};
    if (!o.mended.empty()) out["mended"] = o.mended;
    if (o.stopped) out["stopped"] = true;
    print_json(out);
  } else {
    std::string out;
    for (const std::string& what : o.mended) out += say(M::verify_mended, safe(what)) + '\n';
    out += fault_lines(o.faults);
    if (o.stopped)
      out += std::string(text(M::verify_stopped)) + '\n';
    else if (any_error(o.faults))
      out += say(o.mended.empty() ? M::verify_bad : M::verify_left, o.faults.size()) + '\n';
    else
      out += (one_object ? std::string(text(M::verify_object_good))
                         : say(M::verify_good, o.documents)) +
             '\n';
    std::fputs(out.c_str(), stdout);
  }
  if (any_error(o.faults)) return Code::corrupt;
  return o.stopped ? Code::partial : Code::ok;
}

// The whole archive, remembering how far it came.
Outcome check_all(const Context& context, const Archive& archive, const Options& options) {
  const std::string path = verify_state_path(archive.path());
  VerifyState state = options.resume ? load_verify_state(path) : VerifyState{};
  const std::vector<Fault> earlier = state.faults;
  ProgressBar bar(!context.json);
  const StopSignals stop;
  auto saved = Clock::now();
  const auto save = [&] {
    try {
      save_verify_state(path, state);
    } catch (const Error&) {
      // Without a place to remember, the check is done all the same.
    }
  };
  VerifyOptions how;
  how.jobs = options.jobs > 0 ? options.jobs : context.jobs();
  how.after = state.upto;
  how.stop = [&] { return stop.asked(); };
  how.progress = [&](const VerifyProgress& p) {
    bar.files(p.done, p.all);
    state.upto = p.upto;
    if (Clock::now() - saved < kSaveEvery && !stop.asked()) return;
    state.faults = earlier;
    state.faults.insert(state.faults.end(), p.faults.begin(), p.faults.end());
    save();
    saved = Clock::now();
  };
  Outcome out;
  out.faults = archive.verify(how);
  for (auto fault = earlier.rbegin(); fault != earlier.rend(); ++fault)
    if (std::find(out.faults.begin(), out.faults.end(), *fault) == out.faults.end())
      out.faults.insert(out.faults.begin(), *fault);
  out.documents = archive.counts().documents;
  out.stopped = stop.asked();
  if (!out.stopped) drop_verify_state(path);
  return out;
}

// For mending: a catalogue that is no database any more is put aside and made anew.
Archive open_for_repair(const Context& context, const Options& options, Outcome& out) {
  const std::string path = context.archive_path();
  OpenOptions how;
  how.mode = Mode::write;
  try {
    return Archive::open(path, how);
  } catch (const Error& error) {
    const std::string catalogue = files::join(path, "catalogue.sqlite");
    if (error.code != Code::corrupt || !files::exists(catalogue)) throw;
    const std::string aside = catalogue + ".damaged-" + now_utc();
    for (const char* tail : {"", "-wal", "-shm"})
      if (files::exists(catalogue + tail)) files::move(catalogue + tail, aside + tail);
    Archive archive = Archive::open(path, how);
    archive.catalogue().audit({0, "", context.who(options.by), "repair", "", "", "catalogue"});
    out.mended.push_back(say(M::verify_catalogue_aside, files::name_of(aside)));
    return archive;
  }
}

Code run_repair(Context& context, const Options& options) {
  Outcome out;
  Archive archive = open_for_repair(context, options, out);
  const Outcome before = check_all(context, archive, options);
  if (before.stopped) return finish(context, before, false);
  Worker worker(context.worker_options());
  Repaired repaired =
      archive.repair(before.faults, context.who(options.by),
                     [&](const Scan& s, const Reading& r) { return derive_in(worker, s, r); });
  std::ranges::move(repaired.mended, std::back_inserter(out.mended));
  if (!index_faults(archive).empty()) {
    const Rebuilt rebuilt = rebuild_index(archive);
    if (rebuilt.faults.empty()) out.mended.push_back(text(M::verify_index_mended));
  }
  out.faults = std::move(repaired.left);
  out.documents = archive.counts().documents;
  return finish(context, out, false);
}

Code run_verify(Context& context, const Options& options) {
  if (!options.object.empty()) {
    if (!files::is_folder(options.object))
      throw Error(Code::no_input, safe(options.object) + ": " + text(M::err_no_folder));
    Outcome out;
    out.faults = check_ocfl_object(options.object);
    return finish(context, out, true);
  }
  if (options.repair) return run_repair(context, options);
  Archive& archive = context.archive();
  Outcome out;
  if (!options.id.empty()) {
    out.faults = archive.verify_one(archive.resolve(options.id));
  } else {
    out = check_all(context, archive, options);
    if (out.faults.empty() && !out.stopped) out.faults = index_faults(archive);
  }
  return finish(context, out, false);
}

}  // namespace

Run declare_verify(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("ID", o->id, text(M::opt_verify_id));
  app.add_option("--object", o->object, text(M::opt_verify_object))->type_name("DIR");
  app.add_flag("--resume", o->resume, text(M::opt_verify_resume));
  app.add_flag("--repair", o->repair, text(M::opt_verify_repair));
  app.add_option("-j,--jobs", o->jobs, text(M::opt_verify_jobs))
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  app.add_option("--by", o->by, text(M::opt_by))->type_name("NAME");
  return [o](Context& context) { return run_verify(context, *o); };
}

}  // namespace vanthu::cli
