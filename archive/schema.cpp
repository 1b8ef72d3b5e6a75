// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/schema.h"

#include <fstream>
#include <string_view>

#include "archive/files.h"
#include "pipeline/error.h"

namespace vanthu {

const std::vector<std::vector<std::string>>& schema_steps() {
  static const std::vector<std::vector<std::string>> steps = {
      {
          R"(CREATE TABLE documents (
           sha256 VARCHAR(64) PRIMARY KEY,
           version INTEGER NOT NULL,
           name TEXT NOT NULL,
           name_bytes TEXT NOT NULL,
           ext TEXT NOT NULL,
           bytes BIGINT NOT NULL,
           pages INTEGER NOT NULL,
           imported_at TEXT NOT NULL,
           imported_by TEXT NOT NULL))",
          R"(CREATE TABLE dispatches (
           id VARCHAR(32) PRIMARY KEY,
           sha256 VARCHAR(64) NOT NULL,
           ordinal INTEGER NOT NULL,
           pages TEXT NOT NULL,
           number TEXT NOT NULL,
           date TEXT NOT NULL,
           issuer TEXT NOT NULL,
           parent TEXT NOT NULL,
           type TEXT NOT NULL,
           subject TEXT NOT NULL,
           signer TEXT NOT NULL,
           urgent TEXT NOT NULL,
           circulation TEXT NOT NULL,
           access INTEGER NOT NULL,
           complete INTEGER NOT NULL,
           attached_to TEXT NOT NULL,
           doubtful TEXT NOT NULL,
           same_key TEXT NOT NULL))",
          "CREATE INDEX dispatches_sha256 ON dispatches (sha256)",
          "CREATE INDEX dispatches_same_key ON dispatches (same_key)",
          "CREATE INDEX dispatches_date ON dispatches (date)",
          R"(CREATE TABLE review (
           dispatch VARCHAR(32) NOT NULL,
           sha256 VARCHAR(64) NOT NULL,
           field VARCHAR(32) NOT NULL,
           page INTEGER NOT NULL,
           boxes TEXT NOT NULL,
           value TEXT NOT NULL,
           confidence DOUBLE PRECISION NOT NULL,
           status VARCHAR(16) NOT NULL,
           candidates TEXT NOT NULL,
           urgency DOUBLE PRECISION NOT NULL,
           PRIMARY KEY (dispatch, field)))",
          "CREATE INDEX review_sha256 ON review (sha256)",
          "CREATE INDEX review_urgency ON review (urgency)",
          R"(CREATE TABLE indexed (
           sha256 VARCHAR(64) PRIMARY KEY,
           version INTEGER NOT NULL))",
          R"(CREATE TABLE audit (
           id BIGINT PRIMARY KEY,
           at TEXT NOT NULL,
           who TEXT NOT NULL,
           what TEXT NOT NULL,
           dispatch TEXT NOT NULL,
           field TEXT NOT NULL,
           detail TEXT NOT NULL))",
          "CREATE INDEX audit_dispatch ON audit (dispatch)",
          R"(CREATE TABLE journal (
           batch VARCHAR(64) NOT NULL,
           seq BIGINT NOT NULL,
           path_bytes TEXT NOT NULL,
           outcome VARCHAR(16) NOT NULL,
           reason TEXT NOT NULL,
           sha256 TEXT NOT NULL,
           at TEXT NOT NULL,
           PRIMARY KEY (batch, seq)))",
      },
      {
          R"(CREATE TABLE register (
           sha256 VARCHAR(64) NOT NULL,
           seq INTEGER NOT NULL,
           dispatch VARCHAR(32) NOT NULL,
           number INTEGER NOT NULL,
           day TEXT NOT NULL,
           receiver TEXT NOT NULL,
           passed_on TEXT NOT NULL,
           note TEXT NOT NULL,
           own_row INTEGER NOT NULL,
           cancelled TEXT NOT NULL,
           last_number INTEGER NOT NULL,
           volume TEXT NOT NULL,
           who TEXT NOT NULL,
           at TEXT NOT NULL,
           PRIMARY KEY (sha256, seq)))",
          "CREATE INDEX register_day ON register (day)",
          "CREATE INDEX register_dispatch ON register (dispatch)",
          R"(CREATE TABLE stamps (
           sha256 VARCHAR(64) NOT NULL,
           seq INTEGER NOT NULL,
           dispatch VARCHAR(32) NOT NULL,
           receiver TEXT NOT NULL,
           number INTEGER NOT NULL,
           confidence DOUBLE PRECISION NOT NULL,
           day TEXT NOT NULL,
           PRIMARY KEY (sha256, seq)))",
          "CREATE INDEX stamps_day ON stamps (day)",
          // A row here: tables are new that only the objects can fill.
          "CREATE TABLE wanting (what TEXT NOT NULL)",
          "INSERT INTO wanting (what) VALUES ('rows')",
      },
      {
          "ALTER TABLE register ADD COLUMN purged VARCHAR(64) NOT NULL DEFAULT ''",
          "CREATE INDEX register_purged ON register (purged)",
      },
      {
          R"(CREATE TABLE links (
           sha256 VARCHAR(64) NOT NULL,
           seq INTEGER NOT NULL,
           dispatch VARCHAR(32) NOT NULL,
           relation VARCHAR(16) NOT NULL,
           target VARCHAR(32) NOT NULL,
           who TEXT NOT NULL,
           at TEXT NOT NULL,
           PRIMARY KEY (sha256, seq)))",
          "CREATE INDEX links_dispatch ON links (dispatch)",
          "CREATE INDEX links_target ON links (target)",
      }};
  return steps;
}

// Before SOCI looks: it loses its connection when the very first statement fails.
void check_database_file(const std::string& path, bool writable) {
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  if (path.find('"') != std::string::npos)
    throw Error(Code::cannot_create, "the path of an archive may hold no quotation mark: " + path);
  const bool there = files::exists(path);
  if (!there && !writable) throw Error(Code::not_found, "there is no catalogue at " + path);
  std::string head(kMagic.size(), '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  if (there && in.gcount() > 0 && head != kMagic)
    throw Error(Code::corrupt, path + " is no SQLite database", kMoveAway);
}

}  // namespace vanthu
