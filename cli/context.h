// SPDX-License-Identifier: GPL-3.0-or-later
// What every command is given: the configuration, the options all commands share, and the archive,
// opened as the command table says. One thread.
#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "archive/archive.h"
#include "cli/command.h"
#include "cli/config.h"

namespace vanthu::cli {

class Context {
 public:
  Config config;
  bool json = false;
  std::string archive_option;  // --archive
  const Command* command = nullptr;
  bool take_purged = false;                     // import: what was purged may be kept again
  std::chrono::milliseconds lock_wait{30'000};  // for another writer's commit, then exit code 75

  // --archive, else VANTHU_ARCHIVE, else the configuration. Throws Error{usage} when nobody says.
  std::string archive_path() const;

  // Opened at the first call, for what the command table says the command needs. Throws as
  // Archive::open().
  Archive& archive();

  // Who acts: `given` (--by), else the configuration, else the name of the user.
  std::string who(const std::string& given = {}) const;
  // Of the configuration, with the clerk's vocabularies read. Throws Error{config}.
  WorkerOptions worker_options() const;
  int jobs() const;  // of the configuration, else one for each core

 private:
  std::optional<Archive> archive_;
};

}  // namespace vanthu::cli
