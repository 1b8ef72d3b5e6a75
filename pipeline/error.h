// SPDX-License-Identifier: GPL-3.0-or-later
// The one error of vanthu: what went wrong, where (file, page), and what to do about it.
// Caught in three places only: main, one document of a batch, one web request.
// Each Code is also the exit code of the program; the numbers never change (sysexits.h where it
// fits).
#pragma once
#include <stdexcept>
#include <string>

namespace vanthu {

enum class Code : int {
  ok = 0,
  partial = 1,         // a batch was finished, some of its files failed; the report names them
  usage = 64,          // the command line is wrong
  bad_input = 65,      // not a scan, damaged, encrypted, empty
  no_input = 66,       // the file or folder is not there or cannot be read
  not_found = 67,      // no such dispatch in the archive
  too_big = 69,        // over a limit: pages, pixels, bytes
  internal = 70,       // our mistake
  cannot_create = 73,  // the archive or an output file cannot be made
  io = 74,             // disk full, read error: try again once it is mended
  busy = 75,           // another writer holds the lock: try again
  corrupt = 76,        // the archive fails verification
  denied = 77,         // not permitted
  config = 78,         // the configuration file or a variable is wrong
  secret = 80,         // bears a secrecy mark: nothing of it was kept
  worker = 81,         // the worker process crashed or ran out of time or memory on this file
};

// `what()` is one sentence for a person, naming file and page where there is one; `hint` says what
// to do.
class Error : public std::runtime_error {
 public:
  Error(Code code_in, const std::string& what, std::string hint_in = {})
      : std::runtime_error(what), code(code_in), hint(std::move(hint_in)) {}
  Code code;
  std::string hint;
};

}  // namespace vanthu
