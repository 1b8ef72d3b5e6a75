// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: the database under the catalogue, its errors as ours and its waiting.
#pragma once

// Debian builds SOCI with Boost's tuples among its row types, and its headers then ask for all of
// Boost. Those are templates alone, which we do not use: without them nothing else changes.
#include <soci/soci-config.h>
#undef SOCI_HAVE_BOOST

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <chrono>
#include <mutex>
#include <string>
#include <thread>

#include "archive/catalogue.h"
#include "archive/schema.h"
#include "pipeline/error.h"

namespace vanthu {

inline constexpr int kSqliteBusy = 5, kSqliteLocked = 6, kSqliteCorrupt = 11, kSqliteFull = 13,
                     kSqliteNotADatabase = 26;
inline constexpr std::chrono::seconds kBusyWait{10};

// What a rebuild makes again. `indexed`, `audit` and `journal` stay.
inline constexpr const char* kRebuilt[] = {"documents", "dispatches", "review",
                                           "register",  "stamps",     "links"};

inline int sqlite_result(const soci::soci_error& error) {
  const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
  return sqlite ? sqlite->result() & 0xff : 0;
}

inline bool is_busy(const soci::soci_error& error) {
  return sqlite_result(error) == kSqliteBusy || sqlite_result(error) == kSqliteLocked;
}

[[noreturn]] inline void translate(const soci::soci_error& error) {
  const std::string what = std::string("the catalogue: ") + error.what();
  const int result = sqlite_result(error);
  if (is_busy(error))
    throw Error(Code::busy, "another program is writing to the catalogue", "try again in a moment");
  if (result == kSqliteCorrupt || result == kSqliteNotADatabase)
    throw Error(Code::corrupt, what, kMoveAway);
  throw Error(Code::io, what,
              result == kSqliteFull ? "make room on the disk, then do it again" : "");
}

// SQLite's own waiting does not cover another connection that opens or closes the log just now, nor
// a reader that turns writer: what it refused has not happened and is tried again.
template <class Fn>
auto patiently(Fn fn) {
  const auto end = std::chrono::steady_clock::now() + kBusyWait;
  for (;;) {
    try {
      return fn();
    } catch (const soci::soci_error& error) {
      if (!is_busy(error) || std::chrono::steady_clock::now() > end) translate(error);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

struct Catalogue::State {
  mutable std::recursive_mutex mutex;
  mutable soci::session sql;
};

// Every use of the connection: one thread at a time, SOCI's errors as ours.
template <class State, class Fn>
auto with(State& state, Fn fn) {
  const std::lock_guard guard(state.mutex);
  return patiently([&] { return fn(state.sql); });
}

// Within a transaction: the links that a document says.
void insert_links(soci::session& sql, const DocumentFacts& facts);
// Within a transaction: what stands in the book of one document, and its arrival stamps.
void insert_register(soci::session& sql, const DocumentFacts& facts);

}  // namespace vanthu
