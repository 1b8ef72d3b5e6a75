// SPDX-License-Identifier: GPL-3.0-or-later
// The exit codes, written down once: `vanthu help exit-codes` and docs/exit-codes.md are this
// table.
#pragma once
#include <span>
#include <string>

#include "cli/messages.h"
#include "pipeline/error.h"

namespace vanthu::cli {

struct ExitCode {
  Code code;
  const char* name;  // stable, in JSON
  M meaning;
  M title;  // what a message of this code begins with
};

std::span<const ExitCode> exit_codes();  // by number
const ExitCode& exit_code(Code code);    // an unknown code is `internal`
std::string exit_codes_markdown();       // docs/exit-codes.md, in both languages
std::string exit_codes_text();           // for a terminal, in the language chosen

}  // namespace vanthu::cli
