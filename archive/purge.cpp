// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a document out. A file in the staging folder, staging/<sha256>.purging, decides: it holds
// the tombstone that will be, and from then on every writer finishes what it says before doing
// anything else. Each step may have been made before, so a kill between any two does no harm.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "archive/archive_state.h"
#include "archive/book.h"
#include "archive/clock.h"
#include "archive/digest.h"
#include "archive/files.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kMark = ".purging";
constexpr const char* kDraft = "purging";  // of a mark: without a digest, so that it is swept away
constexpr const char* kVoid = "văn bản đã tiêu hủy";  // why its number is void, in the register

std::string short_of(const std::string& sha256) { return sha256.substr(0, 12); }

bool same_person(const std::string& a, const std::string& b) {
  return lower(nfc(tidy(a))) == lower(nfc(tidy(b)));
}

RegisterEntry void_number(int number, const std::string& day, const Tombstone& stone) {
  RegisterEntry out;
  out.number = number;
  out.day = day;
  out.cancelled = kVoid;
  out.by = stone.confirmed_by;
  out.at = stone.confirmed_at;
  return out;
}

// Numbers that were given or typed, and those that our stamp says beyond doubt.
std::vector<RegisterEntry> numbers_of(const std::vector<RegisterEntry>& entries,
                                      const std::vector<StampRow>& stamps,
                                      const std::string& agency, const Tombstone& stone) {
  std::vector<RegisterEntry> out;
  for (const RegisterEntry& entry : entries)
    if (entry.number > 0) out.push_back(void_number(entry.number, entry.day, stone));
  for (const StampRow& stamp : stamps) {
    const RegisterEntry* entered = entry_of(entries, stamp.dispatch);
    const bool ours = agency.empty() || names_us(stamp.receiver, agency);
    if (ours && stamp.number > 0 && stamp.confidence >= kTrusted && !(entered && entered->number))
      out.push_back(void_number(stamp.number, arrival_day(stamp.day, stamp.imported_at), stone));
  }
  return out;
}

TypedDocument stone_document(const std::string& bytes, std::vector<RegisterEntry> entries) {
  TypedDocument out;
  out.name = "tieu-huy.json";
  out.bytes = bytes;
  out.reading.made_by = {"", "none", "{}"};
  out.reading.file = out.name;
  out.reading.sha256 = sha256_hex(bytes);
  out.entries = std::move(entries);
  return out;
}

// True when a row of the paper was in it: it is the row of a void number now.
bool blacken(ClosedBook& book, const std::string& paper, const std::string& alias) {
  bool found = false;
  for (RegisterRow& row : book.rows) {
    if (!row.id.starts_with(paper + ".")) continue;
    found = true;
    row = cancelled_row(void_number(row.arrival_number, row.arrived, {}), alias);
  }
  return found;
}

}  // namespace

std::optional<PurgeProposal> Archive::proposed_purge(const std::string& sha256) const {
  if (digest_in(state_->root.inventory(sha256), kPurgeFile).empty()) return std::nullopt;
  PurgeProposal out = proposal_from_json(state_->root.read(sha256, kPurgeFile));
  return out.reason.empty() ? std::nullopt : std::optional(std::move(out));
}

void Archive::propose_purge(const std::string& sha256, const std::string& reason,
                            const std::string& by) {
  const Lock held = state_->lock();
  state_->finish_leftovers();
  const std::string id = short_of(sha256) + ".1";
  const AuditRow audit{0, now_utc(), by, "propose_purge", id, {}, reason};
  const std::string json = to_json(PurgeProposal{by, audit.at, reason});
  state_->write_version(sha256, {{kPurgeFile, json}}, audit);
}

void Archive::withdraw_purge(const std::string& sha256, const std::string& by) {
  const Lock held = state_->lock();
  state_->finish_leftovers();
  if (!proposed_purge(sha256)) return;
  const std::string id = short_of(sha256) + ".1";
  const AuditRow audit{0, now_utc(), by, "withdraw_purge", id, {}, {}};
  const std::string json = to_json(PurgeProposal{by, audit.at, {}});
  state_->write_version(sha256, {{kPurgeFile, json}}, audit);
}

