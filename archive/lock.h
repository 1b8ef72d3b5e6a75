// SPDX-License-Identifier: GPL-3.0-or-later
// The writers' lock: a file held with flock for the length of one commit, so that a watch, an
// import and a correction live side by side. Freed by the kernel when its holder dies. Not
// re-entrant: a second lock in the same process waits like any other.
#pragma once
#include <chrono>
#include <string>

namespace vanthu {

class Lock {
 public:
  // Waits for at most `wait`. `shared`: many at once, none beside a writer.
  // Throws Error: busy, io (the file cannot be opened).
  Lock(const std::string& file, std::chrono::milliseconds wait, bool shared = false);
  Lock(Lock&& other) noexcept;
  Lock& operator=(Lock&&) = delete;
  ~Lock();

 private:
  int fd_ = -1;
};

}  // namespace vanthu
