// SPDX-License-Identifier: GPL-3.0-or-later
// How far the check of an archive came, kept among the user's own files so that an archive on a
// read-only disk can be checked in several evenings too. One thread.
#pragma once
#include <string>
#include <vector>

#include "archive/fault.h"

namespace vanthu::cli {

struct VerifyState {
  std::string upto;  // every object up to this SHA-256 was checked; empty: none yet
  std::vector<Fault> faults;
};

// $XDG_STATE_HOME/vanthu (else ~/.local/state/vanthu), one file an archive.
std::string verify_state_path(const std::string& archive);

VerifyState load_verify_state(const std::string& path);  // empty when there is none, or no sense
void save_verify_state(const std::string& path, const VerifyState& state);  // throws Error{io}
void drop_verify_state(const std::string& path);

}  // namespace vanthu::cli
