// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <CLI/CLI.hpp>

#include "cli/config.h"
#include "cli/exit_codes.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "index/fields.h"

namespace vanthu::cli {
namespace {

constexpr std::size_t kLeft = 26;   // columns for names
constexpr std::size_t kWidth = 96;  // of the whole, so that a page of help reads like a page

std::string entry(const std::string& name, const std::string& meaning) {
  std::string out = "  " + padded(name, kLeft);
  const bool own_line = columns_of(name) >= kLeft;
  if (own_line) out += '\n';
  bool first = !own_line;
  for (const std::string& line : wrapped(meaning, kWidth - kLeft - 2)) {
    if (!first) out += std::string(kLeft + 2, ' ');
    out += line + '\n';
    first = false;
  }
  return out;
}

std::string title(M message) { return '\n' + styled(text(message), Style::bold) + '\n'; }

std::string option_name(const CLI::Option& option) {
  std::string out;
  for (const std::string& s : option.get_snames()) out += "-" + s + ", ";
  for (const std::string& l : option.get_lnames()) out += "--" + l + ", ";
  out.resize(out.size() - 2);
  if (option.get_type_size() > 0) out += ' ' + value_name(option);
  return out;
}

std::string positional_name(const CLI::Option& option) {
  const bool many = option.get_expected_max() > 1;
  return option.get_name(true) + (many ? "..." : "");
}

std::string options_of(const CLI::App& app, const std::string& group) {
  std::string out;
  for (const CLI::Option* option :
       app.get_options([&](const CLI::Option* o) { return o->nonpositional(); }))
    if (option->get_group() == group) out += entry(option_name(*option), option->get_description());
  return out;
}

}  // namespace

std::string value_name(const CLI::Option& option) {
  const std::string name = option.get_type_name();  // CLI11 adds ":" and the names of its checks
  return name.substr(0, name.find(':'));
}

std::string overview_help() {
  std::string out = std::string(text(M::help_what)) + "\n";
  out += title(M::help_usage) + "  vanthu " + text(M::help_usage_line) + "\n";
  for (const bool everyday : {true, false}) {
    out += title(everyday ? M::help_commands : M::help_more_commands);
    for (const Command& c : commands())
      if (c.everyday == everyday) out += entry(std::string(c.name), text(c.summary));
  }
  out += title(M::help_begin) + text(M::help_first_steps);
  return out;
}

std::string command_help(const Command& command, const CLI::App& app) {
  std::string usage = fmt::format("  vanthu {} [{}]", command.name, text(M::help_options_word));
  std::string arguments;
  for (const CLI::Option* o :
       app.get_options([](const CLI::Option* one) { return one->get_positional(); })) {
    usage += ' ' + (o->get_required() ? positional_name(*o) : '[' + positional_name(*o) + ']');
    arguments += entry(positional_name(*o), o->get_description());
  }
  std::string out = styled(fmt::format("vanthu {}", command.name), Style::bold) + " — " +
                    text(command.summary) + "\n";
  out += title(M::help_usage) + usage + '\n';
  if (!arguments.empty()) out += '\n' + arguments;
  if (const std::string own = options_of(app, kOwnOptions); !own.empty())
    out += title(M::help_options) + own;
  out += title(M::help_common) + options_of(app, kCommonOptions);
  return out + title(M::help_about) + text(command.about);
}

std::string config_help() {
  std::string out = say(M::help_config, safe(config_path())) + "\n\n";
  for (const ConfigKey& key : config_keys())
    out += entry(fmt::format("{} = {}", key.name, key.example), text(key.meaning));
  return out;
}

std::string query_help() {
  std::string out = text(M::help_query);
  for (const SearchField& field : kSearchFields) {
    const std::string name(language() == Language::vi ? field.label : field.english);
    out += entry(std::string(field.example), fmt::format("{} ({}:)", name, field.english));
  }
  return out;
}

}  // namespace vanthu::cli
