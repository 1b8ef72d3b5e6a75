// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <limits>
#include <memory>

#include "archive/sources.h"
#include "cli/context.h"
#include "cli/deriving.h"
#include "cli/files.h"
#include "cli/json.h"
#include "cli/terminal.h"
#include "pipeline/error.h"
#include "pipeline/reading_json.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::string id, output;
  bool original = false, reading = false, pdf = false, alto = false, force = false;
  int version = 0, thumbnail = 0;  // of which page; 0: none is asked for
};

// As it was kept; made anew where it tells of an older reading, or where there is none.
std::string derived(const Context& context, const Archive& archive, const std::string& id,
                    const std::string& name) {
  if (auto kept = archive.derived(id, name)) return *kept;
  const Original original = archive.original(id);
  const Scan scan{original.name,
                  read_file(original.path, std::numeric_limits<std::uint64_t>::max())};
  Worker worker(context.worker_options());
  for (DerivedFile& file : derive_in(worker, scan, archive.reading(id)))
    if (file.name == name) return std::move(file.bytes);
  throw Error(Code::not_found, text(M::err_no_page));
}

std::string wanted(const Context& context, const Archive& archive, const std::string& id,
                   const Options& options) {
  if (options.pdf) return derived(context, archive, id, kPdfFile);
  if (options.alto) return derived(context, archive, id, kAltoFile);
  if (options.thumbnail > 0)
    return derived(context, archive, id, thumbnail_file(options.thumbnail));
  if (options.reading) return to_json(archive.reading(id, options.version), 2) + '\n';
  return read_file(archive.original(id).path, std::numeric_limits<std::uint64_t>::max());
}

Code run_get(Context& context, const Options& options) {
  if (options.original + options.reading + options.pdf + options.alto + (options.thumbnail > 0) !=
      1)
    throw Error(Code::usage, text(M::err_get_what), text(M::hint_get_what));
  const Archive& archive = context.archive();
  const std::string id = archive.resolve(options.id);
  const bool to_output = options.output.empty() || options.output == "-";
  if (to_output && !options.reading && !options.alto && is_terminal(1))
    throw Error(Code::usage, text(M::err_get_terminal),
                say(M::hint_get_terminal, id, options.pdf ? "--pdf" : "--original",
                    options.pdf ? "pdf" : archive.original(id).ext));
  const std::string bytes = wanted(context, archive, id, options);
  if (to_output) {
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    return Code::ok;
  }
  write_file(options.output, bytes, options.force);
  if (context.json) {
    Json out = {{"id", id}, {"bytes", bytes.size()}};
    put_path(out, options.output);
    print_json(out);
  } else {
    std::fputs((say(M::get_done, safe(options.output), bytes.size()) + '\n').c_str(), stdout);
  }
  return Code::ok;
}

}  // namespace

Run declare_get(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("ID", o->id, text(M::opt_id))->required();
  app.add_flag("--original", o->original, text(M::opt_original));
  app.add_flag("--reading", o->reading, text(M::opt_reading));
  app.add_flag("--pdf", o->pdf, text(M::opt_get_pdf));
  app.add_flag("--alto", o->alto, text(M::opt_get_alto));
  app.add_option("--thumbnail", o->thumbnail, text(M::opt_get_thumbnail))
      ->type_name("PAGE")
      ->check(CLI::PositiveNumber);
  app.add_option("--version", o->version, text(M::opt_get_version))
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
  app.add_option("-o,--output", o->output, text(M::opt_output))->type_name("FILE");
  app.add_flag("--force", o->force, text(M::opt_force));
  return [o](Context& context) { return run_get(context, *o); };
}

}  // namespace vanthu::cli
