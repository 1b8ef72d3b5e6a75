// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stop.h"

#include <signal.h>

namespace vanthu::cli {
namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};

volatile sig_atomic_t stop_asked = 0;

extern "C" void on_stop(int) { stop_asked = 1; }

}  // namespace

StopSignals::StopSignals() {
  stop_asked = 0;
  struct sigaction action {};
  action.sa_handler = on_stop;
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  for (const int signal : kSignals) sigaction(signal, &action, nullptr);
}

StopSignals::~StopSignals() {
  for (const int signal : kSignals) ::signal(signal, SIG_DFL);
}

bool StopSignals::asked() const { return stop_asked != 0; }

}  // namespace vanthu::cli
