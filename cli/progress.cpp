// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli/messages.h"
#include "cli/terminal.h"

namespace vanthu::cli {
namespace {

constexpr std::size_t kBar = 20;                          // cells
constexpr auto kRedraw = std::chrono::milliseconds(100);  // quicker than the eye reads is waste
constexpr double kTrustAfter = 2;                         // seconds before a rate means anything

std::string bar(const ProgressState& s) {
  const std::size_t full = s.files ? std::min(kBar, kBar * s.done / s.files) : 0;
  return '[' + std::string(full, '#') + std::string(kBar - full, '.') + ']';
}

}  // namespace

std::string decimal(double value) {
  std::string out = fmt::format("{:.1f}", value);
  if (language() == Language::vi) std::ranges::replace(out, '.', ',');
  return out;
}

double seconds_left(const ProgressState& s) {
  if (s.done == 0 || s.files == 0 || s.seconds < kTrustAfter) return -1;
  return s.seconds / static_cast<double>(s.done) * static_cast<double>(s.files - s.done);
}

std::string duration_text(double seconds) {
  const long long s = std::llround(std::max(0.0, seconds));
  if (s < 60) return say(M::time_seconds, s);
  const long long minutes = (s + 30) / 60;
  if (minutes < 60) return say(M::time_minutes, minutes);
  return say(M::time_hours, minutes / 60, minutes % 60);
}

std::string progress_line(const ProgressState& s, std::size_t columns) {
  std::string line = bar(s) + "  ";
  line += say(s.counts_pages ? M::progress_of_pages : M::progress_files, s.done, s.files);
  if (s.pages > 0 && !s.counts_pages) line += say(M::progress_pages, s.pages);
  if (s.pages > 0 && s.seconds >= kTrustAfter)
    line += say(M::progress_rate, decimal(static_cast<double>(s.pages) / s.seconds));
  if (const double left = seconds_left(s); left >= 0)
    line += say(M::progress_left, duration_text(left));
  if (s.failed > 0) line += say(M::progress_failed, s.failed);
  return cut(line, columns);
}

ProgressBar::ProgressBar(bool wanted) : on_(wanted && is_terminal(STDERR_FILENO)) {}

void ProgressBar::clear() {
  const std::scoped_lock lock(mutex_);
  if (on_) std::fputs("\r\x1b[K", stderr);
  on_ = false;
}

void ProgressBar::files(std::size_t done, std::size_t all, std::size_t failed) {
  const std::scoped_lock lock(mutex_);
  state_.done = done, state_.files = all, state_.failed = failed;
  draw(false);
}

void ProgressBar::pages(std::size_t done, std::size_t all) {
  const std::scoped_lock lock(mutex_);
  state_.counts_pages = true;
  state_.done = state_.pages = done, state_.files = all;
  draw(false);
}

void ProgressBar::page_done() {
  const std::scoped_lock lock(mutex_);
  ++state_.pages;
  draw(false);
}

void ProgressBar::print(const std::string& line) {
  const std::scoped_lock lock(mutex_);
  if (on_) std::fputs("\r\x1b[K", stderr);
  std::fputs((line + '\n').c_str(), stdout);
  std::fflush(stdout);
  draw(true);
}

void ProgressBar::warn(const std::string& line) {
  const std::scoped_lock lock(mutex_);
  if (on_) std::fputs("\r\x1b[K", stderr);
  std::fputs((line + '\n').c_str(), stderr);
  draw(true);
}

void ProgressBar::draw(bool now) {
  const auto time = Clock::now();
  if (!on_ || (!now && time - drawn_ < kRedraw)) return;
  drawn_ = time;
  state_.seconds = std::chrono::duration<double>(time - begin_).count();
  const auto columns = static_cast<std::size_t>(std::max(20, terminal_columns(STDERR_FILENO) - 1));
  std::fputs(("\r\x1b[K" + progress_line(state_, columns)).c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace vanthu::cli
