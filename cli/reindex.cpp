// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/context.h"
#include "cli/describe.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/progress.h"

namespace vanthu::cli {
namespace {

void print(const Context& context, const Rebuilt& rebuilt) {
  if (context.json) {
    print_json({{"documents", rebuilt.documents}, {"faults", json_of(rebuilt.faults)}});
    return;
  }
  std::string out = say(M::reindex_done, rebuilt.documents) + '\n';
  if (!rebuilt.faults.empty())
    out += fault_lines(rebuilt.faults) + say(M::verify_bad, rebuilt.faults.size()) + '\n';
  std::fputs(out.c_str(), stdout);
}

Code run_reindex(Context& context, bool catalogue_too) {
  Archive& archive = context.archive();
  std::vector<Fault> lost;
  if (catalogue_too) lost = archive.rebuild(context.who()).faults;
  const auto all = static_cast<std::size_t>(archive.counts().documents);
  Rebuilt rebuilt;
  {
    ProgressBar bar(!context.json);
    rebuilt = rebuild_index(archive, [&](std::size_t done) { bar.files(done, all); });
  }
  rebuilt.faults.insert(rebuilt.faults.begin(), lost.begin(), lost.end());
  print(context, rebuilt);
  return rebuilt.faults.empty() ? Code::ok : Code::corrupt;
}

}  // namespace

Run declare_reindex(CLI::App& app) {
  const auto catalogue_too = std::make_shared<bool>(false);
  app.add_flag("--catalogue", *catalogue_too, text(M::opt_catalogue));
  return [catalogue_too](Context& context) { return run_reindex(context, *catalogue_too); };
}

}  // namespace vanthu::cli
