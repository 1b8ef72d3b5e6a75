// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stop.h"

#include <signal.h>

#include <atomic>

namespace vanthu::cli {
namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};

// Atomic, not only volatile: the signal may come to any of the reading threads, and the writer
// asks.
std::atomic<bool> stop_asked = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler must not wait");

extern "C" void on_stop(int) { stop_asked = true; }

}  // namespace

StopSignals::StopSignals() {
  stop_asked = false;
  struct sigaction action {};
  action.sa_handler = on_stop;
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  for (const int signal : kSignals) sigaction(signal, &action, nullptr);
}

StopSignals::~StopSignals() {
  for (const int signal : kSignals) ::signal(signal, SIG_DFL);
}

bool StopSignals::asked() const { return stop_asked; }

}  // namespace vanthu::cli
