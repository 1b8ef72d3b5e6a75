// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-C during a batch: the first asks to stop after the documents begun, the second is the
// system's own and ends the program at once (what is kept stays whole; the next start cleans up).
#pragma once

namespace vanthu::cli {

// Listens while it lives. One at a time in a process.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  bool asked() const;
};

}  // namespace vanthu::cli
