// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"

#include <algorithm>
#include <filesystem>

#include "archive/archive_state.h"
#include "archive/files.h"
#include "archive/source_note.h"
#include "pipeline/error.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr int kMostChoices = 8;  // named when the beginning of an id is ambiguous

// The parts of an archive's folder.
std::string objects_in(const std::string& path) { return files::join(path, "objects"); }
std::string catalogue_in(const std::string& path) { return files::join(path, "catalogue.sqlite"); }

bool is_archive(const std::string& path) {
  return files::exists(files::join(objects_in(path), "0=ocfl_1.1"));
}

// One byte is enough to be a database, or to be a damaged one.
bool has_catalogue(const std::string& path) {
  std::error_code failed;
  const auto bytes = std::filesystem::file_size(catalogue_in(path), failed);
  return !failed && bytes > 0;
}

void check_init(const std::string& path) {
  if (is_archive(path)) throw Error(Code::cannot_create, "there is an archive already: " + path);
  if (files::exists(path) && (!files::is_folder(path) || !files::names_in(path).empty()))
    throw Error(Code::cannot_create, "not an empty folder: " + path,
                "give the path of a new folder, or of an empty one");
}

std::string choices(const std::vector<DispatchRow>& rows) {
  std::string out;
  for (const DispatchRow& row : rows)
    out += (out.empty() ? "" : ", ") + row.id + (row.number.empty() ? "" : " (" + row.number + ")");
  return out;
}

bool same_file(const std::vector<DispatchRow>& rows) {
  return std::all_of(rows.begin(), rows.end(),
                     [&](const DispatchRow& row) { return row.sha256 == rows.front().sha256; });
}

}  // namespace

Lock Archive::State::lock(bool shared) const {
  return {lock_file_in(path), options.lock_wait, shared};
}

DispatchRow Archive::State::row(const std::string& id) const {
  if (auto found = catalogue.dispatch(id)) return *found;
  throw Error(Code::not_found, "no such dispatch: " + id);
}

DocumentRow Archive::State::document(const std::string& sha256) const {
  if (auto found = catalogue.document(sha256)) return *found;
  throw Error(Code::not_found, "no such document: " + sha256);
}

Reading Archive::State::newest(const std::string& sha256) const {
  return reading_from_json(root.read(sha256, kReadingFile));
}

std::vector<Fault> Archive::State::each(const std::vector<std::string>& all,
                                        const EachReading& fn) const {
  std::vector<Fault> faults;
  for (const std::string& sha256 : all) {
    Reading reading;
    try {
      reading = newest(sha256);
    } catch (const Error& error) {
      faults.push_back({object_id(sha256), "CAT", error.what()});
      continue;
    }
    fn(reading, access_of(reading));
  }
  return faults;
}

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

// The declaration of the root comes last: an init that was killed leaves no archive.
void Archive::init(const std::string& path, const std::string& by) try {
  check_init(path);
  files::make_folders(staging_folder_in(path));
  files::write(lock_file_in(path), "");
  AuditRow row;
  row.who = by;
  row.what = "init";
  Catalogue::open(catalogue_in(path), true).audit(row);
  OcflRoot::create(objects_in(path));
  files::sync_folder(path);
} catch (const Error& error) {
  if (error.code != Code::io) throw;
  throw Error(Code::cannot_create, error.what(), error.hint);
}

Archive Archive::open(const std::string& path, const OpenOptions& options) {
  if (!is_archive(path))
    throw Error(Code::not_found, "there is no archive at " + path, "make one: vanthu init " + path);
  const bool writable = options.mode == Mode::write;
  if (!writable && !has_catalogue(path))
    throw Error(Code::corrupt, "the catalogue of the archive is lost: " + catalogue_in(path),
                "it is made anew from the objects: vanthu reindex --catalogue");
  OcflRoot root(objects_in(path), staging_folder_in(path));
  if (!writable)
    return Archive(std::make_unique<State>(
        State{path, options, root, Catalogue::open(catalogue_in(path), false)}));
  const Lock lock(lock_file_in(path), options.lock_wait);
  const bool had_catalogue = has_catalogue(path);
  auto state = std::make_unique<State>(
      State{path, options, root, Catalogue::open(catalogue_in(path), true)});
  state->finish_objects();
  if (!had_catalogue || state->catalogue.wants_rows()) state->rebuild_rows();
  state->finish_purges();
  return Archive(std::move(state));
}

