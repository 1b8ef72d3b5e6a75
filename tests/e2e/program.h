// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the real binary as a person or a script would, with an environment of its own.
#pragma once
#include <map>
#include <string>
#include <vector>

namespace vanthu::e2e {

struct Finished {
  int code = -1;  // 128 + signal when it was killed
  std::string out, err;
};

using Environment = std::map<std::string, std::string>;
using Arguments = std::vector<std::string>;

// With nothing on standard input.
Finished run_program(const Arguments& arguments, const Environment& environment);

// With a terminal of 100 columns as standard input, output and error: `out` is all it shows.
Finished run_on_terminal(const Arguments& arguments, const Environment& environment);

// Sends `signal` once the program has printed its first line.
Finished interrupt_program(const Arguments& arguments, const Environment& environment, int signal);

// SIGKILL after so many seconds; returns what `code` of Finished would be.
int kill_program(const Arguments& arguments, const Environment& environment, double seconds);

}  // namespace vanthu::e2e
