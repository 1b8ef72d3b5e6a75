// SPDX-License-Identifier: GPL-3.0-or-later
// Landlock is called by number: Debian 12 has no library for it, and its header knows the first two
// versions alone. https://docs.kernel.org/userspace-api/landlock.html
#include "ocr/cage.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace vanthu {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kMayLimitMemory = false;
#else
constexpr bool kMayLimitMemory = true;
#endif

constexpr rlim_t kMostDescriptors = 256;

// Read by the libraries while they work: fonts and their configuration, poppler's character maps,
// ICU and locale data, plugins, the number of cores.
constexpr const char* kReadable[] = {"/usr/share",
                                     "/usr/local/share/fonts",
                                     "/usr/lib",
                                     "/lib",
                                     "/lib64",
                                     "/etc/fonts",
                                     "/etc/ld.so.cache",
                                     "/etc/localtime",
                                     "/var/cache/fontconfig",
                                     "/proc/self",
                                     "/proc/meminfo",
                                     "/proc/cpuinfo",
                                     "/sys/devices/system/cpu",
                                     "/dev/null",
                                     "/dev/urandom"};
constexpr const char* kReadableAtHome[] = {".fonts", ".local/share/fonts", ".cache/fontconfig",
                                           ".config/fontconfig"};

long landlock_version() {
  return syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

// Every access to files that this version of Landlock knows: 13 kinds in the first, then one more
// in the second (refer), third (truncate) and fifth (ioctl).
std::uint64_t all_accesses(long version) {
  const int kinds = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13;
  return (std::uint64_t{1} << kinds) - 1;
}

void may_read(int ruleset, const std::string& path) {
  const int fd = open(path.c_str(), O_PATH | O_CLOEXEC);
  if (fd < 0) return;  // not on this machine
  constexpr std::uint64_t kFile = LANDLOCK_ACCESS_FS_READ_FILE,
                          kFolder = kFile | LANDLOCK_ACCESS_FS_READ_DIR;
  for (const std::uint64_t access : {kFolder, kFile}) {  // a file takes no right of folders
    const landlock_path_beneath_attr rule{access, fd};
    if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0) break;
  }
  close(fd);
}

}  // namespace

void limit_self(int out, long long memory_bytes) {
  if (out > 3) close_range(3, static_cast<unsigned>(out) - 1, 0);
  close_range(static_cast<unsigned>(std::max(out, 2)) + 1, ~0U, 0);
  const rlimit none{0, 0}, descriptors{kMostDescriptors, kMostDescriptors};
  setrlimit(RLIMIT_CORE, &none);
  setrlimit(RLIMIT_NOFILE, &descriptors);
  if (!kMayLimitMemory) return;
  setrlimit(RLIMIT_FSIZE, &none);
  const rlimit memory{static_cast<rlim_t>(memory_bytes), static_cast<rlim_t>(memory_bytes)};
  if (memory_bytes > 0) setrlimit(RLIMIT_AS, &memory);
}

void allow_seconds(double seconds) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const double so_far = static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
  rlimit cpu{};
  getrlimit(RLIMIT_CPU, &cpu);
  cpu.rlim_cur = static_cast<rlim_t>(so_far + std::ceil(seconds) + 1);
  setrlimit(RLIMIT_CPU, &cpu);
}

void fence_files(const std::vector<std::string>& folders) {
  const long version = landlock_version();
  if (version < 1) return;
  const landlock_ruleset_attr handled{all_accesses(version)};
  const auto ruleset =
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
  if (ruleset < 0) return;
  for (const char* path : kReadable) may_read(ruleset, path);
  if (const char* home = std::getenv("HOME"); home && *home == '/')
    for (const char* path : kReadableAtHome) may_read(ruleset, std::string(home) + "/" + path);
  for (const std::string& path : folders)
    if (!path.empty()) may_read(ruleset, path);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  syscall(SYS_landlock_restrict_self, ruleset, 0);
  close(ruleset);
}

std::vector<std::string> missing_walls() {
  std::vector<std::string> out;
  const std::uint32_t kill = SECCOMP_RET_KILL_PROCESS;
  if (syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &kill) != 0) out.emplace_back("seccomp");
  if (landlock_version() < 1) out.emplace_back("Landlock");
  return out;
}

}  // namespace vanthu
