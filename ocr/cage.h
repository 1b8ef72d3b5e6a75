// SPDX-License-Identifier: GPL-3.0-or-later
// The walls around the worker process, put up once and never taken down. What stands behind them
// can read fonts and character maps, compute, and answer on its one socket: nothing else. Who tries
// to open a socket, to write a file or to run a program is killed by the kernel (SIGSYS).
// Called from the worker's one thread, before the first byte of a scan is looked at.
#pragma once
#include <string>
#include <vector>

namespace vanthu {

// Closes every descriptor but the standard ones and `out`; no core file (it would hold the paper),
// no file of any size written, at most `memory_bytes` of address space (0: no limit; none either
// under the sanitizers, which map terabytes of shadow).
void limit_self(int out, long long memory_bytes);

// So many more seconds of processor time from now on: SIGXCPU ends a page that computes for ever.
void allow_seconds(double seconds);

// Landlock: from now on the files of fonts, character maps and libraries and what is in `folders`
// can be opened for reading, and nothing for writing. Does nothing where the kernel has no
// Landlock. Before any other thread is there: those would stay outside.
void fence_files(const std::vector<std::string>& folders);

// Seccomp, for all threads: no new process or program, no socket, no opening for writing, no change
// of a folder; bytes go out through `out` and standard error alone.
void forbid_system_calls(int out);

// What the kernel of this machine cannot do of the above, for a warning; empty: nothing is missing.
std::vector<std::string> missing_walls();

}  // namespace vanthu
