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

}  // namespace

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  return written(parts, "%Y-%m-%dT%H:%M:%SZ");
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  localtime_r(&now, &parts);
  return written(parts, "%Y-%m-%d");
}

}  // namespace vanthu
