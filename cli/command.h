// SPDX-License-Identifier: GPL-3.0-or-later
// The command table: one line a command drives dispatch, help and how the archive is opened.
#pragma once
#include <functional>
#include <span>
#include <string_view>

#include "cli/messages.h"
#include "pipeline/error.h"

namespace CLI {
class App;
}

namespace vanthu::cli {

class Context;

enum class Needs { none, read, write };  // what of the archive

// What a command does once its options are read. Throws Error; the code is the program's exit code.
using Run = std::function<Code(Context&)>;

struct Command {
  std::string_view name;
  M summary;  // one line, in the list of commands
  M about;    // a few lines and an example, under --help
  Needs needs;
  Run (*declare)(CLI::App& app);  // adds its options; the Run holds them
  bool everyday = true;           // false: listed apart
};

std::span<const Command> commands();
const Command* find_command(std::string_view name);  // nullptr when there is none

Run declare_init(CLI::App& app);
Run declare_import(CLI::App& app);
Run declare_read(CLI::App& app);
Run declare_list(CLI::App& app);
Run declare_search(CLI::App& app);
Run declare_fields(CLI::App& app);
Run declare_show(CLI::App& app);
Run declare_get(CLI::App& app);
Run declare_review(CLI::App& app);
Run declare_correct(CLI::App& app);
Run declare_verify(CLI::App& app);
Run declare_arrive(CLI::App& app);
Run declare_assign(CLI::App& app);
Run declare_detach(CLI::App& app);
Run declare_register(CLI::App& app);
Run declare_export(CLI::App& app);
Run declare_link(CLI::App& app);
Run declare_unlink(CLI::App& app);
Run declare_purge(CLI::App& app);
Run declare_watch(CLI::App& app);
Run declare_reindex(CLI::App& app);
Run declare_reconsider(CLI::App& app);
Run declare_reread(CLI::App& app);
Run declare_worker(CLI::App& app);
Run declare_help(CLI::App& app);

}  // namespace vanthu::cli
