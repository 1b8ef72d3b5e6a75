// SPDX-License-Identifier: GPL-3.0-or-later
// The program: options of all commands, the command itself, and errors into exit codes.
#pragma once

namespace vanthu::cli {

// Returns the exit code; never throws. To be called once, from main.
int run(int argc, char** argv);

}  // namespace vanthu::cli
