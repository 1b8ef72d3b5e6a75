// SPDX-License-Identifier: GPL-3.0-or-later
// One reading: everything one scan file said, field by field. The contract is docs/reading.md
// (schema 1): fields may be added, none changes its meaning. Plain values, safe from any thread.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "pipeline/words.h"

namespace vanthu {

// A value given with at least this confidence needs no clerk; below it the field goes to review.
inline constexpr double kTrusted = 0.9;

enum class Status { read, handwritten, inferred, absent, missing, unreadable, corrected };

struct Evidence {
  std::string
      source;  // "digits" "print" "stamp" "citation" "calendar" "file_name" "layout" "notation" …
  std::string value;
  double weight = 0;
  bool operator==(const Evidence&) const = default;
};

struct Candidate {
  std::string value;
  double confidence = 0;
  bool operator==(const Candidate&) const = default;
};

struct Correction {
  std::string by, at;  // who; when, ISO 8601 with zone
  bool operator==(const Correction&) const = default;
};

// One field. `value` empty (nullopt) with status absent: seen that the paper has none; missing:
// looked for and not found; unreadable: it is there. A guess is not a value: it stands among the
// candidates.
struct Field {
  std::optional<std::string> value;
  double confidence = 0;
  Status status = Status::missing;
  std::string raw;         // as on paper, where it differs from value
  int page = 0;            // 0: nowhere
  std::vector<Box> boxes;  // raster pixels of that page once the reading is finished
  std::vector<Evidence> evidence;
  std::vector<Candidate> candidates;
  std::optional<Correction> corrected;
  bool operator==(const Field&) const = default;
};

struct Copy {  // one line of Nơi nhận (recipients of copies)
  Field who;
  std::string purpose, channel;  // "b/c", "điện tử"; empty when not said
  bool operator==(const Copy&) const = default;
};

struct Signer {
  Field name, title;
  std::string role = "signs";  // "signs" "approves" "joint"
  bool operator==(const Signer&) const = default;
};

struct Stamp {  // an ĐẾN (arrival) stamp
  Field receiver, number, date, transfer, file_code;
  Box box;
  int page = 1;
  bool operator==(const Stamp&) const = default;
};

struct Citation {                                                // a reference to another document
  std::string number, title, type, date, issuer, relation, raw;  // empty when not said
  int page = 1;
  Box box;
  std::optional<std::string> resolved;  // id of the dispatch, once known
  bool operator==(const Citation&) const = default;
};

struct Dispatch {
  std::string id;  // "1f3a9c07b2de.1": sha12 of the file, then a number never used again for it
  std::vector<int> pages;
  bool complete = true;
  std::optional<std::string> attached_to;
  Field rule_set, number, date, place, issuer, parent, type, subject;
  std::vector<Field> to;
  std::string to_status = "missing";  // read | blank | absent | missing
  std::vector<Copy> copies;
  Field archive_line, drafting_unit, drafter, due;
  Field signer, signer_title;
  std::vector<Signer> signers;
  Field urgent, secret, circulation;
  std::vector<Stamp> stamps;
  std::vector<Citation> cites;
  bool operator==(const Dispatch&) const = default;
};

// The words of a page here have boxes in raster pixels, and `line` is their index in `lines`.
struct PageReading {
  int page = 1, width = 0, height = 0;
  double dpi = 0;
  int rotation = 0;
  double skew = 0;
  std::string role = "main";    // main | annex | blank | copy_slip | cover
  std::string source = "scan";  // scan | visible_text
  std::vector<std::string> warnings;
  std::string text;
  std::vector<Line> lines;
  bool operator==(const PageReading&) const = default;
};

struct MadeBy {
  std::string vanthu, engine, options;  // options: JSON object as text
  bool operator==(const MadeBy&) const = default;
};

struct Reading {
  MadeBy made_by;
  std::string file;        // valid UTF-8; bytes that are not stand as U+FFFD
  std::string file_bytes;  // hex of the name, only where it is not UTF-8
  std::string sha256;      // lower-case hex
  std::vector<PageReading> pages;
  std::vector<Dispatch> dispatches;
  bool operator==(const Reading&) const = default;
};

}  // namespace vanthu
