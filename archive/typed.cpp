// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/typed.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/error.h"
#include "pipeline/reading_json.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSource = "list";
constexpr double kTypedAlone = 0.85;  // under kTrusted: lists have slips too, a clerk looks once

Json json_of(const TypedValues& values) {
  Json out = Json::object();
  for (const auto& [key, value] : values) out[key] = value;
  return out;
}

TypedValues values_of(const Json& json) {
  TypedValues out;
  for (const auto& [key, value] : json.items()) out.emplace_back(key, value.get<std::string>());
  return out;
}

void weigh(Field& field, const std::string& typed) {
  const auto said = [&](const Evidence& e) { return e.source == kSource && e.value == typed; };
  if (std::ranges::any_of(field.evidence, said)) return;
  field.evidence.push_back({kSource, typed, 1});
  if (field.corrected) return;
  if (!field.value) {
    field.value = typed;
    field.status = Status::inferred;
    field.confidence = kTypedAlone;
  } else if (fold(tidy(*field.value)) == fold(tidy(typed))) {
    field.confidence = std::max(field.confidence, kTrusted);
  } else {
    field.candidates.insert(field.candidates.begin(), {typed, kTypedAlone});
    field.confidence = std::min(field.confidence, kTypedAlone);
  }
}

}  // namespace

std::string to_json(const std::vector<TypedRow>& rows) {
  Json all = Json::array();
  for (const TypedRow& row : rows)
    all.push_back({{"list", row.list},
                   {"line", row.line},
                   {"by", row.by},
                   {"at", row.at},
                   {"shelf", json_of(row.shelf)},
                   {"fields", json_of(row.fields)}});
  const Json json = {{"schema", 1}, {"rows", all}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<TypedRow> typed_from_json(std::string_view text) try {
  std::vector<TypedRow> out;
  const Json json = Json::parse(text);
  for (const Json& row : json.at("rows"))
    out.push_back({row.at("list").get<std::string>(), row.at("line").get<int>(),
                   row.at("by").get<std::string>(), row.at("at").get<std::string>(),
                   values_of(row.at("shelf")), values_of(row.at("fields"))});
  return out;
} catch (const Json::exception& e) {
  throw Error(Code::corrupt, std::string("typed.json cannot be read: ") + e.what());
}

void weigh_typed(Reading& reading, const TypedRow& row) {
  if (reading.dispatches.empty()) return;
  for (const auto& [name, value] : row.fields)
    if (Field* field = find_field(reading.dispatches.front(), name)) weigh(*field, value);
}

}  // namespace vanthu
