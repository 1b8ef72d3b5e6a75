// SPDX-License-Identifier: GPL-3.0-or-later
// Waits until something happens in a folder, or for so long: the kernel tells of changes on this
// machine's disks (inotify); of those on a share of another machine it does not, so the time alone
// ends the wait there. A signal ends it too. One thread.
#pragma once
#include <chrono>
#include <string>

namespace vanthu::cli {

class FolderWake {
 public:
  explicit FolderWake(std::string folder);
  ~FolderWake();
  FolderWake(const FolderWake&) = delete;
  FolderWake& operator=(const FolderWake&) = delete;
  void wait(std::chrono::milliseconds most);

 private:
  void listen();  // again, after the folder was away
  std::string folder_;
  int fd_ = -1, watch_ = -1;
};

}  // namespace vanthu::cli
