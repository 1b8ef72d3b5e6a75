// SPDX-License-Identifier: GPL-3.0-or-later
// The archive: every scan file one OCFL object, and the catalogue over them
// (docs/archive-format.md). The objects are the truth; a correction is a new version, so nothing is
// ever overwritten. Killed at any point, the next open for writing finishes or undoes. An Archive
// may be used from any thread; writes take the archive's lock for the length of one commit, across
// processes too.
#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archive/catalogue.h"
#include "archive/derive/derive.h"
#include "archive/fault.h"
#include "archive/lock.h"
#include "archive/tombstone.h"
#include "archive/typed.h"
#include "pipeline/dispatch.h"
#include "pipeline/page.h"

namespace vanthu {

enum class Mode { read, write };

struct OpenOptions {
  Mode mode = Mode::read;
  std::chrono::milliseconds lock_wait{30'000};  // for another writer's commit; then Error{busy}
  bool take_purged = false;                     // what was purged may be kept again
};

struct Kept {
  bool is_new = true;  // false: the same bytes are here already, nothing was written
  DocumentRow document;
  std::vector<DispatchRow> dispatches;
  std::vector<DispatchRow> same_dispatch;  // of other scans, that are the same dispatches as these
};

// A document that is no scan: what was typed, as it was typed at first.
struct TypedDocument {
  std::string name, bytes;  // of original.json
  Reading reading;          // without pages; its sha256 is that of `bytes`
  std::vector<RegisterEntry> entries;
};

struct VersionInfo {
  int version = 1;
  std::string created, message, by;
};

struct Original {
  std::string path;  // where the bytes lie: read only
  std::string ext;   // "pdf"
  std::string name;  // of the source file, UTF-8
  std::uint64_t bytes = 0;
};

// How far a check has come. Objects are settled in the order of their SHA-256, so that a check that
// was stopped goes on behind `upto`.
struct VerifyProgress {
  std::size_t done = 0, all = 0;
  std::string upto;                  // every object up to this one was checked
  const std::vector<Fault>& faults;  // of those objects
};

struct VerifyOptions {
  int jobs = 1;       // threads that read and compute digests
  std::string after;  // objects up to this SHA-256 are passed over
  std::function<void(const VerifyProgress&)> progress;  // one thread at a time
  std::function<bool()> stop;                           // any thread; true: begin no other object
};

struct Repaired {
  std::vector<std::string> mended;  // one sentence each
  std::vector<Fault> left;          // what only a backup can bring back
};

struct Rebuilt {
  std::size_t documents = 0;
  std::vector<Fault> faults;  // documents that could not be read
};

class Archive {
 public:
  // Makes an empty archive in `path`, which must not exist or be empty. Throws
  // Error{cannot_create}.
  static void init(const std::string& path, const std::string& by);
  // Throws Error: not_found (no archive there), busy, corrupt (its catalogue is lost and this
  // is no writer, who would make it anew), config (made by a newer vanthu).
  // Opened for writing, first finishes or undoes what a killed writer left.
  static Archive open(const std::string& path, const OpenOptions& options);
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  const std::string& path() const;
  std::string index_path() const;  // where the disposable index belongs

  // Keeps one scan with its reading (whose sha256 must be that of the bytes). The caller has passed
  // the secrecy gate; it is asked again here. `container`: path of the zip archive it lay in.
  // Throws Error: secret, denied (it was purged), io, busy, internal.
  Kept keep(const Scan& scan, const Reading& reading, const std::string& by,
            const std::vector<DerivedFile>& derived = {}, const std::string& container = {});
  bool has(const std::string& sha256) const;
  void check_not_purged(const std::string& sha256) const;  // throws Error{denied}

  // A full dispatch id from "1f3a9c07b2de.2" or any unambiguous beginning; the beginning of a
  // sha256 means the file's only dispatch, or its first (.1). Throws Error: not_found, usage
  // (ambiguous: the hint lists the choices).
  std::string resolve(const std::string& beginning) const;

  // `id`: a full dispatch id. `version` 0: the newest. All throw Error{not_found}.
  Reading reading(const std::string& id, int version = 0) const;
  DispatchRow row(const std::string& id) const;
  std::optional<DispatchRow> find(const std::string& id) const;  // nothing where there is none
  DocumentRow document(const std::string& id) const;
  DocumentRow document_of_file(const std::string& sha256) const;
  Original original(const std::string& id) const;
  std::vector<VersionInfo> history(const std::string& id) const;  // oldest first
  // A derived file as it is kept, if it was made from the newest reading.
  std::optional<std::string> derived(const std::string& id, const std::string& name) const;
  std::vector<DispatchRow> same_dispatch(const std::string& id) const;

  std::vector<DispatchRow> list() const;               // every dispatch, by id
  std::vector<ReviewRow> review(int limit = 0) const;  // doubtful fields, worst first; 0: all
  std::vector<AuditRow> audit(const std::string& id = {}) const;
  Counts counts() const;

