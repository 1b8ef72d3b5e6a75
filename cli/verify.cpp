// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/context.h"
#include "cli/describe.h"
#include "cli/json.h"
#include "cli/progress.h"
#include "cli/terminal.h"

namespace vanthu::cli {
namespace {

std::vector<Fault> check(Context& context, const std::string& id) {
  const Archive& archive = context.archive();
  if (!id.empty()) return archive.verify_one(archive.resolve(id));
  ProgressBar bar(!context.json);
  return archive.verify([&](std::size_t done, std::size_t all) { bar.files(done, all); });
}

Code run_verify(Context& context, const std::string& id) {
  const std::vector<Fault> faults = check(context, id);
  const Counts counts = context.archive().counts();
  if (context.json) {
    print_json({{"documents", id.empty() ? counts.documents : 1}, {"faults", json_of(faults)}});
  } else {
    std::string out = fault_lines(faults);
    out += faults.empty() ? say(M::verify_good, id.empty() ? counts.documents : 1)
                          : say(M::verify_bad, faults.size());
    std::fputs((out + '\n').c_str(), stdout);
  }
  return faults.empty() ? Code::ok : Code::corrupt;
}

}  // namespace

Run declare_verify(CLI::App& app) {
  const auto id = std::make_shared<std::string>();
  app.add_option("ID", *id, text(M::opt_verify_id));
  return [id](Context& context) { return run_verify(context, *id); };
}

}  // namespace vanthu::cli
