// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"

#include <fmt/format.h>

#include <cstdio>

#include "cli/exit_codes.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

Json text_or_null(const std::string& value) { return value.empty() ? Json() : Json(value); }

Json ids_of(const std::vector<DispatchRow>& rows) {
  Json out = Json::array();
  for (const DispatchRow& row : rows) out.push_back(row.id);
  return out;
}

Json box_json(const Box& box) { return {box.x, box.y, box.w, box.h}; }

std::string dump(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Json json_of(const DispatchRow& row) {
  return {{"id", row.id},
          {"number", text_or_null(row.number)},
          {"date", text_or_null(row.date)},
          {"issuer", text_or_null(row.issuer)},
          {"parent", text_or_null(row.parent)},
          {"type", text_or_null(row.type)},
          {"subject", text_or_null(row.subject)},
          {"signer", text_or_null(row.signer)},
          {"urgent", text_or_null(row.urgent)},
          {"circulation", text_or_null(row.circulation)},
          {"access", to_string(row.access)},
          {"pages", row.pages},
          {"complete", row.complete},
          {"attached_to", text_or_null(row.attached_to)},
          {"doubtful", row.doubtful},
          {"sha256", row.sha256}};
}

Json json_of(const DocumentRow& row) {
  Json out = {{"sha256", row.sha256},
              {"file", row.name},
              {"bytes", row.bytes},
              {"pages", row.pages},
              {"version", row.version},
              {"imported_at", row.imported_at},
              {"imported_by", row.imported_by}};
  if (!row.name_bytes.empty()) out["file_bytes"] = row.name_bytes;
  return out;
}

Json json_of(const ReviewRow& row) {
  const Doubt& doubt = row.doubt;
  Json boxes = Json::array(), candidates = Json::array();
  for (const Box& box : doubt.boxes) boxes.push_back(box_json(box));
  for (const Candidate& c : doubt.candidates)
    candidates.push_back({{"value", c.value}, {"confidence", c.confidence}});
  return {{"id", row.dispatch},
          {"field", doubt.field},
          {"value", text_or_null(doubt.value)},
          {"confidence", doubt.confidence},
          {"status", to_string(doubt.status)},
          {"urgency", doubt.urgency},
          {"page", doubt.page},
          {"boxes", boxes},
          {"candidates", candidates}};
}

Json json_of(const VersionInfo& v) {
  return {{"version", v.version}, {"created", v.created}, {"by", v.by}, {"message", v.message}};
}

Json json_of(const Fault& fault) {
  return {{"object", text_or_null(fault.object)}, {"code", fault.code}, {"message", fault.message}};
}

Json json_of(const std::vector<Fault>& faults) {
  Json out = Json::array();
  for (const Fault& fault : faults) out.push_back(json_of(fault));
  return out;
}

Json json_of(const Hit& hit) {
  Json marks = Json::array();
  for (const TextRange& range : hit.snippet.marks) marks.push_back({range.begin, range.end});
  return {{"id", hit.id},
          {"number", text_or_null(hit.number)},
          {"date", text_or_null(hit.date)},
          {"issuer", text_or_null(hit.issuer)},
          {"type", text_or_null(hit.type)},
          {"subject", text_or_null(hit.subject)},
          {"access", hit.access},
          {"exact", hit.exact},
          {"snippet", {{"page", hit.snippet.page}, {"text", hit.snippet.text}, {"marks", marks}}}};
}

Json json_of(const FileOutcome& o) {
  Json out;
  put_path(out, o.path);
  out["outcome"] = to_string(o.outcome);
  out["sha256"] = text_or_null(o.sha256);
  out["pages"] = o.pages;
  out["dispatches"] = ids_of(o.dispatches);
  if (!o.twins.empty()) out["same_as"] = ids_of(o.twins);
  if (o.outcome == Outcome::failed || o.outcome == Outcome::refused)
    out["error"] = error_json(o.code, o.reason, o.hint);
  return out;
}

Json json_of(const Tally& t) {
  return {{"files", t.files},         {"done", t.done},
          {"imported", t.imported},   {"same_dispatch", t.same_dispatch},
          {"duplicate", t.duplicate}, {"failed", t.failed},
          {"refused", t.refused},     {"pages", t.pages},
          {"seconds", t.seconds},     {"stopped", t.stopped}};
}

Json error_json(Code code, const std::string& what, const std::string& hint) {
  return {{"code", static_cast<int>(code)},
          {"name", exit_code(code).name},
          {"what", repair_utf8(what)},
          {"hint", text_or_null(repair_utf8(hint))}};
}

void put_path(Json& into, const std::string& path) {
  into["path"] = repair_utf8(path);
  if (is_utf8(path)) return;
  std::string hex;
  for (const char c : path) hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
  into["path_bytes"] = hex;
}

void print_json(const Json& value) { std::fputs((dump(value) + '\n').c_str(), stdout); }

}  // namespace vanthu::cli
