// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/program.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace vanthu::e2e {
namespace {

// What a test does not choose, but the loader, the sanitizers and the engine may need.
constexpr const char* kInherited[] = {"PATH",         "TESSDATA_PREFIX", "ASAN_OPTIONS",
                                      "LSAN_OPTIONS", "UBSAN_OPTIONS",   "TSAN_OPTIONS"};

std::vector<std::string> variables(Environment environment) {
  for (const char* name : kInherited)
    if (const char* value = std::getenv(name)) environment.try_emplace(name, value);
  std::vector<std::string> out;
  for (const auto& [name, value] : environment) out.push_back(name + "=" + value);
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

[[noreturn]] void become(const Arguments& arguments, const Environment& environment) {
  std::vector<std::string> all = {VANTHU_BINARY};
  all.insert(all.end(), arguments.begin(), arguments.end());
  std::vector<std::string> env = variables(environment);
  execve(VANTHU_BINARY, pointers(all).data(), pointers(env).data());
  _exit(127);
}

int wait_for(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

bool append(int fd, std::string& to) {
  std::array<char, 65536> buffer;
  const ssize_t n = read(fd, buffer.data(), buffer.size());
  if (n > 0) to.append(buffer.data(), static_cast<std::size_t>(n));
  return n > 0;
}

// Both pipes to their ends; `signal` (0: none) goes out after the first line of `out`.
Finished collect(pid_t pid, int out, int err, int signal) {
  Finished finished;
  std::array<pollfd, 2> ends = {{{out, POLLIN, 0}, {err, POLLIN, 0}}};
  std::array<std::string*, 2> texts = {&finished.out, &finished.err};
  while (ends[0].fd >= 0 || ends[1].fd >= 0) {
    poll(ends.data(), ends.size(), -1);
    for (std::size_t i = 0; i < ends.size(); ++i)
      if (ends[i].fd >= 0 && ends[i].revents && !append(ends[i].fd, *texts[i]))
        close(std::exchange(ends[i].fd, -1));
    if (signal && finished.out.find('\n') != std::string::npos) kill(pid, std::exchange(signal, 0));
  }
  finished.code = wait_for(pid);
  return finished;
}

Finished run_piped(const Arguments& arguments, const Environment& environment, int signal) {
  int out[2], err[2];
  if (pipe2(out, O_CLOEXEC) || pipe2(err, O_CLOEXEC)) throw std::runtime_error("no pipe");
  const pid_t pid = fork();
  if (pid == 0) {
    dup2(open("/dev/null", O_RDONLY), 0);
    dup2(out[1], 1), dup2(err[1], 2);
    become(arguments, environment);
  }
  close(out[1]), close(err[1]);
  return collect(pid, out[0], err[0], signal);
}

}  // namespace

Finished run_program(const Arguments& arguments, const Environment& environment) {
  return run_piped(arguments, environment, 0);
}

Finished interrupt_program(const Arguments& arguments, const Environment& environment, int signal) {
  return run_piped(arguments, environment, signal);
}

int kill_program(const Arguments& arguments, const Environment& environment, double seconds) {
  const pid_t pid = fork();
  if (pid == 0) {
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, 0), dup2(nowhere, 1), dup2(nowhere, 2);
    become(arguments, environment);
  }
  const int handle = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
  pollfd end = {handle, POLLIN, 0};
  if (poll(&end, 1, static_cast<int>(seconds * 1000)) == 0) kill(pid, SIGKILL);
  close(handle);
  return wait_for(pid);
}

Finished run_on_terminal(const Arguments& arguments, const Environment& environment) {
  winsize size{};
  size.ws_col = 100, size.ws_row = 40;
  int terminal = -1;
  const pid_t pid = forkpty(&terminal, nullptr, nullptr, &size);
  if (pid == 0) become(arguments, environment);
  Finished finished;
  while (append(terminal, finished.out)) {
  }
  close(terminal);
  finished.code = wait_for(pid);
  return finished;
}

}  // namespace vanthu::e2e
