// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/fake_engine.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <map>
#include <new>

#include "pipeline/error.h"

namespace vanthu {
namespace {

void crash() {
  signal(SIGSEGV, SIG_DFL);  // a sanitizer would take the signal and exit
  raise(SIGSEGV);
}

void spin() {
  volatile bool for_ever = true;
  while (for_ever) {
  }
}

void call_home() { socket(AF_INET, SOCK_STREAM, 0); }

void write_elsewhere() {
  const char* path = std::getenv("VANTHU_ENGINE_FILE");
  if (path) open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
}

void run_a_program() { execl("/bin/true", "true", static_cast<char*>(nullptr)); }

void split() { static_cast<void>(fork()); }

// The file a test names can be opened: the fence has a hole.
void peek() {
  const char* path = std::getenv("VANTHU_ENGINE_FILE");
  if (path && open(path, O_RDONLY | O_CLOEXEC) >= 0)
    throw Error(Code::internal, "a file outside could be read");
}

// More than the three standard descriptors and the socket.
void count_descriptors() {
  int open_ones = 0;
  for (int fd = 0; fd < 1024; ++fd) open_ones += fcntl(fd, F_GETFD) >= 0 ? 1 : 0;
  if (open_ones > 4) throw Error(Code::internal, "descriptors were inherited");
}

const std::map<std::string, std::function<void()>>& deeds() {
  static const std::map<std::string, std::function<void()>> all = {
      {"crash", crash},        {"hang", [] { pause(); }},
      {"spin", spin},          {"hungry", [] { throw std::bad_alloc(); }},
      {"socket", call_home},   {"write", write_elsewhere},
      {"exec", run_a_program}, {"fork", split},
      {"peek", peek},          {"descriptors", count_descriptors}};
  return all;
}

}  // namespace

std::string fake_from_environment() {
  const char* name = std::getenv("VANTHU_ENGINE");
  return name ? name : "";
}

OcrPage pretend(const std::string& fake, const CleanPage& page) {
  if (const auto deed = deeds().find(fake); deed != deeds().end()) deed->second();
  OcrPage out;
  out.number = page.number;
  out.width = page.upright.width;
  out.height = page.upright.height;
  out.raster_width = page.raster_width;
  out.raster_height = page.raster_height;
  out.dpi = page.dpi;
  out.rotation = page.rotation;
  out.skew = page.skew;
  out.to_raster = page.to_raster;
  out.blank = page.blank;
  out.warnings = page.warnings;
  const Box mark{out.width / 10, out.height / 5, out.width / 10, out.height / 50};
  if (fake == "secret") out.lines.push_back({mark, Region::stamp, "vi", {{"MẬT", "", mark, 0.95}}});
  return out;
}

}  // namespace vanthu
