// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a file in a watched folder once its outcome is known: it goes to done/ or
// failed/ beside the others, keeping the folders it lay in, a failed one with the reason in a text
// file beside it. Never over another file: a name that is taken gets a number. One thread.
#pragma once
#include <string>

#include "archive/import.h"

namespace vanthu {

// Returns where it lies now; empty for a refused file, which the quarantine has taken already, and
// for one that is gone. Throws Error{io}.
std::string put_away(const std::string& folder, const FileOutcome& outcome);

}  // namespace vanthu
