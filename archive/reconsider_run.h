// SPDX-License-Identifier: GPL-3.0-or-later
// The pass of `vanthu reconsider` over an archive: what it knows is gathered first, then each
// doubted dispatch weighed with it. One thread; each changed document is one commit, so that other
// writers get in between and a killed pass is simply run again.
#pragma once
#include <functional>
#include <string>

#include "archive/archive.h"

namespace vanthu {

struct FieldChange {
  std::string id, field;  // "number" or "date"
  Field before, after;
};

struct ReconsiderOptions {
  bool only_look = false;  // nothing is written
  std::function<void(const FieldChange&)> changed = {};
  std::function<void(std::size_t done, std::size_t all)> progress = {};  // documents, twice over
};

struct Reconsidered {
  std::size_t doubted = 0;    // dispatches with a doubtful number or date
  std::size_t documents = 0;  // that got a new version
  std::vector<Fault> faults;  // documents that could not be read
};

// Throws Error: io, busy.
Reconsidered reconsider_archive(Archive& archive, const std::string& by,
                                const ReconsiderOptions& options = {});

}  // namespace vanthu
