// SPDX-License-Identifier: GPL-3.0-or-later
// What --help prints: for the whole, for one command, and pages of their own. In the language
// chosen.
#pragma once
#include <string>

#include "cli/command.h"

namespace CLI {
class Option;
}

namespace vanthu::cli {

std::string overview_help();
std::string command_help(const Command& command, const CLI::App& app);
std::string value_name(const CLI::Option& option);  // what its value is called: "N", "DIR"
std::string config_help();
std::string query_help();

}  // namespace vanthu::cli
