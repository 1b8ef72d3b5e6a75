// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "cli/messages.h"
#include "cli/terminal.h"
#include "pipeline/error.h"

namespace vanthu::cli {
namespace {

[[noreturn]] void cannot_write(const std::string& path, Code code) {
  throw Error(code, say(M::err_write, safe(path), std::strerror(errno)), text(M::hint_output));
}

void write_all(int fd, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) cannot_write(path, Code::io);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

// A new name in the same folder, taken back unless it is renamed.
struct Temporary {
  std::string path;
  int fd = -1;
  explicit Temporary(const std::string& target) : path(target + ".XXXXXX") {
    fd = mkostemp(path.data(), O_CLOEXEC);
    if (fd < 0) cannot_write(target, Code::cannot_create);
    fchmod(fd, 0644 & ~mask());
  }
  ~Temporary() {
    if (fd >= 0) ::close(fd);
    if (!path.empty()) ::unlink(path.c_str());
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  static mode_t mask() {
    const mode_t now = umask(0);
    umask(now);
    return now;
  }
};

}  // namespace

void write_file(const std::string& path, std::string_view bytes, bool overwrite) {
  Temporary temporary(path);
  write_all(temporary.fd, bytes, path);
  if (::close(std::exchange(temporary.fd, -1)) != 0) cannot_write(path, Code::io);
  if (overwrite) {
    if (::rename(temporary.path.c_str(), path.c_str()) != 0)
      cannot_write(path, Code::cannot_create);
    temporary.path.clear();
    return;
  }
  // link() fails where rename() would replace.
  if (::link(temporary.path.c_str(), path.c_str()) == 0) return;
  if (errno == EEXIST)
    throw Error(Code::cannot_create, say(M::err_exists, safe(path)), text(M::hint_force));
  cannot_write(path, Code::cannot_create);
}

void make_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (!error) return;
  throw Error(Code::cannot_create, say(M::err_write, safe(path), error.message()),
              text(M::hint_output));
}

}  // namespace vanthu::cli
