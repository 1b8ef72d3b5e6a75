// SPDX-License-Identifier: GPL-3.0-or-later
// How long a batch waits for a trouble that may pass, as a full disk or a busy file. Each trouble
// has the same patience of its own. Any thread may wait.
#pragma once
#include <functional>

namespace vanthu::cli {

class Patience {
 public:
  explicit Patience(double seconds, std::function<bool()> stop = {});
  // Waits before the try after `tries` of them: 1 second, 2, 4, up to a minute. False at once when
  // that would be too long in all; false when `stop` says so meanwhile.
  bool again(int tries) const;

 private:
  double seconds_;
  std::function<bool()> stop_;
};

// Seconds to wait after `tries` tries, and negative when patience of `seconds` is at an end. Pure.
double pause_after(int tries, double seconds);

}  // namespace vanthu::cli
