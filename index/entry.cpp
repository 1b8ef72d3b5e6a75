// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/entry.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/error.h"

namespace vanthu {
namespace {

using Json = nlohmann::json;

struct NamedString {
  const char* name;
  std::string Entry::*member;
};

constexpr NamedString kStrings[] = {
    {"id", &Entry::id},         {"number", &Entry::number}, {"date", &Entry::date},
    {"issuer", &Entry::issuer}, {"type", &Entry::type},     {"subject", &Entry::subject},
    {"access", &Entry::access},
};

}  // namespace

Entry make_entry(const Reading& reading, const Dispatch& dispatch, std::string access) {
  Entry out{dispatch.id,
            dispatch.number.value.value_or(""),
            dispatch.date.value.value_or(""),
            dispatch.issuer.value.value_or(""),
            dispatch.type.value.value_or(""),
            dispatch.subject.value.value_or(""),
            std::move(access),
            {}};
  for (const PageReading& page : reading.pages)
    if (std::find(dispatch.pages.begin(), dispatch.pages.end(), page.page) != dispatch.pages.end())
      out.pages.push_back({page.page, page.text});
  return out;
}

std::string to_json(const Entry& entry) {
  Json out = Json::object();
  for (const NamedString& string : kStrings)
    if (!(entry.*string.member).empty()) out[string.name] = entry.*string.member;
  Json& pages = out["pages"] = Json::array();
  for (const PageText& page : entry.pages) pages.push_back({page.page, page.text});
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Entry entry_from_json(std::string_view json) try {
  const Json in = Json::parse(json);
  Entry out;
  for (const NamedString& string : kStrings) out.*string.member = in.value(string.name, "");
  for (const Json& page : in.at("pages"))
    out.pages.push_back({page.at(0).get<int>(), page.at(1).get<std::string>()});
  return out;
} catch (const Json::exception& e) {
  throw Error(Code::corrupt, std::string("the index holds a damaged entry: ") + e.what(),
              "rebuild it: vanthu reindex");
}

}  // namespace vanthu
