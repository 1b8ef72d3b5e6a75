// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/catalogue.h"

#include "archive/catalogue_sql.h"
#include "archive/catalogue_text.h"
#include "archive/clock.h"
#include "archive/correction.h"
#include "archive/files.h"
#include "archive/schema.h"
#include "pipeline/error.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"

namespace vanthu {

namespace {

using soci::into;
using soci::use;

void insert(soci::session& sql, const DocumentRow& d) {
  const long long bytes = static_cast<long long>(d.bytes);
  sql << "INSERT INTO documents (sha256, version, name, name_bytes, ext, bytes, pages, imported_at,"
         " imported_by) VALUES (:a, :b, :c, :d, :e, :f, :g, :h, :i)",
      use(d.sha256), use(d.version), use(d.name), use(d.name_bytes), use(d.ext), use(bytes),
      use(d.pages), use(d.imported_at), use(d.imported_by);
}

void insert(soci::session& sql, const DispatchRow& d) {
  const int ordinal = number_of_id(d.id), access = static_cast<int>(d.access),
            complete = d.complete;
  const std::string pages = pages_text(d.pages), doubtful = join(d.doubtful, " ");
  sql << "INSERT INTO dispatches (id, sha256, ordinal, pages, number, date, issuer, parent, type,"
         " subject, signer, urgent, circulation, access, complete, attached_to, doubtful, same_key)"
         " VALUES (:a, :b, :c, :d, :e, :f, :g, :h, :i, :j, :k, :l, :m, :n, :o, :p, :q, :r)",
      use(d.id), use(d.sha256), use(ordinal), use(pages), use(d.number), use(d.date), use(d.issuer),
      use(d.parent), use(d.type), use(d.subject), use(d.signer), use(d.urgent), use(d.circulation),
      use(access), use(complete), use(d.attached_to), use(doubtful), use(d.same_key);
}

void insert(soci::session& sql, const std::string& sha256, const std::string& id, const Doubt& d) {
  const std::string boxes = boxes_text(d.boxes), candidates = candidates_text(d.candidates);
  const std::string status = to_string(d.status);
  sql << "INSERT INTO review (dispatch, sha256, field, page, boxes, value, confidence, status,"
         " candidates, urgency) VALUES (:a, :b, :c, :d, :e, :f, :g, :h, :i, :j)",
      use(id), use(sha256), use(d.field), use(d.page), use(boxes), use(d.value), use(d.confidence),
      use(status), use(candidates), use(d.urgency);
}

void insert(soci::session& sql, const AuditRow& row) {
  long long id = 0;  // the next in the same transaction; both databases know COALESCE
  sql << "SELECT COALESCE(MAX(id), 0) + 1 FROM audit", into(id);
  const std::string at = row.at.empty() ? now_utc() : row.at;
  sql << "INSERT INTO audit (id, at, who, what, dispatch, field, detail)"
         " VALUES (:a, :b, :c, :d, :e, :f, :g)",
      use(id), use(at), use(row.who), use(row.what), use(row.dispatch), use(row.field),
      use(row.detail);
}

void insert(soci::session& sql, const DocumentFacts& facts) {
  insert(sql, facts.document);
  for (const DispatchRow& row : dispatch_rows(facts.reading)) insert(sql, row);
  for (const Dispatch& dispatch : facts.reading.dispatches)
    for (const Doubt& doubt : doubts_of(dispatch))
      insert(sql, facts.document.sha256, dispatch.id, doubt);
  insert_register(sql, facts);
  insert_links(sql, facts);
}

constexpr const char* kDocument =
    "SELECT d.sha256, d.version, d.name, d.name_bytes, d.ext, d.bytes, d.pages, d.imported_at,"
    " d.imported_by, COALESCE(i.version, 0) FROM documents d LEFT JOIN indexed i ON i.sha256 = "
    "d.sha256 ";
constexpr const char* kDispatch =
    "SELECT id, sha256, pages, number, date, issuer, parent, type, subject, signer, urgent,"
    " circulation, access, complete, attached_to, doubtful, same_key FROM dispatches ";

// The dispatches that `tail` chooses, with up to two values for its :a and :b.
std::vector<DispatchRow> select_dispatches(soci::session& sql, const std::string& tail,
                                           const std::vector<std::string>& values) {
  DispatchRow row;
  std::string pages, doubtful;
  int access = 0, complete = 0;
  soci::statement statement(sql);
  for (const std::string& value : values) statement.exchange(use(value));
  for (std::string* text :
       {&row.id, &row.sha256, &pages, &row.number, &row.date, &row.issuer, &row.parent, &row.type,
        &row.subject, &row.signer, &row.urgent, &row.circulation})
    statement.exchange(into(*text));
  statement.exchange(into(access));
  statement.exchange(into(complete));
  for (std::string* text : {&row.attached_to, &doubtful, &row.same_key})
    statement.exchange(into(*text));
  statement.alloc();
  statement.prepare(kDispatch + tail);
  statement.define_and_bind();
  std::vector<DispatchRow> out;
  for (bool more = statement.execute(true); more; more = statement.fetch()) {
    row.pages = pages_from(pages);
    row.doubtful = words_of(doubtful);
    row.access = static_cast<Access>(access);
    row.complete = complete != 0;
    out.push_back(row);
  }
  return out;
}

std::vector<std::string> select_texts(soci::session& sql, const std::string& query) {
  const soci::rowset<std::string> rows = sql.prepare << query;
  return {rows.begin(), rows.end()};
}

int schema_version(soci::session& sql) {
  int version = 0;
  sql << "SELECT COALESCE(MAX(version), 0) FROM schema_steps", into(version);
  return version;
}

// SQLite takes a schema change inside a transaction: a killed migration has not happened.
void migrate(soci::session& sql) {
  sql << "CREATE TABLE IF NOT EXISTS schema_steps (version INTEGER PRIMARY KEY, at TEXT NOT NULL)";
  const auto& steps = schema_steps();
  for (int next = schema_version(sql) + 1; next <= static_cast<int>(steps.size()); ++next) {
    soci::transaction transaction(sql);
    for (const std::string& statement : steps[static_cast<std::size_t>(next) - 1]) sql << statement;
    const std::string at = now_utc();
    sql << "INSERT INTO schema_steps (version, at) VALUES (:a, :b)", use(next), use(at);
    transaction.commit();
  }
}

void check_version(soci::session& sql) {
  const int found = schema_version(sql), known = static_cast<int>(schema_steps().size());
  if (found > known)
    throw Error(Code::config, "the archive was made by a newer vanthu", "install the newer vanthu");
  if (found < known)
    throw Error(Code::config, "the archive was made by an older vanthu",
                "run any command that writes, once, to bring it up to date");
}

}  // namespace

Catalogue::Catalogue(std::unique_ptr<State> state) : state_(std::move(state)) {}
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;
Catalogue::~Catalogue() = default;

Catalogue Catalogue::open(const std::string& path, bool writable) {
  check_database_file(path, writable);
  return patiently([&] {
    auto state = std::make_unique<State>();
    state->sql.open(soci::sqlite3, "db=\"" + path + "\" timeout=10 synchronous=full" +
                                       (writable ? "" : " readonly=1"));
    if (writable) {
      std::string mode;
      state->sql << "PRAGMA journal_mode=WAL", into(mode);
      migrate(state->sql);
    }
    check_version(state->sql);
    return Catalogue(std::move(state));
  });
}

void Catalogue::put(const DocumentFacts& facts, const AuditRow* audit_row) {
  const std::string& sha256 = facts.document.sha256;
  with(*state_, [&](soci::session& sql) {
    soci::transaction transaction(sql);
    for (const char* table : kRebuilt)
      sql << std::string("DELETE FROM ") + table + " WHERE sha256 = :a", use(sha256);
    insert(sql, facts);
    if (audit_row) insert(sql, *audit_row);
    files::step("catalogue", sha256);
    transaction.commit();
  });
}

void Catalogue::replace_all(const std::function<bool(DocumentFacts&)>& next) {
  with(*state_, [&](soci::session& sql) {
    soci::transaction transaction(sql);
    for (const char* table : kRebuilt) sql << std::string("DELETE FROM ") + table;
    for (DocumentFacts facts; next(facts); facts = {}) insert(sql, facts);
    sql << "DELETE FROM wanting";
    transaction.commit();
  });
}

bool Catalogue::wants_rows() const {
  return with(*state_, [](soci::session& sql) {
    int n = 0;
    sql << "SELECT COUNT(*) FROM wanting", into(n);
    return n > 0;
  });
}

std::optional<DocumentRow> Catalogue::document(const std::string& sha256) const {
  return with(*state_, [&](soci::session& sql) -> std::optional<DocumentRow> {
    DocumentRow d;
    long long bytes = 0;
    sql << std::string(kDocument) + "WHERE d.sha256 = :a", use(sha256), into(d.sha256),
        into(d.version), into(d.name), into(d.name_bytes), into(d.ext), into(bytes), into(d.pages),
        into(d.imported_at), into(d.imported_by), into(d.indexed_version);
    if (!sql.got_data()) return std::nullopt;
    d.bytes = static_cast<std::uint64_t>(bytes);
    return d;
  });
}

std::vector<std::string> Catalogue::documents() const {
  return with(*state_, [](soci::session& sql) {
    return select_texts(sql, "SELECT sha256 FROM documents ORDER BY imported_at, sha256");
  });
}

std::vector<std::string> Catalogue::unindexed() const {
  return with(*state_, [](soci::session& sql) {
    return select_texts(
        sql,
        "SELECT d.sha256 FROM documents d LEFT JOIN indexed i ON i.sha256 = d.sha256"
        " WHERE i.version IS NULL OR i.version <> d.version"
        " ORDER BY d.imported_at, d.sha256");
  });
}

void Catalogue::mark_indexed(const std::string& sha256, int version) {
  with(*state_, [&](soci::session& sql) {
    soci::transaction transaction(sql);
    sql << "DELETE FROM indexed WHERE sha256 = :a", use(sha256);
    sql << "INSERT INTO indexed (sha256, version) VALUES (:a, :b)", use(sha256), use(version);
    transaction.commit();
  });
}

void Catalogue::forget_index() {
  with(*state_, [](soci::session& sql) { sql << "DELETE FROM indexed"; });
}

std::vector<DispatchRow> Catalogue::dispatches() const {
  return with(*state_, [](soci::session& sql) {
    return select_dispatches(sql, "ORDER BY sha256, ordinal", {});
  });
}

std::optional<DispatchRow> Catalogue::dispatch(const std::string& id) const {
  return with(*state_, [&](soci::session& sql) -> std::optional<DispatchRow> {
    const auto rows = select_dispatches(sql, "WHERE id = :a", {id});
    return rows.empty() ? std::nullopt : std::optional(rows.front());
  });
}

std::vector<DispatchRow> Catalogue::dispatches_of(const std::string& sha256) const {
  return with(*state_, [&](soci::session& sql) {
    return select_dispatches(sql, "WHERE sha256 = :a ORDER BY ordinal", {sha256});
  });
}

std::vector<DispatchRow> Catalogue::beginning(const std::string& prefix, int limit) const {
  const std::string column = prefix.find('.') == std::string::npos ? "sha256" : "id";
  return with(*state_, [&](soci::session& sql) {
    return select_dispatches(sql,
                             "WHERE " + column + " >= :a AND " + column +
                                 " < :b ORDER BY sha256, ordinal LIMIT " + std::to_string(limit),
                             {prefix, prefix + "~"});
  });
}

std::vector<DispatchRow> Catalogue::same_dispatch(const DispatchRow& row) const {
  if (row.same_key.empty()) return {};
  return with(*state_, [&](soci::session& sql) {
    return select_dispatches(sql, "WHERE same_key = :a AND sha256 <> :b ORDER BY sha256, ordinal",
                             {row.same_key, row.sha256});
  });
}

std::vector<ReviewRow> Catalogue::review(int limit) const {
  return with(*state_, [&](soci::session& sql) {
    ReviewRow row;
    std::string boxes, candidates, status;
    const std::string tail = limit > 0 ? " LIMIT " + std::to_string(limit) : "";
    soci::statement statement =
        (sql.prepare
             << "SELECT dispatch, field, page, boxes, value, confidence, status, candidates,"
                " urgency FROM review ORDER BY urgency DESC, dispatch, field" +
                    tail,
         into(row.dispatch), into(row.doubt.field), into(row.doubt.page), into(boxes),
         into(row.doubt.value), into(row.doubt.confidence), into(status), into(candidates),
         into(row.doubt.urgency));
    std::vector<ReviewRow> out;
    for (bool more = statement.execute(true); more; more = statement.fetch()) {
      row.doubt.boxes = boxes_from(boxes);
      row.doubt.candidates = candidates_from(candidates);
      row.doubt.status = status_from(status);
      out.push_back(row);
    }
    return out;
  });
}

Counts Catalogue::counts() const {
  return with(*state_, [](soci::session& sql) {
    long long documents = 0, dispatches = 0, pages = 0, doubtful = 0;
    sql << "SELECT COUNT(*), COALESCE(SUM(pages), 0) FROM documents", into(documents), into(pages);
    sql << "SELECT COUNT(*) FROM dispatches", into(dispatches);
    sql << "SELECT COUNT(*) FROM review", into(doubtful);
    return Counts{documents, dispatches, pages, doubtful};
  });
}

void Catalogue::audit(const AuditRow& row) {
  with(*state_, [&](soci::session& sql) {
    soci::transaction transaction(sql);
    insert(sql, row);
    transaction.commit();
  });
}

std::vector<AuditRow> Catalogue::audit_of(const std::string& dispatch) const {
  return with(*state_, [&](soci::session& sql) {
    AuditRow row;
    long long id = 0;
    soci::statement statement =
        (sql.prepare << "SELECT id, at, who, what, dispatch, field, detail FROM audit"
                        " WHERE :a = '' OR dispatch = :b ORDER BY id",
         use(dispatch, "a"), use(dispatch, "b"), into(id), into(row.at), into(row.who),
         into(row.what), into(row.dispatch), into(row.field), into(row.detail));
    std::vector<AuditRow> out;
    for (bool more = statement.execute(true); more; more = statement.fetch()) {
      row.id = id;
      out.push_back(row);
    }
    return out;
  });
}

void Catalogue::journal(const JournalRow& row) {
  with(*state_, [&](soci::session& sql) {
    const long long seq = row.seq;
    sql << "INSERT INTO journal (batch, seq, path_bytes, outcome, reason, sha256, at)"
           " VALUES (:a, :b, :c, :d, :e, :f, :g)",
        use(row.batch), use(seq), use(row.path_bytes), use(row.outcome), use(row.reason),
        use(row.sha256), use(row.at);
  });
}

std::vector<JournalRow> Catalogue::journal_of(const std::string& batch) const {
  return with(*state_, [&](soci::session& sql) {
    JournalRow row;
    row.batch = batch;
    long long seq = 0;
    soci::statement statement =
        (sql.prepare << "SELECT seq, path_bytes, outcome, reason, sha256, at FROM journal"
                        " WHERE batch = :a ORDER BY seq",
         use(batch), into(seq), into(row.path_bytes), into(row.outcome), into(row.reason),
         into(row.sha256), into(row.at));
    std::vector<JournalRow> out;
    for (bool more = statement.execute(true); more; more = statement.fetch()) {
      row.seq = seq;
      out.push_back(row);
    }
    return out;
  });
}

}  // namespace vanthu
