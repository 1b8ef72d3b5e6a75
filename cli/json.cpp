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

Json json_of(const PaperLink& link) {
  return {{"relation", link.relation},
          {"id", text_or_null(link.id)},
          {"number", text_or_null(link.number)},
          {"type", text_or_null(link.type)},
          {"date", text_or_null(link.date)},
          {"title", text_or_null(link.title)},
          {"page", link.page == 0 ? Json() : Json(link.page)}};
}

Json json_of(const std::vector<PaperLink>& links) {
  Json out = Json::array();
  for (const PaperLink& link : links) out.push_back(json_of(link));
  return out;
}

// A mark is where it stands in the text, and its words' boxes on the scan.
Json json_of(const Snippet& snippet) {
  Json marks = Json::array(), boxes = Json::array();
  for (const TextRange& range : snippet.marks) marks.push_back({range.begin, range.end});
  for (const std::vector<Box>& words : snippet.boxes) {
    Json of_mark = Json::array();
    for (const Box& box : words) of_mark.push_back({box.x, box.y, box.w, box.h});
    boxes.push_back(of_mark);
  }
  return {{"page", snippet.page}, {"text", snippet.text}, {"marks", marks}, {"boxes", boxes}};
}

Json json_of(const Hit& hit) {
  return {{"id", hit.id},
          {"number", text_or_null(hit.number)},
          {"number_candidates", hit.numbers},
          {"date", text_or_null(hit.date)},
          {"date_candidates", hit.dates},
          {"issuer", text_or_null(hit.issuer)},
          {"type", text_or_null(hit.type)},
          {"subject", text_or_null(hit.subject)},
          {"urgent", text_or_null(hit.urgent)},
          {"access", hit.access},
          {"exact", hit.exact},
          {"repealed_by", json_of(hit.repealed_by)},
          {"snippet", json_of(hit.snippet)}};
}

Json json_of(const Results& results, const std::string& query) {
  Json facets = Json::object();
  for (const Facet& facet : results.facets)
    for (const FacetCount& one : facet.counts)
      facets[facet.key].push_back({{"value", one.value}, {"count", one.count}});
  Json out = {{"query", repair_utf8(query)},
              {"understood", text_or_null(results.understood)},
              {"total", results.total},
              {"total_exact", results.total_exact},
              {"relaxed", results.relaxed},
              {"tolerant", results.tolerant},
              {"suggestions", results.suggestions},
              {"facets", facets},
              {"next", text_or_null(results.next)},
              {"hits", Json::array()}};
  for (const Hit& hit : results.hits) out["hits"].push_back(json_of(hit));
  return out;
}

Json json_of(const Graph& graph) {
  return {{"cites", json_of(graph.cites)}, {"cited_by", json_of(graph.cited_by)}};
}

Json json_of(const FileOutcome& o) {
  Json out;
  put_path(out, o.path);
  out["outcome"] = to_string(o.outcome);
  out["sha256"] = text_or_null(o.sha256);
  out["pages"] = o.pages;
  out["dispatches"] = ids_of(o.dispatches);
  if (!o.twins.empty()) out["same_as"] = ids_of(o.twins);
  if (o.code != Code::ok) out["error"] = error_json(o.code, o.reason, o.hint);
  return out;
}

Json json_of(const Tally& t) {
  return {{"files", t.files},
          {"done", t.done},
          {"opened", t.opened},
          {"imported", t.imported},
          {"same_dispatch", t.same_dispatch},
          {"duplicate", t.duplicate},
          {"failed", t.failed},
          {"refused", t.refused},
          {"pages", t.pages},
          {"seconds", t.seconds},
          {"stopped", t.stopped}};
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
