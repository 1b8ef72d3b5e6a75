// SPDX-License-Identifier: GPL-3.0-or-later
// One message between vanthu and its worker process: two length prefixes, a JSON head, and bytes.
// Both sides are one program, so the lengths are in the machine's own byte order; but neither side
// trusts the other's: what is too long is refused. No shared state; one thread a descriptor.
#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vanthu::wire {

using Deadline = std::optional<std::chrono::steady_clock::time_point>;  // none: wait for ever

struct Message {
  std::string head;  // one JSON object
  std::string name;  // of the file, any bytes
  std::string body;  // the scan, the reading, the PNG
};

// The same, not owned: a scan of a gigabyte is not copied to be sent.
struct MessageView {
  std::string_view head, name = {}, body = {}, more = {};  // `more` arrives behind the body, in it
};

enum class Result { done, closed, late };  // closed: the other side is gone

inline constexpr std::size_t kMaxHead = 1 << 20;  // a head names a page and a box, not a document

// Sockets alone: a dead peer is a result, never a signal.
Result send(int fd, const MessageView& message, Deadline deadline = {});
// `max_body`: a longer body, head or name is answered `closed`, since nothing after it can be
// believed.
Result receive(int fd, Message& message, std::size_t max_body, Deadline deadline = {});

}  // namespace vanthu::wire
