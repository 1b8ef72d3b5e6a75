// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

#include "pipeline/error.h"

namespace vanthu {
namespace {

using Clock = std::chrono::steady_clock;

// flock has no time limit of its own, so it is asked again, ever less often: a commit takes tens of
// milliseconds.
bool wait_for(int fd, int kind, std::chrono::milliseconds wait) {
  const auto end = Clock::now() + wait;
  for (std::chrono::milliseconds pause{1};;
       pause = std::min(pause * 2, std::chrono::milliseconds{50})) {
    if (::flock(fd, kind | LOCK_NB) == 0) return true;
    if (errno != EWOULDBLOCK && errno != EINTR)
      throw Error(Code::io, std::string("cannot lock the archive: ") + std::strerror(errno));
    if (Clock::now() + pause > end) return false;
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace

Lock::Lock(const std::string& file, std::chrono::milliseconds wait, bool shared)
    : fd_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (fd_ < 0) throw Error(Code::io, "cannot open " + file + ": " + std::strerror(errno));
  if (wait_for(fd_, shared ? LOCK_SH : LOCK_EX, wait)) return;
  ::close(fd_);
  throw Error(Code::busy, "another program is writing to the archive", "try again in a moment");
}

Lock::Lock(Lock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

Lock::~Lock() {
  if (fd_ >= 0) ::close(fd_);  // closing frees the lock
}

}  // namespace vanthu
