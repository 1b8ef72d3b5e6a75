// SPDX-License-Identifier: GPL-3.0-or-later
// What time it is, as it is written down: UTC, RFC 3339, to the second; and what day it is on the
// wall of this office. Safe from any thread.
#pragma once
#include <string>

namespace vanthu {

std::string now_utc();  // "2026-03-09T02:05:00Z"
std::string today();    // "2026-03-09", of this machine's time zone
std::string day_of(
    const std::string& utc);  // the same, of a moment; what is no moment: ten letters

// The same moment as this office's clock had it, "2026/03/09 09:05:00"; what is no moment: empty.
std::string office_time(const std::string& utc);

}  // namespace vanthu
