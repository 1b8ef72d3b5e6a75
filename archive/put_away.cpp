// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/put_away.h"

#include <fcntl.h>
#include <stdio.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "archive/clock.h"
#include "archive/files.h"
#include "archive/ripe.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

constexpr const char* kReasonEnding = ".LY-DO.txt";

std::string numbered(const std::string& path, int n) {
  if (n == 1) return path;
  const std::filesystem::path parts(path);
  return files::join(
      parts.parent_path().string(),
      parts.stem().string() + " (" + std::to_string(n) + ")" + parts.extension().string());
}

// Another program may take the name in between: the kernel decides.
std::string move_aside(const std::string& from, const std::string& to) {
  for (int n = 1;; ++n) {
    const std::string name = numbered(to, n);
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, name.c_str(), RENAME_NOREPLACE) == 0)
      return name;
    if (errno == ENOENT && !files::exists(from)) return {};
    const bool cannot = errno == EINVAL || errno == ENOSYS;  // SMB and NFS know no such rename
    if (cannot && !files::exists(name)) {
      files::move(from, name);
      return name;
    }
    if (errno != EEXIST && !cannot)
      throw Error(Code::io, "cannot move " + from + ": " + std::strerror(errno));
  }
}

std::string reason_text(const FileOutcome& outcome) {
  return "TỆP NÀY CHƯA ĐƯỢC ĐƯA VÀO KHO LƯU TRỮ\n\nLý do / reason: " + outcome.reason + "\n" +
         (outcome.hint.empty() ? "" : outcome.hint + "\n") + "\n" + now_utc() + "\n";
}

}  // namespace

std::string put_away(const std::string& folder, const FileOutcome& outcome) {
  if (outcome.outcome == Outcome::refused || !files::exists(outcome.path)) return {};
  const bool failed = outcome.outcome == Outcome::failed || outcome.code == Code::partial;
  const std::string inside = outcome.path.substr(folder.size());
  const std::string to = files::join(folder, failed ? kFailedFolder : kDoneFolder) +
                         (inside.starts_with('/') ? "" : "/") + inside;
  files::make_folders(files::parent_of(to));
  const std::string lies = move_aside(outcome.path, to);
  if (failed && !lies.empty()) files::write(lies + kReasonEnding, reason_text(outcome));
  return lies;
}

}  // namespace vanthu
