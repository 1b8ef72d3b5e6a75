// SPDX-License-Identifier: GPL-3.0-or-later
// The writes of an Archive. Each holds the lock from the first look to the last step, in the order
// stage, commit, catalogue, settle: see ocfl.h for why a kill between any two does no harm.
#include <algorithm>
#include <set>

#include "archive/archive_state.h"
#include "archive/clock.h"
#include "archive/correction.h"
#include "archive/digest.h"
#include "archive/files.h"
#include "archive/source_note.h"
#include "pipeline/error.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

DocumentRow document_row(const SourceNote& note, const Reading& reading, int version) {
  const std::string name = files::name_of(note.path);
  DocumentRow row;
  row.sha256 = note.sha256;
  row.version = version;
  row.name = repair_utf8(name);
  row.name_bytes = is_utf8(name) ? "" : to_hex(name);
  row.ext = note.ext;
  row.bytes = note.bytes;
  row.pages = static_cast<int>(reading.pages.size());
  row.imported_at = note.imported_at;
  row.imported_by = note.imported_by;
  return row;
}

AuditRow audit_row(const std::string& who, const std::string& what,
                   const std::string& dispatch = {}, const std::string& field = {},
                   const std::string& detail = {}) {
  return {0, now_utc(), who, what, dispatch, field, detail};
}

std::string message_of(const AuditRow& row) {
  std::string out = row.what;
  for (const std::string& part : {row.field, row.dispatch, row.detail})
    if (!part.empty()) out += " " + part;
  return out;
}

std::string shown(const Field& field) { return field.value.value_or("(none)"); }

}  // namespace

std::vector<RegisterEntry> Archive::State::entries(const std::string& sha256) const {
  if (digest_in(root.inventory(sha256), kRegisterFile).empty()) return {};
  return entries_from_json(root.read(sha256, kRegisterFile));
}

DocumentFacts Archive::State::found(const std::string& sha256) const {
  DocumentFacts out;
  out.reading = newest(sha256);
  out.entries = entries(sha256);
  out.links = links(sha256);
  out.document = document_row(source_note_from_json(root.read(sha256, kSourceFile)), out.reading,
                              root.inventory(sha256).head());
  return out;
}

void Archive::State::check_keepable(const std::string& sha256, const Reading& reading) const {
  if (may_be_secret(reading))
    throw Error(Code::secret, "the paper may bear a secrecy mark", "it may not be kept here");
  if (reading.sha256 != sha256)
    throw Error(Code::internal, "the reading is of another file than the scan");
  for (const Dispatch& dispatch : reading.dispatches) {  // twelve digits may one day not be enough
    const auto other = catalogue.dispatch(dispatch.id);
    if (other && other->sha256 != sha256)
      throw Error(Code::internal, "another document has the id " + dispatch.id + " already");
  }
}

void Archive::State::finish_leftovers() {
  finish_objects();
  finish_purges();
}

void Archive::State::finish_objects() {
  for (const std::string& sha256 : root.recover()) {
    if (root.has(sha256)) {
      const DocumentFacts there = found(sha256);
      const auto known = catalogue.document(sha256);
      const InventoryVersion last = root.inventory(sha256).versions.back();
      const AuditRow audit{0, last.created, last.user, "finish", {}, {}, last.message};
      const bool untold = !known || known->version != there.document.version;
      catalogue.put(there, untold ? &audit : nullptr);
    }
    root.settle(sha256);
  }
}

void Archive::State::write_version(const std::string& sha256, const std::vector<OcflFile>& changed,
                                   const AuditRow& audit) {
  root.stage(sha256, changed, {audit.at, message_of(audit), audit.who});
  root.commit(sha256);
  const DocumentFacts there = found(sha256);
  catalogue.put(there, &audit);
  root.settle(sha256);
}

Reading Archive::State::write_reading(const Reading& reading, const AuditRow& audit) {
  const std::string json = to_json(reading) + "\n";
  write_version(reading.sha256, {{kReadingFile, json}}, audit);
  return newest(reading.sha256);
}

Rebuilt Archive::State::rebuild_rows() {
  std::vector<std::string> all;
  root.for_each([&](const std::string& sha256) { all.push_back(sha256); });
  Rebuilt out;
  auto next = all.begin();
  catalogue.replace_all([&](DocumentFacts& facts) {
    while (next != all.end()) {
      const std::string& sha256 = *next++;
      try {
        facts = found(sha256);
        ++out.documents;
        return true;
      } catch (const Error& error) {
        out.faults.push_back({object_id(sha256), "CAT", error.what()});
      }
    }
    return false;
  });
  return out;
}

