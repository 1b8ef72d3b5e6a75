// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/ripe.h"

#include <sys/stat.h>

#include "archive/files.h"
#include "archive/sources.h"

namespace vanthu {

std::vector<std::string> Ripening::ripe(const std::vector<FileLook>& there, Time now) {
  std::map<std::string, Seen> next;
  std::vector<std::string> out;
  waiting_ = false;
  for (const FileLook& look : there) {
    const auto before = seen_.find(look.path);
    const bool same = before != seen_.end() && before->second.look == look;
    const Time since = same ? before->second.since : now;
    next[look.path] = {look, since};
    if (look.bytes > 0 && now - since >= still_)
      out.push_back(look.path);
    else
      waiting_ = true;
  }
  seen_ = std::move(next);
  return out;
}

std::vector<FileLook> look_into(const std::string& folder) {
  std::vector<FileLook> out;
  for (const std::string& path : expand_sources({folder}).files) {
    const std::string inside = path.substr(folder.size() + (folder.ends_with('/') ? 0 : 1));
    const std::string top = inside.substr(0, inside.find('/'));
    if (top == kDoneFolder || top == kFailedFolder) continue;
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) continue;  // gone meanwhile
    out.push_back({path, static_cast<std::uint64_t>(info.st_size),
                   info.st_mtim.tv_sec * std::int64_t{1'000'000'000} + info.st_mtim.tv_nsec});
  }
  return out;
}

}  // namespace vanthu
