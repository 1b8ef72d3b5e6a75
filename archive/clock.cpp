// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/clock.h"

#include <array>
#include <ctime>

namespace vanthu {

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text.data(), size};
}

}  // namespace vanthu
