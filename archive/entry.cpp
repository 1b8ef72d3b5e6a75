// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/entry.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/error.h"

namespace vanthu {
namespace {

using Json = nlohmann::ordered_json;

auto live(std::string_view dispatch) {
  return [dispatch](const RegisterEntry& e) {
    return e.cancelled.empty() && !e.dispatch.empty() && e.dispatch == dispatch;
  };
}

// What has no value is left out: the file is for people too.
Json json_of(const RegisterEntry& entry) {
  Json out = Json::object();
  const auto put = [&](const char* key, const std::string& value) {
    if (!value.empty()) out[key] = value;
  };
  put("dispatch", entry.dispatch);
  if (entry.number > 0) out["number"] = entry.number;
  put("day", entry.day);
  put("receiver", entry.receiver);
  put("passed_on", entry.passed_on);
  put("note", entry.note);
  if (entry.own_row) out["own_row"] = true;
  put("cancelled", entry.cancelled);
  if (entry.last > 0) out["last"] = entry.last;
  put("volume", entry.volume);
  put("by", entry.by);
  put("at", entry.at);
  put("purged", entry.purged);
  return out;
}

RegisterEntry entry_from(const Json& json) {
  const auto get = [&](const char* key) { return json.value(key, std::string()); };
  RegisterEntry out;
  out.dispatch = get("dispatch");
  out.number = std::max(0, json.value("number", 0));
  out.day = get("day");
  out.receiver = get("receiver");
  out.passed_on = get("passed_on");
  out.note = get("note");
  out.own_row = json.value("own_row", false);
  out.cancelled = get("cancelled");
  out.last = std::max(0, json.value("last", 0));
  out.volume = get("volume");
  out.by = get("by");
  out.at = get("at");
  out.purged = get("purged");
  return out;
}

}  // namespace

std::string to_json(const std::vector<RegisterEntry>& entries) {
  Json all = Json::array();
  for (const RegisterEntry& entry : entries) all.push_back(json_of(entry));
  const Json json = {{"schema", 1}, {"entries", all}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<RegisterEntry> entries_from_json(std::string_view text) try {
  std::vector<RegisterEntry> out;
  const Json json = Json::parse(text);
  for (const Json& entry : json.at("entries")) out.push_back(entry_from(entry));
  return out;
} catch (const Json::exception& e) {
  throw Error(Code::corrupt, std::string("register.json cannot be read: ") + e.what());
}

const RegisterEntry* entry_of(const std::vector<RegisterEntry>& entries,
                              std::string_view dispatch) {
  const auto found = std::ranges::find_if(entries, live(dispatch));
  return found == entries.end() ? nullptr : &*found;
}

RegisterEntry& entry_for(std::vector<RegisterEntry>& entries, const std::string& dispatch) {
  const auto found = std::ranges::find_if(entries, live(dispatch));
  if (found != entries.end()) return *found;
  RegisterEntry& fresh = entries.emplace_back();
  fresh.dispatch = dispatch;
  return fresh;
}

}  // namespace vanthu
