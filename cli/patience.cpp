// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/patience.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

namespace vanthu::cli {
namespace {

constexpr double kLongest = 60;  // seconds; a disk that was full is noticed within a minute
constexpr double kLook = 0.1;    // seconds between two looks at `stop`

double pause_at(int tries) { return std::min(kLongest, std::ldexp(1.0, std::min(tries, 10) - 1)); }

}  // namespace

double pause_after(int tries, double seconds) {
  double waited = 0;
  for (int n = 1; n < tries; ++n) waited += pause_at(n);
  const double pause = std::min(pause_at(tries), seconds - waited);
  return pause > 0 ? pause : -1;
}

Patience::Patience(double seconds, std::function<bool()> stop)
    : seconds_(seconds), stop_(std::move(stop)) {}

bool Patience::again(int tries) const {
  double left = pause_after(tries, seconds_);
  if (left < 0) return false;
  for (; left > 0; left -= kLook) {
    if (stop_ && stop_()) return false;
    std::this_thread::sleep_for(std::chrono::duration<double>(std::min(left, kLook)));
  }
  return true;
}

}  // namespace vanthu::cli
