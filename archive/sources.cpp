// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/sources.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "archive/attachment.h"
#include "archive/files.h"
#include "archive/source_note.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr std::array kScanEndings = {".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png"};

bool ends_like_scan(const std::string& name) {
  std::string low = name;
  for (char& c : low)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return std::any_of(kScanEndings.begin(), kScanEndings.end(),
                     [&](const char* ending) { return low.ends_with(ending); });
}

// What neither name nor beginning tell of goes by; a zip archive is opened.
bool ends_like_zip(const std::string& name) { return lower(name).ends_with(".zip"); }

std::string first_bytes_of(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0) return {};
  std::array<char, 16> head{};
  const ssize_t n = ::read(fd, head.data(), head.size());
  ::close(fd);
  return {head.data(), static_cast<std::size_t>(std::max<ssize_t>(n, 0))};
}

void walk(const std::string& folder, Sources& out);

void take(const std::string& path, const std::string& name, Sources& out) {
  struct stat info {};
  if (name.starts_with(".")) return out.skipped.push_back({path, "hidden"});
  if (::lstat(path.c_str(), &info) != 0) return out.skipped.push_back({path, "cannot be read"});
  if (S_ISLNK(info.st_mode)) return out.skipped.push_back({path, "link"});
  if (S_ISDIR(info.st_mode)) return walk(path, out);
  if (!S_ISREG(info.st_mode)) return out.skipped.push_back({path, "not a file"});
  if (ends_like_zip(name) || is_source(name, {}) || is_source(name, first_bytes_of(path)))
    return out.files.push_back(path);
  out.skipped.push_back({path, "not a scan"});
}

void walk(const std::string& folder, Sources& out) {
  std::vector<std::string> names;
  try {
    names = files::names_in(folder);
  } catch (const Error&) {
    return out.skipped.push_back({folder, "cannot be read"});
  }
  std::stable_sort(names.begin(), names.end(), natural_less);
  for (const std::string& name : names) take(files::join(folder, name), name, out);
}

// What stands in the way now and may be gone soon is trouble of the disk, not a wrong path.
bool passing(int error) {
  constexpr std::array kPassing = {EBUSY, ETXTBSY, EAGAIN, EMFILE, ENFILE, EIO, ESTALE, ETIMEDOUT};
  return std::find(kPassing.begin(), kPassing.end(), error) != kPassing.end();
}

[[noreturn]] void fail(const std::string& path, int error) {
  throw Error(passing(error) ? Code::io : Code::no_input,
              repair_utf8(path) + ": " + std::strerror(error));
}

struct Closer {
  int fd;
  ~Closer() { ::close(fd); }
};

}  // namespace

bool is_source(const std::string& name, std::string_view first_bytes) {
  return ends_like_scan(name) || is_attachment(name) || looks_like_scan(first_bytes);
}

Sources expand_sources(const std::vector<std::string>& paths) {
  Sources out;
  for (const std::string& path : paths) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) fail(path, errno);
    if (S_ISDIR(info.st_mode))
      walk(path, out);
    else if (S_ISREG(info.st_mode))
      out.files.push_back(path);
    else
      out.skipped.push_back({path, "not a file"});
  }
  return out;
}

// Opened without waiting, so that a pipe put in the place of a file cannot stop the batch.
std::string read_file(const std::string& path, std::uint64_t max_bytes) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) fail(path, errno);
  const Closer closer{fd};
  struct stat info {};
  if (::fstat(fd, &info) != 0) fail(path, errno);
  if (!S_ISREG(info.st_mode)) throw Error(Code::no_input, repair_utf8(path) + ": not a file");
  const auto size = static_cast<std::uint64_t>(info.st_size);
  const auto too_big = [&] {
    return Error(Code::too_big,
                 repair_utf8(path) + ": more than " + std::to_string(max_bytes) + " bytes");
  };
  if (size > max_bytes) throw too_big();
  std::string bytes(size + 1, '\0');  // one more, to see a file that is still growing
  std::size_t got = 0;
  while (true) {
    if (got == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t n = ::read(fd, bytes.data() + got, bytes.size() - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw Error(Code::io, repair_utf8(path) + ": " + std::strerror(errno));
    if (n == 0) break;
    got += static_cast<std::size_t>(n);
    if (got > max_bytes) throw too_big();
  }
  bytes.resize(got);
  return bytes;
}

}  // namespace vanthu
