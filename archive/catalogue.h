// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue: SQL tables beside the archive, for questions that must be quick. Documents,
// dispatches and review rows can be rebuilt from the archive; the audit trail and the import
// journal live here. One connection; every function may be called from any thread, one at a time
// gets in. Every function throws Error{io} (disk, damage) or Error{busy} (another process, after 10
// seconds).
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "archive/access.h"
#include "archive/entry.h"
#include "archive/link.h"
#include "archive/review.h"
#include "pipeline/dispatch.h"

namespace vanthu {

struct DocumentRow {
  std::string sha256;
  int version = 1;  // newest OCFL version
  std::string name,
      name_bytes;   // of the source file, UTF-8; hex of its bytes where it is not UTF-8
  std::string ext;  // of original.<ext>, lower case
  std::uint64_t bytes = 0;
  int pages = 0;
  std::string imported_at, imported_by;
  int indexed_version = 0;  // what the index last saw; 0: nothing yet
  bool operator==(const DocumentRow&) const = default;
};

struct DispatchRow {  // texts are empty when the field has no value
  std::string id, sha256;
  std::vector<int> pages;
  std::string number, date, issuer, parent, type, subject, signer, urgent, circulation;
  Access access = Access::open;
  bool complete = true;
  std::string attached_to;
  std::vector<std::string> doubtful;  // names of the fields waiting for review, worst first
  std::string
      same_key;  // equal for scans of one dispatch (issuer, number, notation, year); empty: unknown
  bool operator==(const DispatchRow&) const = default;
};

struct ReviewRow {
  std::string dispatch;
  Doubt doubt;
  bool operator==(const ReviewRow&) const = default;
};

struct AuditRow {
  std::int64_t id = 0;
  std::string at, who, what;  // what: "init" "import" "correct" "rebuild" "refused" …
  std::string dispatch, field, detail;
};

struct JournalRow {  // one file of one import
  std::string batch;
  std::int64_t seq = 0;
  std::string path_bytes;  // hex: a name may hold any bytes
  std::string outcome, reason, sha256, at;
};

struct Counts {
  std::int64_t documents = 0, dispatches = 0, pages = 0, doubtful_fields = 0;
};

// What an object says of its document: the same at import, after a kill and in a rebuild.
struct DocumentFacts {
  DocumentRow document;
  Reading reading;
  std::vector<RegisterEntry> entries = {};
  std::vector<Link> links = {};
};

struct StampRow {  // one arrival stamp as it was read
  std::string dispatch, sha256, receiver;
  int number = 0;         // 0: none was read
  double confidence = 0;  // of the number
  std::string day;        // as the stamp's date was read; may be partial or empty
  std::string imported_at;
  bool operator==(const StampRow&) const = default;
};

// The rows one reading makes: pure, so that a rebuild gives exactly what the import gave.
std::vector<DispatchRow> dispatch_rows(const Reading& reading);
std::vector<StampRow> stamp_rows(const Reading& reading, const std::string& imported_at);
int arrival_number(const std::string& text);  // "2093" -> 2093; 0: none

class Catalogue {
 public:
  // Opens or creates the tables and applies the migrations that are missing. With `writable` false
  // nothing is created. Throws Error: not_found, corrupt, config (made by a newer vanthu).
  static Catalogue open(const std::string& path, bool writable);
  Catalogue(Catalogue&&) noexcept;
  Catalogue& operator=(Catalogue&&) noexcept;
  ~Catalogue();

  // One transaction: the document with its dispatches, review rows and register entries, in place
  // of older rows of the same document, and the audit row if there is one.
  void put(const DocumentFacts& facts, const AuditRow* audit = nullptr);
  // All of that made anew in one transaction: `next` gives one document after the other and false
  // at the end. Audit, journal and what the index has seen stay.
  void replace_all(const std::function<bool(DocumentFacts&)>& next);
  // True after a step of the schema that brought tables which only the objects can fill.
  bool wants_rows() const;

  std::optional<DocumentRow> document(const std::string& sha256) const;
  std::vector<std::string> documents() const;  // sha256, in order of import
  std::vector<std::string> unindexed() const;  // sha256 whose index is behind
  void mark_indexed(const std::string& sha256, int version);
  void forget_index();  // marks everything unindexed

  std::vector<DispatchRow> dispatches() const;  // by id
  std::optional<DispatchRow> dispatch(const std::string& id) const;
  std::vector<DispatchRow> dispatches_of(const std::string& sha256) const;
  // Whose id (with a dot in `prefix`) or whose file's sha256 begins so.
  std::vector<DispatchRow> beginning(const std::string& prefix, int limit) const;
  std::vector<DispatchRow> same_dispatch(const DispatchRow& row) const;  // other documents' alone
  std::vector<ReviewRow> review(int limit) const;                        // worst first; 0: all
  Counts counts() const;

  // In their order. `year` empty: of every year.
  std::vector<RegisterEntry> entries_of(const std::string& sha256) const;
  struct Entered {
    std::string sha256;
    RegisterEntry entry;
  };
  std::vector<Entered> entries(const std::string& year) const;
  // Tombstones (tombstone.h) of this key, the last one last: their sha256.
  std::vector<std::string> purged(const std::string& key) const;
  // Of one document; or those that may be of `year` (dated so, or not wholly dated), of papers
  // whose number was neither given nor typed.
  std::vector<StampRow> stamps_of(const std::string& sha256) const;
  std::vector<StampRow> stamps(const std::string& year) const;

  // Said by a document; from one dispatch; to one, by others; of one relation.
  std::vector<Link> links_of(const std::string& sha256) const;
  std::vector<Link> links_from(const std::string& id) const;
  std::vector<Link> links_to(const std::string& id) const;
  std::vector<Link> links_called(const std::string& relation) const;

  // Everything of a document in one transaction, and what the audit trail and the journal say of
  // it: that something was done stays, with `alias` in the place of ids, and no more.
  void forget(const std::string& sha256, const std::string& alias);
  // Writes the whole file anew, so that nothing that was deleted stands in it or in its log.
  // Throws Error{busy} while another program reads.
  void scrub();

  void audit(const AuditRow& row);  // `id` is given by the catalogue
  std::vector<AuditRow> audit_of(const std::string& dispatch) const;  // empty: everything
  void journal(const JournalRow& row);
  std::vector<JournalRow> journal_of(const std::string& batch) const;

 private:
  struct State;
  explicit Catalogue(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace vanthu