const std::string& Archive::path() const { return state_->path; }
std::string Archive::index_path() const { return files::join(state_->path, "index"); }
Lock Archive::lock() const { return state_->lock(); }
Catalogue& Archive::catalogue() { return state_->catalogue; }

bool Archive::has(const std::string& sha256) const {
  return state_->catalogue.document(sha256).has_value();
}

std::string Archive::resolve(const std::string& beginning) const {
  const auto rows = state_->catalogue.beginning(lower(beginning), kMostChoices + 1);
  if (beginning.empty() || rows.empty())
    throw Error(Code::not_found, "no such dispatch: " + beginning, "vanthu list shows them all");
  const bool whole_file = beginning.find('.') == std::string::npos && same_file(rows);
  if (rows.size() == 1 || rows.front().id == lower(beginning) || whole_file) return rows.front().id;
  throw Error(
      Code::usage, "several dispatches begin with " + beginning,
      choices({rows.begin(), rows.begin() + std::min<long>(kMostChoices, std::ssize(rows))}) +
          (std::ssize(rows) > kMostChoices ? " …" : ""));
}

Reading Archive::reading(const std::string& id, int version) const {
  return reading_from_json(state_->root.read(state_->row(id).sha256, kReadingFile, version));
}

DispatchRow Archive::row(const std::string& id) const { return state_->row(id); }

std::optional<DispatchRow> Archive::find(const std::string& id) const {
  return state_->catalogue.dispatch(id);
}

DocumentRow Archive::document(const std::string& id) const {
  return state_->document(state_->row(id).sha256);
}

DocumentRow Archive::document_of_file(const std::string& sha256) const {
  return state_->document(sha256);
}

Original Archive::original(const std::string& id) const {
  const DocumentRow document = this->document(id);
  const Inventory inventory = state_->root.inventory(document.sha256);
  return {files::join(state_->root.object_path(document.sha256),
                      content_path(inventory, "original." + document.ext)),
          document.ext, document.name, document.bytes};
}

std::optional<std::string> Archive::derived(const std::string& id, const std::string& name) const {
  const std::string sha256 = state_->row(id).sha256;
  const Inventory inventory = state_->root.inventory(sha256);
  const std::string digest = digest_in(inventory, name);
  if (digest.empty()) return std::nullopt;
  int made = inventory.head();
  while (made > 1 && digest_in(inventory, name, made - 1) == digest) --made;
  if (digest_in(inventory, kReadingFile, made) != digest_in(inventory, kReadingFile))
    return std::nullopt;
  return state_->root.read(sha256, name);
}

std::vector<VersionInfo> Archive::history(const std::string& id) const {
  std::vector<VersionInfo> out;
  for (const InventoryVersion& v : state_->root.inventory(state_->row(id).sha256).versions)
    out.push_back({static_cast<int>(out.size()) + 1, v.created, v.message, v.user});
  return out;
}

std::vector<DispatchRow> Archive::same_dispatch(const std::string& id) const {
  return state_->catalogue.same_dispatch(state_->row(id));
}

std::vector<DispatchRow> Archive::list() const { return state_->catalogue.dispatches(); }
std::vector<ReviewRow> Archive::review(int limit) const { return state_->catalogue.review(limit); }
std::vector<AuditRow> Archive::audit(const std::string& id) const {
  return state_->catalogue.audit_of(id);
}
Counts Archive::counts() const { return state_->catalogue.counts(); }

std::vector<Fault> Archive::for_each_reading(const EachReading& fn) const {
  return state_->each(state_->catalogue.documents(), fn);
}

std::vector<Fault> Archive::for_each_unindexed(const EachReading& fn) const {
  return state_->each(state_->catalogue.unindexed(), fn);
}

Reading Archive::newest_reading(const std::string& sha256) const { return state_->newest(sha256); }

void Archive::mark_indexed(const std::string& sha256) {
  const auto document = state_->catalogue.document(sha256);
  if (document) state_->catalogue.mark_indexed(sha256, document->version);
}

void Archive::forget_index() { state_->catalogue.forget_index(); }

}  // namespace vanthu
