// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/clock.h"

#include <array>
#include <ctime>
#include <optional>

namespace vanthu {

namespace {

std::string written(const std::tm& parts, const char* form) {
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), form, &parts)};
}

std::string local(std::time_t moment, const char* form) {
  std::tm parts{};
  localtime_r(&moment, &parts);
  return written(parts, form);
}

std::string local_day(std::time_t moment) { return local(moment, "%Y-%m-%d"); }

std::optional<std::time_t> moment_of(const std::string& utc) {
  std::tm parts{};
  const char* end = strptime(utc.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  if (!end || *end != '\0') return std::nullopt;
  return timegm(&parts);
}

}  // namespace

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  return written(parts, "%Y-%m-%dT%H:%M:%SZ");
}

std::string today() { return local_day(std::time(nullptr)); }

std::string day_of(const std::string& utc) {
  const auto moment = moment_of(utc);
  return moment ? local_day(*moment) : utc.substr(0, 10);
}

std::string office_time(const std::string& utc) {
  const auto moment = moment_of(utc);
  return moment ? local(*moment, "%Y/%m/%d %H:%M:%S") : "";
}

}  // namespace vanthu
