// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/reading_json.h"

#include <nlohmann/json.hpp>

#include "pipeline/error.h"

namespace vanthu {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kStatuses[] = {"read",    "handwritten", "inferred", "absent",
                                     "missing", "unreadable",  "corrected"};

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json box_json(const Box& b) { return Json::array({b.x, b.y, b.w, b.h}); }

double rounded(double x) {
  return static_cast<double>(static_cast<long long>(x * 1e4 + (x < 0 ? -0.5 : 0.5))) / 1e4;
}

template <class List, class Make>
Json list_json(const List& list, Make make) {
  Json out = Json::array();
  for (const auto& item : list) out.push_back(make(item));
  return out;
}

Json evidence_json(const Evidence& e) {
  return {{"source", e.source}, {"value", e.value}, {"weight", rounded(e.weight)}};
}

Json candidate_json(const Candidate& c) {
  return {{"value", c.value}, {"confidence", rounded(c.confidence)}};
}

bool as_on_paper(const Field& f) {
  return f.status == Status::read || f.status == Status::handwritten;
}

// What stood on paper; a value read without change is its own raw.
std::string raw_of(const Field& f) {
  return f.raw.empty() && as_on_paper(f) ? f.value.value_or("") : f.raw;
}

// Every key is there in every field, so that no reader of it has to ask.
Json field_json(const Field& f) {
  Json out = {{"value", f.value ? Json(*f.value) : Json(nullptr)},
              {"confidence", rounded(f.confidence)},
              {"status", to_string(f.status)},
              {"raw", text_or_null(raw_of(f))},
              {"page", f.page > 0 ? Json(f.page) : Json(nullptr)},
              {"boxes", list_json(f.boxes, box_json)},
              {"evidence", list_json(f.evidence, evidence_json)},
              {"candidates", list_json(f.candidates, candidate_json)}};
  if (f.corrected) out["corrected"] = {{"by", f.corrected->by}, {"at", f.corrected->at}};
  return out;
}

Json copy_json(const Copy& c) {
  Json out = field_json(c.who);
  if (!c.purpose.empty()) out["purpose"] = c.purpose;
  if (!c.channel.empty()) out["channel"] = c.channel;
  return out;
}

Json stamp_json(const Stamp& s) {
  return {{"receiver", field_json(s.receiver)},
          {"number", field_json(s.number)},
          {"date", field_json(s.date)},
          {"transfer", field_json(s.transfer)},
          {"file_code", field_json(s.file_code)},
          {"page", s.page},
          {"box", box_json(s.box)}};
}

Json citation_json(const Citation& c) {
  return {{"number", text_or_null(c.number)},
          {"title", text_or_null(c.title)},
          {"type", text_or_null(c.type)},
          {"date", text_or_null(c.date)},
          {"issuer", text_or_null(c.issuer)},
          {"relation", text_or_null(c.relation)},
          {"page", c.page},
          {"box", box_json(c.box)},
          {"raw", c.raw},
          {"resolved", c.resolved ? Json(*c.resolved) : Json(nullptr)}};
}

Json dispatch_json(const Dispatch& d) {
  Json out = {{"id", d.id},
              {"pages", d.pages},
              {"complete", d.complete},
              {"attached_to", d.attached_to ? Json(*d.attached_to) : Json(nullptr)}};
  for (const NamedField& named : named_fields()) out[named.name] = field_json(d.*named.field);
  out["to"] = list_json(d.to, field_json);
  out["to_status"] = d.to_status;
  out["copies"] = list_json(d.copies, copy_json);
  out["signers"] = list_json(d.signers, [](const Signer& s) {
    return Json{{"name", field_json(s.name)}, {"title", field_json(s.title)}, {"role", s.role}};
  });
  out["stamps"] = list_json(d.stamps, stamp_json);
  out["cites"] = list_json(d.cites, citation_json);
  return out;
}

Json page_json(const PageReading& p) {
  Json lines = Json::array(), words = Json::array();
  for (std::size_t i = 0; i < p.lines.size(); ++i) {
    lines.push_back({{"box", box_json(p.lines[i].box)}, {"language", p.lines[i].language}});
    for (const Word& w : p.lines[i].words) {
      Json word = {{"text", w.text},
                   {"box", box_json(w.box)},
                   {"confidence", rounded(w.confidence)},
                   {"line", i}};
      if (!w.raw.empty()) word["raw"] = w.raw;
      words.push_back(std::move(word));
    }
  }
  return {
      {"page", p.page},        {"width", p.width},       {"height", p.height},
      {"dpi", rounded(p.dpi)}, {"rotation", p.rotation}, {"skew", rounded(p.skew)},
      {"role", p.role},        {"source", p.source},     {"quality", {{"warnings", p.warnings}}},
      {"text", p.text},        {"lines", lines},         {"words", words}};
}

Json reading_json(const Reading& r) {
  Json made = {
      {"vanthu", r.made_by.vanthu},
      {"engine", r.made_by.engine},
      {"options", r.made_by.options.empty() ? Json::object() : Json::parse(r.made_by.options)}};
  Json out = {{"schema", 1}, {"made_by", made}, {"file", r.file}};
  if (!r.file_bytes.empty()) out["file_bytes"] = r.file_bytes;
  out["sha256"] = r.sha256;
  out["pages"] = list_json(r.pages, page_json);
  out["dispatches"] = list_json(r.dispatches, dispatch_json);
  return out;
}

// A stray byte costs a U+FFFD, never the reading.
std::string printed(const Json& j, int indent) {
  return j.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string text_at(const Json& j, const char* key) {
  const auto at = j.find(key);
  return at == j.end() || at->is_null() ? std::string() : at->get<std::string>();
}

std::optional<std::string> maybe_text(const Json& j, const char* key) {
  const auto at = j.find(key);
  if (at == j.end() || at->is_null()) return std::nullopt;
  return at->get<std::string>();
}

const Json& array_at(const Json& j, const char* key) {
  static const Json none = Json::array();
  const auto at = j.find(key);
  return at == j.end() ? none : *at;
}

Box box_from(const Json& j) {
  return {j.at(0).get<int>(), j.at(1).get<int>(), j.at(2).get<int>(), j.at(3).get<int>()};
}

Field field_from(const Json& j) {
  Field f;
  f.value = maybe_text(j, "value");
  f.confidence = j.value("confidence", 0.0);
  f.status = status_from(j.at("status").get<std::string>());
  f.raw = text_at(j, "raw");
  if (as_on_paper(f) && f.raw == f.value) f.raw.clear();
  if (const auto page = j.find("page"); page != j.end() && page->is_number()) f.page = *page;
  for (const Json& box : array_at(j, "boxes")) f.boxes.push_back(box_from(box));
  for (const Json& e : array_at(j, "evidence"))
    f.evidence.push_back({text_at(e, "source"), text_at(e, "value"), e.value("weight", 0.0)});
  for (const Json& c : array_at(j, "candidates"))
    f.candidates.push_back({text_at(c, "value"), c.value("confidence", 0.0)});
  if (const auto at = j.find("corrected"); at != j.end() && !at->is_null())
    f.corrected = Correction{text_at(*at, "by"), text_at(*at, "at")};
  return f;
}

Stamp stamp_from(const Json& j) {
  return {field_from(j.at("receiver")),
          field_from(j.at("number")),
          field_from(j.at("date")),
          field_from(j.at("transfer")),
          field_from(j.at("file_code")),
          box_from(j.at("box")),
          j.value("page", 1)};
}

Citation citation_from(const Json& j) {
  return {text_at(j, "number"),  text_at(j, "title"),      text_at(j, "type"), text_at(j, "date"),
          text_at(j, "issuer"),  text_at(j, "relation"),   text_at(j, "raw"),  j.value("page", 1),
          box_from(j.at("box")), maybe_text(j, "resolved")};
}

Dispatch dispatch_from(const Json& j) {
  Dispatch d;
  d.id = text_at(j, "id");
  d.pages = j.at("pages").get<std::vector<int>>();
  d.complete = j.value("complete", true);
  d.attached_to = maybe_text(j, "attached_to");
  for (const NamedField& named : named_fields())
    if (const auto at = j.find(named.name); at != j.end()) d.*named.field = field_from(*at);
  for (const Json& to : array_at(j, "to")) d.to.push_back(field_from(to));
  d.to_status = j.value("to_status", "missing");
  for (const Json& c : array_at(j, "copies"))
    d.copies.push_back({field_from(c), text_at(c, "purpose"), text_at(c, "channel")});
  for (const Json& s : array_at(j, "signers"))
    d.signers.push_back(
        {field_from(s.at("name")), field_from(s.at("title")), s.value("role", "signs")});
  for (const Json& s : array_at(j, "stamps")) d.stamps.push_back(stamp_from(s));
  for (const Json& c : array_at(j, "cites")) d.cites.push_back(citation_from(c));
  return d;
}

PageReading page_from(const Json& j) {
  PageReading p;
  p.page = j.at("page").get<int>();
  p.width = j.at("width").get<int>();
  p.height = j.at("height").get<int>();
  p.dpi = j.value("dpi", 0.0);
  p.rotation = j.value("rotation", 0);
  p.skew = j.value("skew", 0.0);
  p.role = j.value("role", "main");
  p.source = j.value("source", "scan");
  if (const auto q = j.find("quality"); q != j.end())
    p.warnings = q->value("warnings", std::vector<std::string>{});
  p.text = text_at(j, "text");
  for (const Json& l : array_at(j, "lines")) {
    Line line;
    line.box = box_from(l.at("box"));
    line.language = l.value("language", "vi");
    p.lines.push_back(std::move(line));
  }
  for (const Json& w : array_at(j, "words"))
    p.lines.at(w.at("line").get<std::size_t>())
        .words.push_back({text_at(w, "text"), text_at(w, "raw"), box_from(w.at("box")),
                          w.value("confidence", 0.0)});
  return p;
}

}  // namespace

const char* to_string(Status status) { return kStatuses[static_cast<int>(status)]; }

Status status_from(std::string_view name) {
  for (int i = 0; i < static_cast<int>(std::size(kStatuses)); ++i)
    if (name == kStatuses[i]) return static_cast<Status>(i);
  throw Error(Code::bad_input,
              "a reading has the unknown field status \"" + std::string(name) + "\"",
              "it was made by a newer vanthu; use that version");
}

const std::vector<NamedField>& named_fields() {
  static const std::vector<NamedField> all = {{"rule_set", &Dispatch::rule_set},
                                              {"number", &Dispatch::number},
                                              {"date", &Dispatch::date},
                                              {"place", &Dispatch::place},
                                              {"issuer", &Dispatch::issuer},
                                              {"parent", &Dispatch::parent},
                                              {"type", &Dispatch::type},
                                              {"subject", &Dispatch::subject},
                                              {"archive_line", &Dispatch::archive_line},
                                              {"drafting_unit", &Dispatch::drafting_unit},
                                              {"drafter", &Dispatch::drafter},
                                              {"due", &Dispatch::due},
                                              {"signer", &Dispatch::signer},
                                              {"signer_title", &Dispatch::signer_title},
                                              {"urgent", &Dispatch::urgent},
                                              {"secret", &Dispatch::secret},
                                              {"circulation", &Dispatch::circulation}};
  return all;
}

Field* find_field(Dispatch& dispatch, std::string_view name) {
  for (const NamedField& named : named_fields())
    if (name == named.name) return &(dispatch.*named.field);
  return nullptr;
}

std::string to_json(const Reading& reading, int indent) {
  return printed(reading_json(reading), indent);
}

std::string to_json(const Dispatch& dispatch, int indent) {
  return printed(dispatch_json(dispatch), indent);
}

Reading reading_from_json(std::string_view json) {
  try {
    const Json j = Json::parse(json);
    Reading r;
    const Json made = j.value("made_by", Json::object());
    r.made_by = {text_at(made, "vanthu"), text_at(made, "engine"),
                 made.value("options", Json::object()).dump()};
    r.file = text_at(j, "file");
    r.file_bytes = text_at(j, "file_bytes");
    r.sha256 = j.at("sha256").get<std::string>();
    for (const Json& p : j.at("pages")) r.pages.push_back(page_from(p));
    for (const Json& d : j.at("dispatches")) r.dispatches.push_back(dispatch_from(d));
    return r;
  } catch (const std::exception& e) {  // nlohmann's, and at() of a word whose line is not there
    if (const auto* ours = dynamic_cast<const Error*>(&e)) throw *ours;
    throw Error(Code::bad_input, std::string("this is not a reading: ") + e.what(),
                "a reading is made by `vanthu read --json FILE`; see docs/reading.md");
  }
}

}  // namespace vanthu
