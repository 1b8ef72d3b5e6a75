// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/access.h"

#include <algorithm>
#include <array>
#include <string>

#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr std::array kNames = {"open", "unit", "named"};

bool suspected(const Field& field) {
  return field.value.has_value() || !field.candidates.empty() || field.status == Status::unreadable;
}

// 5053-CV/VPTW/nb: nội bộ, for internal circulation (Party offices).
bool internal_notation(const Field& number) {
  const std::string text = lower(number.value.value_or(number.raw));
  return text.ends_with("/nb") || text.ends_with("-nb");
}

bool any_word(const std::vector<std::string>& words, std::initializer_list<const char*> wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const char* w) {
    return std::find(words.begin(), words.end(), w) != words.end();
  });
}

// A person's case names both the matter and the person; a plan against corruption names no one.
bool personal_case(const Field& subject) {
  const std::string text = lower(subject.value.value_or(""));
  const auto has = [&](const char* part) { return text.find(part) != std::string::npos; };
  const bool matter = has("tố cáo") || has("khiếu nại") || has("kỷ luật") || has("kỉ luật") ||
                      has("vi phạm") || has("đơn thư") || has("tố giác");
  return matter && (has("đồng chí") || has("đ/c") || any_word(words_of(text), {"ông", "bà"}));
}

}  // namespace

const char* to_string(Access access) { return kNames.at(static_cast<std::size_t>(access)); }

Access access_from(std::string_view name) {
  const auto at = std::find(kNames.begin(), kNames.end(), name);
  if (at == kNames.end())
    throw Error(Code::bad_input, "no such access class: " + std::string(name),
                "open, unit or named");
  return static_cast<Access>(at - kNames.begin());
}

Access access_of(const Dispatch& dispatch) {
  const bool closed = suspected(dispatch.circulation) || internal_notation(dispatch.number) ||
                      personal_case(dispatch.subject);
  return closed ? Access::unit : Access::open;
}

std::vector<Access> access_of(const Reading& reading) {
  std::vector<Access> out;
  for (const Dispatch& dispatch : reading.dispatches) out.push_back(access_of(dispatch));
  return out;
}

bool may_be_secret(const Reading& reading) {
  return std::any_of(reading.dispatches.begin(), reading.dispatches.end(),
                     [](const Dispatch& d) { return suspected(d.secret); });
}

}  // namespace vanthu
