// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "pipeline/error.h"

namespace vanthu::files {
namespace fs = std::filesystem;
namespace {

StepHook& hook() {
  static StepHook the_hook;
  return the_hook;
}

[[noreturn]] void fail(const std::string& what, const std::string& path, int error) {
  const bool full = error == ENOSPC || error == EDQUOT;
  throw Error(Code::io, what + " " + path + ": " + std::strerror(error),
              full ? "make room on the disk, then do it again" : "");
}

class Descriptor {
 public:
  Descriptor(const std::string& path, int flags, unsigned permissions = 0)
      : fd_(::open(path.c_str(), flags | O_CLOEXEC, permissions)) {
    if (fd_ < 0) fail("cannot open", path, errno);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(fd_); }
  int get() const { return fd_; }

 private:
  int fd_;
};

void sync(int fd, const std::string& path) {
  if (::fsync(fd) != 0) fail("cannot make durable", path, errno);
}

}  // namespace

void write(const std::string& path, std::string_view bytes, unsigned permissions) {
  step("write", path);
  const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC, permissions);
  while (!bytes.empty()) {
    const ssize_t n = ::write(file.get(), bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail("cannot write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  sync(file.get(), path);
}

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  if (!in || (in.peek() != std::ifstream::traits_type::eof() && !(out << in.rdbuf())))
    throw Error(Code::io, "cannot read " + path);
  return std::move(out).str();
}

bool exists(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0;
}

bool is_folder(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

void make_folders(const std::string& path) {
  if (is_folder(path)) return;
  const std::string parent = parent_of(path);
  if (parent != path) make_folders(parent);
  step("make_folder", path);
  if (::mkdir(path.c_str(), 0755) != 0 && errno != EEXIST) fail("cannot make folder", path, errno);
  sync_folder(parent);
}

void move(const std::string& from, const std::string& to) {
  step("move", from);
  if (::rename(from.c_str(), to.c_str()) != 0) fail("cannot move into place", from, errno);
}

void sync_folder(const std::string& path) {
  step("sync", path);
  const Descriptor folder(path, O_RDONLY | O_DIRECTORY);
  sync(folder.get(), path);
}

void remove_tree(const std::string& path) {
  step("remove", path);
  std::error_code error;
  fs::remove_all(path, error);
  if (error) fail("cannot remove", path, error.value());
}

std::vector<std::string> names_in(const std::string& path) {
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error))
    names.push_back(it->path().filename().string());
  if (error) fail("cannot list", path, error.value());
  std::sort(names.begin(), names.end());
  return names;
}

std::string join(const std::string& folder, const std::string& name) {
  return (fs::path(folder) / name).string();
}

std::string parent_of(const std::string& path) {
  const fs::path parent = fs::path(path).parent_path();
  return parent.empty() ? "." : parent.string();
}

std::string name_of(const std::string& path) {
  const fs::path name = fs::path(path).filename();
  return name.string();
}

void set_step_hook(StepHook new_hook) { hook() = std::move(new_hook); }

void step(std::string_view name, const std::string& path) {
  if (hook()) hook()(name, path);
}

}  // namespace vanthu::files
