// SPDX-License-Identifier: GPL-3.0-or-later
// How far a long work is: one line rewritten in place on a terminal, nothing at all in a pipe.
// Any thread may call; what it says is decided by pure functions.
#pragma once
#include <chrono>
#include <mutex>
#include <string>

namespace vanthu::cli {

struct ProgressState {
  std::size_t files = 0, done = 0;
  bool counts_pages = false;  // `files` and `done` are pages of one file
  std::size_t pages = 0;
  std::size_t failed = 0;
  double seconds = 0;  // since the start
};

// "[#####.....]  12/40 files · 57 pages · 1.9 pages/s · 3 min left · 2 failed", at most `columns`
// wide.
std::string progress_line(const ProgressState& state, std::size_t columns);

// Seconds left by what was done so far; negative while nothing can be said.
double seconds_left(const ProgressState& state);
std::string duration_text(double seconds);  // "45 s", "3 min", "2 h 10 min"
std::string decimal(double value);          // one digit after the point, or the comma in Vietnamese

class ProgressBar {
 public:
  // Draws on standard error if that is a terminal and `wanted`.
  explicit ProgressBar(bool wanted = true);
  ~ProgressBar() { clear(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void files(std::size_t done, std::size_t all, std::size_t failed = 0);
  void page_done();                               // one more page, of whichever file
  void pages(std::size_t done, std::size_t all);  // of the one file there is
  void print(const std::string& line);            // a line on standard output, above the bar
  void warn(const std::string& line);             // a line on standard error, above the bar
  void clear();  // takes the line away; nothing is drawn after that

 private:
  void draw(bool now);

  using Clock = std::chrono::steady_clock;
  std::mutex mutex_;
  ProgressState state_;
  Clock::time_point begin_ = Clock::now(), drawn_{};
  bool on_ = false;
};

}  // namespace vanthu::cli