std::optional<Tombstone> Archive::tombstone_of(const std::string& sha256) const {
  const std::vector<std::string> stones = state_->catalogue.purged(purged_key(sha256));
  if (stones.empty()) return std::nullopt;
  return tombstone_from_json(typed_original(stones.back()));
}

void Archive::check_not_purged(const std::string& sha256) const {
  if (state_->options.take_purged) return;
  const auto stone = tombstone_of(sha256);
  if (!stone) return;
  throw Error(Code::denied,
              "it was purged on " + day_of(stone->confirmed_at) + " by " + stone->proposed_by +
                  " and " + stone->confirmed_by + ": " + stone->reason,
              "to keep it all the same: vanthu import --even-purged");
}

Tombstone Archive::purge(const std::string& sha256, const std::string& agency,
                         const std::string& by) {
  const Lock held = state_->lock();
  state_->finish_leftovers();
  const auto proposal = proposed_purge(sha256);
  if (!proposal) throw Error(Code::usage, "nobody has proposed to purge it");
  if (same_person(proposal->by, by))
    throw Error(Code::denied, "whoever proposed it cannot carry it out: " + proposal->by);
  const Tombstone stone{purged_key(sha256), proposal->by,    proposal->at, by,
                        now_utc(),          proposal->reason};
  RegisterEntry marker;
  marker.purged = stone.of;
  marker.by = stone.confirmed_by;
  marker.at = stone.confirmed_at;
  std::vector<RegisterEntry> entries = {marker};
  std::ranges::move(numbers_of(state_->entries(sha256), stamps_of(sha256), agency, stone),
                    std::back_inserter(entries));
  const std::string staging = staging_folder_in(path()), draft = files::join(staging, kDraft);
  const Json mark = {{"tombstone", to_json(stone)}, {"register", to_json(entries)}};
  files::write(draft, mark.dump());
  files::move(draft, files::join(staging, sha256 + kMark));
  files::sync_folder(staging);
  state_->finish_purges();
  return stone;
}

void Archive::State::finish_purges() {
  const std::string staging = staging_folder_in(path);
  for (const std::string& name : files::names_in(staging))
    if (name.ends_with(kMark) && is_sha256_hex(name.substr(0, name.size() - 8)))
      finish_purge(name.substr(0, name.size() - 8), files::join(staging, name));
}

void Archive::State::finish_purge(const std::string& sha256, const std::string& mark) {
  const Json said = Json::parse(files::read(mark));
  const std::string stone_json = said.at("tombstone").get<std::string>();
  const Tombstone stone = tombstone_from_json(stone_json);
  const TypedDocument made =
      stone_document(stone_json, entries_from_json(said.at("register").get<std::string>()));
  const std::string alias = short_of(made.reading.sha256);
  if (!root.has(made.reading.sha256))
    write_typed(made, {0, stone.confirmed_at, stone.confirmed_by, "purge", alias, {}, {}});
  blacken_books(sha256, stone.confirmed_by, alias);
  root.remove(sha256);
  catalogue.forget(sha256, alias);
  for (const char* index : {"index", "index.new", "index.new.old"})
    files::remove_tree(files::join(path, index));
  catalogue.forget_index();
  catalogue.scrub();
  files::remove_tree(mark);
  files::sync_folder(staging_folder_in(path));
}

// A closed book never changes but for this: one without the row takes its place.
void Archive::State::blacken_books(const std::string& sha256, const std::string& by,
                                   const std::string& alias) {
  for (const auto& [old, entry] : catalogue.entries({})) {
    if (entry.volume.empty()) continue;
    if (root.has(old)) {
      ClosedBook book = book_from_json(root.read(old, "original.json"));
      if (!blacken(book, short_of(sha256), alias)) continue;
      const TypedDocument fresh = book_document(book);
      if (!root.has(fresh.reading.sha256))
        write_typed(fresh, {0, now_utc(), by, "purge", alias, {}, "book"});
    }
    root.remove(old);  // half gone, where this was killed before
    catalogue.forget(old, alias);
  }
}

}  // namespace vanthu
