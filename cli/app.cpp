// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/app.h"

#include <signal.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>

#include "cli/context.h"
#include "cli/exit_codes.h"
#include "cli/help.h"
#include "cli/json.h"
#include "cli/nearest.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

// The command line as it was understood so far.
struct Parsed {
  CLI::App app;
  std::map<const CLI::App*, std::pair<const Command*, Run>> runs;
  bool help = false, version = false;
};

void add_common(CLI::App& app, Context& context, Parsed& parsed) {
  app.set_help_flag();  // ours knows both languages
  app.option_defaults()->group(kCommonOptions);
  app.add_option("--archive", context.archive_option, text(M::opt_archive))->type_name("DIR");
  app.add_flag("--json", context.json, text(M::opt_json));
  app.add_flag("-h,--help", parsed.help, text(M::opt_help));
}

void declare_all(Parsed& parsed, Context& context) {
  add_common(parsed.app, context, parsed);
  parsed.app.require_subcommand(0, 1);  // so that the name of a command may be a word searched for
  parsed.app.add_flag("--version", parsed.version, text(M::opt_version));
  for (const Command& command : commands()) {
    CLI::App* sub = parsed.app.add_subcommand(std::string(command.name));
    add_common(*sub, context, parsed);
    sub->option_defaults()->group(kOwnOptions);
    parsed.runs[sub] = {&command, command.declare(*sub)};
  }
}

const CLI::App* chosen(const Parsed& parsed) {
  const auto subs = parsed.app.get_subcommands();
  return subs.empty() ? nullptr : subs.front();
}

// The option an exception of CLI11 is about, as "--limit N".
std::string option_in(const std::string& what, const CLI::App& app) {
  for (const CLI::Option* option :
       app.get_options([](const CLI::Option* o) { return o->nonpositional(); }))
    for (const std::string& name : option->get_lnames())
      if (what.find("--" + name) != std::string::npos)
        return "--" + name + ' ' + value_name(*option);
  return what.substr(0, what.find_first_of(": "));
}

bool is_file(const std::string& path) {
  std::error_code failed;
  return std::filesystem::exists(path, failed);
}

// CLI11's exceptions speak English; what a person does wrong is said in their language.
[[noreturn]] void explain(const CLI::ParseError& error, const Parsed& parsed) {
  const CLI::App* sub = chosen(parsed);
  const std::string what = error.what();
  const std::vector<std::string> extras = parsed.app.remaining(true);
  const bool like_option = !extras.empty() && extras.front().starts_with('-');
  if (like_option || dynamic_cast<const CLI::ExtrasError*>(&error)) {
    const std::string extra = extras.empty() ? what : extras.front();
    if (like_option && is_file(extra))
      throw Error(Code::usage, say(M::err_extra, safe(extra)),
                  say(M::hint_dash, shell_word("./" + extra)));
    if (sub || like_option)
      throw Error(Code::usage, say(M::err_extra, safe(extra)), text(M::hint_help));
    std::vector<std::string> names;
    for (const Command& command : commands()) names.emplace_back(command.name);
    throw Error(Code::usage, say(M::err_no_command, safe(extra)),
                did_you_mean(extra, names, M::hint_help));
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error))
    throw Error(Code::usage, say(M::err_required, safe(what.substr(0, what.find(' ')))),
                text(M::hint_help));
  throw Error(Code::usage, say(M::err_needs_value, safe(option_in(what, sub ? *sub : parsed.app))),
              text(M::hint_help));
}

// --help wins over whatever else is missing or wrong.
void parse(Parsed& parsed, int argc, char** argv) {
  try {
    parsed.app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (!parsed.help) explain(error, parsed);
  }
}

Code act(Parsed& parsed, Context& context) {
  if (parsed.version) {
    fmt::print("vanthu {}\n", VANTHU_VERSION);
    return Code::ok;
  }
  const CLI::App* sub = chosen(parsed);
  if (!sub) {
    std::fputs(overview_help().c_str(), stdout);
    return Code::ok;
  }
  const auto& [command, run] = parsed.runs.at(sub);
  if (parsed.help) {
    std::fputs(command_help(*command, *sub).c_str(), stdout);
    return Code::ok;
  }
  context.command = command;
  return run(context);
}

void report(const Error& error, bool json) {
  if (json) {
    const Json object = {{"error", error_json(error.code, error.what(), error.hint)}};
    const std::string line = object.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::fputs((line + '\n').c_str(), stderr);
    return;
  }
  std::string line = styled("vanthu: ", Style::red, 2) +
                     say(M::err_line, text(exit_code(error.code).title), safe(error.what()));
  // Every line of it moves in, so that a caret stays under its place.
  if (!error.hint.empty()) line += "\n  " + join(split(safe_lines(error.hint), '\n'), "\n  ");
  std::fputs((line + '\n').c_str(), stderr);
}

// What was printed must have arrived; a reader that closed its pipe early had enough.
void flush_output() {
  errno = 0;
  if ((std::fflush(stdout) != 0 || std::ferror(stdout)) && errno != EPIPE)
    throw Error(Code::io, text(M::err_output), text(M::hint_output));
}

bool asks_for_json(int argc, char** argv) {
  for (int i = 1; i < argc; ++i)
    if (std::string_view(argv[i]) == "--json") return true;
  return false;
}

}  // namespace

int run(int argc, char** argv) {
  signal(SIGPIPE, SIG_IGN);
  speak(language_of_locale());
  bool json = asks_for_json(argc, argv);  // before the line is understood, for its own errors
  try {
    Context context;
    context.config = load_config(config_path());
    if (!context.config.language.empty())
      speak(context.config.language == "vi" ? Language::vi : Language::en);
    Parsed parsed;
    declare_all(parsed, context);
    parse(parsed, argc, argv);
    json = context.json;
    const Code code = act(parsed, context);
    flush_output();
    return static_cast<int>(code);
  } catch (const Error& error) {
    std::fflush(stdout);
    report(error, json);
    return static_cast<int>(exit_code(error.code).code);
  } catch (const std::exception& error) {
    std::fflush(stdout);
    report(Error(Code::internal, error.what(), text(M::hint_internal)), json);
    return static_cast<int>(Code::internal);
  }
}

}  // namespace vanthu::cli
