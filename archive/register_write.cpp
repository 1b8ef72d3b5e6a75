// SPDX-License-Identifier: GPL-3.0-or-later
// What an Archive keeps of the book of incoming dispatches; see archive_write.cpp for the order of
// the steps.
#include "archive/change_rows.h"
#include "archive/source_note.h"
#include "pipeline/error.h"
#include "pipeline/reading_json.h"

namespace vanthu {

std::vector<RegisterEntry> Archive::entries(const std::string& sha256) const {
  return state_->catalogue.entries_of(sha256);
}

std::vector<Catalogue::Entered> Archive::entries_in(const std::string& year) const {
  return state_->catalogue.entries(year);
}

std::vector<StampRow> Archive::stamps_of(const std::string& sha256) const {
  return state_->catalogue.stamps_of(sha256);
}

std::vector<StampRow> Archive::stamps_in(const std::string& year) const {
  return state_->catalogue.stamps(year);
}

void Archive::change_entries(const std::string& sha256, const std::string& by,
                             const ChangeEntries& change) {
  change_rows(*state_, sha256, by, kRegisterFile, &State::entries, change);
}

std::string Archive::typed_original(const std::string& sha256) const {
  return state_->root.read(sha256, "original.json");
}

std::string Archive::keep_typed(const std::string& by, const MakeTyped& make) {
  const Lock held = state_->lock();
  state_->finish_leftovers();
  AuditRow audit;
  audit.at = now_utc();
  audit.who = by;
  const TypedDocument made = make(audit);
  if (has(made.reading.sha256))
    throw Error(Code::internal, "the same was typed in the same second");
  state_->write_typed(made, audit);
  return made.reading.sha256;
}

void Archive::State::write_typed(const TypedDocument& made, const AuditRow& audit) {
  const std::string& sha256 = made.reading.sha256;
  check_keepable(sha256, made.reading);
  const SourceNote note{made.name, "json", sha256, made.bytes.size(), audit.at, audit.who, {}};
  const std::string reading = to_json(made.reading) + "\n", source = to_json(note),
                    entries = to_json(made.entries);
  write_version(sha256,
                {{"original.json", made.bytes},
                 {kReadingFile, reading},
                 {kSourceFile, source},
                 {kRegisterFile, entries}},
                audit);
}

}  // namespace vanthu
