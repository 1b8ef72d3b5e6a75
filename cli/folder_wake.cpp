// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/folder_wake.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>

namespace vanthu::cli {

FolderWake::FolderWake(std::string folder)
    : folder_(std::move(folder)), fd_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
  listen();
}

FolderWake::~FolderWake() {
  if (fd_ >= 0) close(fd_);
}

void FolderWake::listen() {
  constexpr std::uint32_t kEvents =
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
  if (fd_ >= 0) watch_ = inotify_add_watch(fd_, folder_.c_str(), kEvents);
}

void FolderWake::wait(std::chrono::milliseconds most) {
  if (watch_ < 0) listen();
  pollfd one = {fd_, POLLIN, 0};
  if (poll(&one, fd_ >= 0 ? 1 : 0, static_cast<int>(most.count())) <= 0) return;
  alignas(inotify_event) std::array<char, 4096> events;
  while (read(fd_, events.data(), events.size()) > 0) {
  }
  watch_ = -1;  // it may have been the folder that went: adding it again costs nothing
}

}  // namespace vanthu::cli
