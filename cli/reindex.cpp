// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/context.h"
#include "cli/indexing.h"
#include "cli/json.h"
#include "cli/progress.h"

namespace vanthu::cli {
namespace {

Code run_reindex(Context& context, bool catalogue_too) {
  Archive& archive = context.archive();
  if (catalogue_too) archive.rebuild(context.who());
  const auto all = static_cast<std::size_t>(archive.counts().documents);
  std::size_t documents = 0;
  {
    ProgressBar bar(!context.json);
    documents = rebuild_index(archive, [&](std::size_t done) { bar.files(done, all); });
  }
  if (context.json)
    print_json({{"documents", documents}});
  else
    std::fputs((say(M::reindex_done, documents) + '\n').c_str(), stdout);
  return Code::ok;
}

}  // namespace

Run declare_reindex(CLI::App& app) {
  const auto catalogue_too = std::make_shared<bool>(false);
  app.add_flag("--catalogue", *catalogue_too, text(M::opt_catalogue));
  return [catalogue_too](Context& context) { return run_reindex(context, *catalogue_too); };
}

}  // namespace vanthu::cli
