// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "archive/access.h"
#include "archive/sources.h"
#include "cli/context.h"
#include "cli/describe.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "ocr/worker.h"
#include "pipeline/error.h"
#include "pipeline/reading_json.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::string file;
  bool pages_text = false;
};

Reading read_scan(Context& context, const std::string& path) {
  const WorkerOptions options = context.worker_options();
  const Scan scan{std::filesystem::path(path).filename().string(),
                  read_file(path, static_cast<std::uint64_t>(options.intake.max_bytes))};
  ProgressBar bar(!context.json);
  return Worker(options).read(scan, [&](int page, int pages) {
    bar.pages(static_cast<std::size_t>(page), static_cast<std::size_t>(pages));
  });
}

std::string text_of_pages(const Reading& reading) {
  std::string out;
  for (const PageReading& page : reading.pages) out += page.text + "\f";
  return out;
}

std::string people_text(const Reading& reading) {
  std::string out =
      say(M::read_head, safe(reading.file), reading.pages.size(), reading.dispatches.size()) + '\n';
  for (const Dispatch& dispatch : reading.dispatches)
    out += '\n' + describe(dispatch, Detail::brief);
  return out;
}

Code run_read(Context& context, const Options& options) {
  const Reading reading = read_scan(context, options.file);
  if (may_be_secret(reading))
    throw Error(Code::secret, say(M::err_secret, safe(options.file)), text(M::hint_secret));
  std::string out = context.json         ? to_json(reading) + '\n'
                    : options.pages_text ? text_of_pages(reading)
                                         : people_text(reading);
  if (!context.json && options.pages_text && is_terminal(1)) out = safe_lines(out);
  std::fwrite(out.data(), 1, out.size(), stdout);
  return Code::ok;
}

}  // namespace

Run declare_read(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("FILE", o->file, text(M::opt_read_file))->required();
  app.add_flag("--text", o->pages_text, text(M::opt_read_text));
  return [o](Context& context) { return run_read(context, *o); };
}

}  // namespace vanthu::cli
