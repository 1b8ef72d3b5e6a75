// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "cli/messages.h"
#include "cli/terminal.h"
#include "cli/vocabularies.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {

std::string Context::archive_path() const {
  if (!archive_option.empty()) return archive_option;
  if (const char* path = std::getenv("VANTHU_ARCHIVE"); path && *path) return path;
  if (!config.archive.empty()) return config.archive;
  throw Error(Code::usage, text(M::err_no_archive), text(M::hint_no_archive));
}

Archive& Context::archive() {
  if (archive_) return *archive_;
  if (command->needs == Needs::none)
    throw Error(Code::internal, "a command that needs no archive asked for one");
  const std::string path = archive_path();
  OpenOptions options;
  options.mode = command->needs == Needs::write ? Mode::write : Mode::read;
  options.lock_wait = lock_wait;
  options.take_purged = take_purged;
  try {
    archive_ = Archive::open(path, options);
  } catch (const Error& error) {
    if (error.code != Code::not_found) throw;
    throw Error(Code::not_found, say(M::err_archive_missing, safe(path)),
                say(M::hint_archive_missing, shell_word(path)));
  }
  return *archive_;
}

std::string Context::who(const std::string& given) const {
  if (!given.empty()) return repair_utf8(given);
  if (!config.by.empty()) return config.by;
  if (const char* user = std::getenv("USER"); user && *user) return repair_utf8(user);
  const passwd* entry = getpwuid(geteuid());
  return entry ? repair_utf8(entry->pw_name) : std::to_string(geteuid());
}

WorkerOptions Context::worker_options() const {
  WorkerOptions out = config.worker;
  if (!config.vocabulary.empty()) out.vocabulary = load_vocabularies(config.vocabulary);
  return out;
}

int Context::jobs() const {
  if (config.jobs > 0) return config.jobs;
  return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

}  // namespace vanthu::cli
