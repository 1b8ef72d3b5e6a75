// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/worker.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/context.h"
#include "cli/deriving.h"
#include "cli/terminal.h"
#include "cli/unpacking.h"

namespace vanthu::cli {

Run declare_worker(CLI::App& app) {
  const auto memory = std::make_shared<long long>(0);
  app.add_option("--memory", *memory, text(M::opt_memory))->type_name("BYTES");
  return [memory](Context&) -> Code {
    if (is_terminal(0))
      throw Error(Code::usage, text(M::err_worker_terminal), text(M::hint_worker_terminal));
    std::vector<WorkerTask> tasks = worker_tasks();
    for (WorkerTask& task : unpacking_tasks()) tasks.push_back(std::move(task));
    return static_cast<Code>(serve_worker(*memory, tasks));
  };
}

}  // namespace vanthu::cli
