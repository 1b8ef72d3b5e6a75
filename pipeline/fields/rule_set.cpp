// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/rule_set.h"

#include <string>

#include "pipeline/fields/make_field.h"

namespace vanthu::fields {
namespace {

struct Era {
  std::string_view since;  // ISO date; a partial date compares as its beginning
  const char* name;
};
constexpr Era kState[] = {
    {"2020-03-05", "NĐ 30/2020"}, {"2011-03-05", "TT 01/2011"}, {"2005-05-06", "TTLT 55/2005"}};
constexpr Era kParty[] = {
    {"2026-05-27", "HD 05/2026"}, {"2018-04-03", "HD 36/2018"}, {"2004-05-28", "HD 11/2004"}};

}  // namespace

Field infer_rule_set(HeadKind head, std::string_view date) {
  if (date.size() < 4 || head == HeadKind::old_state) return nothing(Status::missing);
  const bool party = head == HeadKind::party;
  const double sure = head == HeadKind::none || head == HeadKind::youth ? 0.6 : 0.85;
  for (const Era& era : party ? kParty : kState) {
    if (date < era.since.substr(0, date.size())) continue;
    const bool edge = date.size() < era.since.size() && date == era.since.substr(0, date.size());
    return concluded(era.name, edge ? 0.5 : sure, "calendar", std::string(date));
  }
  return nothing(Status::missing);
}

}  // namespace vanthu::fields
