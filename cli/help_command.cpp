// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/context.h"
#include "cli/exit_codes.h"
#include "cli/help.h"
#include "cli/json.h"
#include "cli/nearest.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "pipeline/error.h"

namespace vanthu::cli {
namespace {

struct Options {
  std::string topic;
  bool markdown = false;
};

Json exit_codes_json() {
  Json out = Json::array();
  for (const ExitCode& e : exit_codes())
    out.push_back(
        {{"code", static_cast<int>(e.code)}, {"name", e.name}, {"meaning", text(e.meaning)}});
  return {{"exit_codes", out}};
}

std::string page_on(const std::string& topic, const CLI::App& all) {
  if (topic.empty()) return overview_help();
  if (topic == "exit-codes") return exit_codes_text();
  if (topic == "config") return config_help();
  if (topic == "query") return query_help();
  if (const Command* command = find_command(topic))
    return command_help(*command, *all.get_subcommand(topic));
  std::vector<std::string> known = {"exit-codes", "config", "query"};
  for (const Command& command : commands()) known.emplace_back(command.name);
  throw Error(Code::usage, say(M::err_no_topic, safe(topic)),
              did_you_mean(topic, known, M::hint_help));
}

}  // namespace

Run declare_help(CLI::App& app) {
  const auto o = std::make_shared<Options>();
  app.add_option("TOPIC", o->topic, text(M::opt_topic));
  app.add_flag("--markdown", o->markdown, text(M::opt_markdown));
  return [o, &app](Context& context) {
    if (o->topic == "exit-codes" && context.json) {
      print_json(exit_codes_json());
      return Code::ok;
    }
    const bool markdown = o->markdown && o->topic == "exit-codes";
    const std::string page =
        markdown ? exit_codes_markdown() : page_on(o->topic, *app.get_parent());
    std::fputs(page.c_str(), stdout);
    return Code::ok;
  };
}

}  // namespace vanthu::cli
