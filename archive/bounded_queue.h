// SPDX-License-Identifier: GPL-3.0-or-later
// A queue between threads that never holds more than so many values, so that a batch of any length
// takes the same memory. Any number of threads may push and pop.
#pragma once
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace vanthu {

template <class T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t most) : most_(most) {}

  // Waits for room. False when the queue was closed: the value is dropped.
  bool push(T value) {
    std::unique_lock guard(mutex_);
    room_.wait(guard, [&] { return closed_ || values_.size() < most_; });
    if (closed_) return false;
    values_.push_back(std::move(value));
    filled_.notify_one();
    return true;
  }

  // Waits for a value. nullopt when the queue is closed, or finished and empty.
  std::optional<T> pop() {
    std::unique_lock guard(mutex_);
    filled_.wait(guard, [&] { return closed_ || finished_ || !values_.empty(); });
    if (closed_ || values_.empty()) return std::nullopt;
    std::optional<T> value(std::move(values_.front()));
    values_.pop_front();
    room_.notify_one();
    return value;
  }

  void finish() { set(finished_); }  // nothing more will be pushed; what is there is still popped
  void close() { set(closed_); }     // all over: whoever waits goes home

 private:
  void set(bool& flag) {
    const std::lock_guard guard(mutex_);
    flag = true;
    filled_.notify_all();
    room_.notify_all();
  }

  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable room_, filled_;
  std::deque<T> values_;
  bool finished_ = false, closed_ = false;
};

}  // namespace vanthu