Kept Archive::keep(const Scan& scan, const Reading& reading, const std::string& by,
                   const std::vector<DerivedFile>& derived, const std::string& container) {
  const std::string sha256 = sha256_hex(scan.bytes);
  const Lock held = state_->lock();
  state_->finish_leftovers();
  Kept kept;
  kept.is_new = !has(sha256);
  if (kept.is_new) {
    check_not_purged(sha256);
    state_->check_keepable(sha256, reading);
    const AuditRow audit = audit_row(by, "import", {}, {}, sha256);
    const SourceNote note{
        scan.name, extension_of(scan.name, scan.bytes), sha256, scan.bytes.size(), audit.at, by,
        container};
    const std::string reading_text = to_json(reading) + "\n", note_text = to_json(note);
    std::vector<OcflFile> files = {{"original." + note.ext, scan.bytes},
                                   {kReadingFile, reading_text},
                                   {kSourceFile, note_text}};
    for (const DerivedFile& file : derived) files.push_back({file.name, file.bytes});
    state_->write_version(sha256, files, audit);
  }
  kept.document = state_->document(sha256);
  kept.dispatches = state_->catalogue.dispatches_of(sha256);
  for (const DispatchRow& row : kept.dispatches)
    std::ranges::move(state_->catalogue.same_dispatch(row), std::back_inserter(kept.same_dispatch));
  return kept;
}

Reading Archive::correct(const std::string& id, const std::string& field, const std::string& value,
                         const std::string& by) {
  const Lock held = state_->lock();
  state_->finish_leftovers();
  Reading reading = state_->newest(state_->row(id).sha256);
  const auto field_now = [&]() -> Field {
    for (Dispatch& dispatch : reading.dispatches)
      if (Field* found = dispatch.id == id ? find_field(dispatch, field) : nullptr) return *found;
    return {};
  };
  const std::string before = shown(field_now());
  AuditRow audit = audit_row(by, "correct", id, field);
  apply_correction(reading, id, field, value, {by, audit.at});
  audit.detail = before + " -> " + shown(field_now());
  return state_->write_reading(reading, audit);
}

Reading Archive::update(const Reading& fresh, const std::string& message, const std::string& by) {
  const Lock held = state_->lock();
  state_->finish_leftovers();
  state_->check_keepable(fresh.sha256, fresh);
  int used = 0;
  const int versions = state_->document(fresh.sha256).version;
  for (int version = 1; version <= versions; ++version)
    for (const Dispatch& dispatch :
         reading_from_json(state_->root.read(fresh.sha256, kReadingFile, version)).dispatches)
      used = std::max(used, number_of_id(dispatch.id));
  const Reading old = state_->newest(fresh.sha256);
  std::set<std::string> booked;
  for (const RegisterEntry& entry : state_->entries(fresh.sha256)) booked.insert(entry.dispatch);
  for (const Link& link : state_->links(fresh.sha256)) booked.insert(link.dispatch);
  Reading merged = merge_corrections(old, fresh, used + 1, booked);
  for (const TypedRow& row : typed(fresh.sha256)) weigh_typed(merged, row);
  if (to_json(merged) == to_json(old)) return old;
  return state_->write_reading(merged, audit_row(by, "update", {}, {}, message));
}

Reading Archive::revise(const std::string& sha256, const std::function<void(Reading&)>& change,
                        const std::string& message, const std::string& by) {
  const Lock held = state_->lock();
  state_->finish_leftovers();
  const Reading old = state_->newest(sha256);
  Reading changed = old;
  change(changed);
  if (changed == old) return old;
  state_->check_keepable(sha256, changed);
  return state_->write_reading(changed, audit_row(by, message));
}

std::vector<TypedRow> Archive::typed(const std::string& sha256) const {
  if (digest_in(state_->root.inventory(sha256), kTypedFile).empty()) return {};
  return typed_from_json(state_->root.read(sha256, kTypedFile));
}

void Archive::add_typed(const std::string& sha256, TypedRow row) {
  const Lock held = state_->lock();
  state_->finish_leftovers();
  std::vector<TypedRow> rows = typed(sha256);
  const bool said = std::ranges::any_of(rows, [&](const TypedRow& other) {
    return other.list == row.list && other.shelf == row.shelf && other.fields == row.fields;
  });
  if (said) return;
  const AuditRow audit = audit_row(row.by, "typed", {}, {}, row.list);
  row.at = audit.at;
  Reading reading = state_->newest(sha256);
  weigh_typed(reading, row);
  rows.push_back(std::move(row));
  state_->check_keepable(sha256, reading);
  const std::string json = to_json(reading) + "\n", typed_json = to_json(rows);
  state_->write_version(sha256, {{kTypedFile, typed_json}, {kReadingFile, json}}, audit);
}

Rebuilt Archive::rebuild(const std::string& by) {
  const Lock held = state_->lock();
  state_->finish_leftovers();
  Rebuilt rebuilt = state_->rebuild_rows();
  state_->catalogue.audit(audit_row(by, "rebuild", {}, {}, std::to_string(rebuilt.documents)));
  return rebuilt;
}

}  // namespace vanthu