  // One field set by a person: a new version of the document. Returns the new reading; the index is
  // behind until mark_indexed. Throws what apply_correction throws, and io, busy.
  Reading correct(const std::string& id, const std::string& field, const std::string& value,
                  const std::string& by);
  // A later machine reading of a kept file: a new version in which every correction stands.
  Reading update(const Reading& fresh, const std::string& message, const std::string& by);

  // A row that people typed, kept with the file and weighed in its reading: a new version, unless
  // the same list has said the same already. Throws Error: not_found, io, busy.
  void add_typed(const std::string& sha256, TypedRow row);
  std::vector<TypedRow> typed(const std::string& sha256) const;  // oldest first

  // What the book says of a document's papers; of every document in a year (empty: ever).
  std::vector<RegisterEntry> entries(const std::string& sha256) const;
  std::vector<Catalogue::Entered> entries_in(const std::string& year) const;
  // Arrival stamps as read; those of a year leave out papers whose number was given or typed.
  std::vector<StampRow> stamps_of(const std::string& sha256) const;
  std::vector<StampRow> stamps_in(const std::string& year) const;
  // Changed under the lock: a new version unless `change` leaves them as they are; it also says
  // for the audit what was done. Throws what it throws, and io, busy.
  using ChangeEntries = std::function<void(std::vector<RegisterEntry>&, AuditRow&)>;
  void change_entries(const std::string& sha256, const std::string& by,
                      const ChangeEntries& change);
  // A new document made under the lock; returns its SHA-256.
  using MakeTyped = std::function<TypedDocument(AuditRow&)>;
  std::string keep_typed(const std::string& by, const MakeTyped& make);
  std::string typed_original(const std::string& sha256) const;  // throws Error: not_found, corrupt

  // What dispatches are of each other (link.h): said by a file, by one, of one, of a relation.
  std::vector<Link> links_in(const std::string& sha256) const;
  std::vector<Link> links_from(const std::string& id) const;
  std::vector<Link> links_to(const std::string& id) const;
  std::vector<Link> links_called(const std::string& relation) const;
  // As change_entries.
  using ChangeLinks = std::function<void(std::vector<Link>&, AuditRow&)>;
  void change_links(const std::string& sha256, const std::string& by, const ChangeLinks& change);

  // Taking a document out for good, by two people: one proposes, another carries it out. Everything
  // of it goes but a tombstone: the object, rows, the index (to be made anew), what the audit trail
  // and the journal say of it, its rows in closed books; its arrival numbers stay cancelled. Once
  // begun it is finished, by the next writer if need be. `agency`: whose stamps give numbers.
  // Throw Error: not_found; usage (nothing is proposed); denied (by the same person); io, busy.
  std::optional<PurgeProposal> proposed_purge(const std::string& sha256) const;
  void propose_purge(const std::string& sha256, const std::string& reason, const std::string& by);
  void withdraw_purge(const std::string& sha256, const std::string& by);
  Tombstone purge(const std::string& sha256, const std::string& agency, const std::string& by);
  std::optional<Tombstone> tombstone_of(const std::string& sha256) const;  // the last one

  // The newest reading, changed under the lock: a new version unless nothing is changed. What a
  // person corrected is the caller's to leave alone.
  Reading revise(const std::string& sha256, const std::function<void(Reading&)>& change,
                 const std::string& message, const std::string& by);

  // Newest readings with the access class of each dispatch, in order of import. A damaged object is
  // passed over and comes back as a fault: it must not stand in the way of all others. Throws what
  // `fn` throws.
  using EachReading = std::function<void(const Reading&, const std::vector<Access>&)>;
  std::vector<Fault> for_each_reading(const EachReading& fn) const;
  std::vector<Fault> for_each_unindexed(const EachReading& fn) const;
  Reading newest_reading(const std::string& sha256) const;  // throws Error: not_found, corrupt
  // The index has the newest reading, committed; a document purged meanwhile is no error.
  void mark_indexed(const std::string& sha256);
  void forget_index();  // the index was thrown away

  // Everything the digests, the OCFL rules and the catalogue disagree about; empty: all is well.
  // Writers are not kept waiting.
  std::vector<Fault> verify(const VerifyOptions& options = {}) const;
  std::vector<Fault> verify_one(const std::string& id) const;
  // Mends what the object itself or its versions still prove: the rows of the catalogue, an
  // inventory of which a good copy is there, a declaration. Content is never touched. `faults`: of
  // verify().
  // `derive` makes derived files again: the damaged ones where it gives the very bytes, and those
  // of documents that have none.
  using Derive = std::function<std::vector<DerivedFile>(const Scan&, const Reading&)>;
  Repaired repair(const std::vector<Fault>& faults, const std::string& by,
                  const Derive& derive = {});

  // Documents, dispatches and review made anew from the objects. A document that cannot be read is
  // passed over and comes back as a fault.
  Rebuilt rebuild(const std::string& by);

  Lock lock()
      const;  // for the length of one commit of the index; never while calling a write above
  Catalogue& catalogue();  // for the import journal

 private:
  struct State;
  explicit Archive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace vanthu
