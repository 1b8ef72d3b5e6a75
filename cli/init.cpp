// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/context.h"
#include "cli/json.h"
#include "cli/terminal.h"

namespace vanthu::cli {

Run declare_init(CLI::App& app) {
  const auto folder = std::make_shared<std::string>();
  app.add_option("DIR", *folder, text(M::opt_init_dir));
  return [folder](Context& context) {
    const std::string path = folder->empty() ? context.archive_path() : *folder;
    Archive::init(path, context.who());
    if (context.json) {
      Json out;
      put_path(out, path);
      print_json(out);
    } else {
      std::fputs((say(M::init_done, shell_word(path)) + '\n').c_str(), stdout);
    }
    return Code::ok;
  };
}

}  // namespace vanthu::cli
