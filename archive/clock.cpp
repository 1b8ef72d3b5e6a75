// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/clock.h"

#include <array>
#include <ctime>

namespace vanthu {

namespace {

std::string written(const std::tm& parts, const char* form) {
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), form, &parts)};
}

std::string local_day(std::time_t moment) {
  std::tm parts{};
  localtime_r(&moment, &parts);
  return written(parts, "%Y-%m-%d");
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
  std::tm parts{};
  const char* end = strptime(utc.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return end && *end == '\0' ? local_day(timegm(&parts)) : utc.substr(0, 10);
}

}  // namespace vanthu
