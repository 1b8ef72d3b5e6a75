// SPDX-License-Identifier: GPL-3.0-or-later
// Which files of a watched folder are whole. A scanner or a copy over the network writes for a
// while: a file is taken once its size and its time have stood still between two looks, so long
// apart. One thread.
#pragma once
#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace vanthu {

struct FileLook {
  std::string path;
  std::uint64_t bytes = 0;
  std::int64_t changed_ns = 0;  // modification time
  bool operator==(const FileLook&) const = default;
};

class Ripening {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit Ripening(std::chrono::milliseconds still) : still_(still) {}

  // What is there at `now`; gives the paths that have stood still long enough, in the order given.
  // A file of no bytes is never ripe: it has been begun, not written.
  std::vector<std::string> ripe(const std::vector<FileLook>& there, Time now);
  // A path that was given and could not be taken is looked at afresh.
  void forget(const std::string& path) { seen_.erase(path); }
  bool waiting() const { return waiting_; }  // something is there and not yet ripe

 private:
  struct Seen {
    FileLook look;
    Time since;
  };
  std::chrono::milliseconds still_;
  std::map<std::string, Seen> seen_;
  bool waiting_ = false;
};

// Every scan in the folder and its subfolders but `done` and `failed`, by the rules of
// expand_sources(): no links, no pipes, nothing hidden. Throws Error{no_input} when the folder is
// gone.
std::vector<FileLook> look_into(const std::string& folder);

inline constexpr const char* kDoneFolder = "done";
inline constexpr const char* kFailedFolder = "failed";

}  // namespace vanthu
