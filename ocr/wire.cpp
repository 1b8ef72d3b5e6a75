// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/wire.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <initializer_list>

namespace vanthu::wire {
namespace {

constexpr std::size_t kMaxName = 1 << 16;  // paths stop at 4096 bytes on Linux
constexpr std::size_t kChunk = 1 << 20;    // memory grows with what came, not with what was claimed

struct Lengths {
  std::uint64_t head, name, body;
};

// Waits until `fd` can take or give something. False: the time is up.
bool ready(int fd, short events, const Deadline& deadline) {
  for (;;) {
    int wait = -1;
    if (deadline) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(
          *deadline - std::chrono::steady_clock::now());
      if (left.count() <= 0) return false;
      wait = static_cast<int>(std::min<long long>(left.count(), 1 << 30));
    }
    pollfd one{fd, events, 0};
    const int n = poll(&one, 1, wait);
    if (n > 0) return true;
    if (n < 0 && errno != EINTR) return true;  // let the call that follows say what is wrong
  }
}

Result send_all(int fd, const char* at, std::size_t size, const Deadline& deadline) {
  while (size > 0) {
    if (!ready(fd, POLLOUT, deadline)) return Result::late;
    const ssize_t n = ::send(fd, at, size, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (n <= 0) return Result::closed;
    at += n;
    size -= static_cast<std::size_t>(n);
  }
  return Result::done;
}

Result receive_all(int fd, char* at, std::size_t size, const Deadline& deadline) {
  while (size > 0) {
    if (!ready(fd, POLLIN, deadline)) return Result::late;
    const ssize_t n = ::recv(fd, at, size, MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (n <= 0) return Result::closed;
    at += n;
    size -= static_cast<std::size_t>(n);
  }
  return Result::done;
}

Result receive_text(int fd, std::string& text, std::size_t size, const Deadline& deadline) {
  text.clear();
  while (text.size() < size) {
    const std::size_t from = text.size(), step = std::min(kChunk, size - from);
    text.resize(from + step);
    if (const Result r = receive_all(fd, text.data() + from, step, deadline); r != Result::done)
      return r;
  }
  return Result::done;
}

}  // namespace

Result send(int fd, const MessageView& m, Deadline deadline) {
  const Lengths lengths{m.head.size(), m.name.size(), m.body.size() + m.more.size()};
  Result r = send_all(fd, reinterpret_cast<const char*>(&lengths), sizeof lengths, deadline);
  for (const std::string_view part : {m.head, m.name, m.body, m.more})
    if (r == Result::done) r = send_all(fd, part.data(), part.size(), deadline);
  return r;
}

Result receive(int fd, Message& m, std::size_t max_body, Deadline deadline) {
  Lengths lengths{};
  Result r = receive_all(fd, reinterpret_cast<char*>(&lengths), sizeof lengths, deadline);
  if (r != Result::done) return r;
  if (lengths.head > kMaxHead || lengths.name > kMaxName || lengths.body > max_body)
    return Result::closed;
  r = receive_text(fd, m.head, lengths.head, deadline);
  if (r == Result::done) r = receive_text(fd, m.name, lengths.name, deadline);
  if (r == Result::done) r = receive_text(fd, m.body, lengths.body, deadline);
  return r;
}

}  // namespace vanthu::wire
