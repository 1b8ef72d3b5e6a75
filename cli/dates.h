// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as a reading keeps them ("2019-09-09", "2019-09", "--08-20") and as people here write them
// ("09/09/2019"). Pure.
#pragma once
#include <string>

namespace vanthu::cli {

// For eyes: day first in Vietnamese, as kept in English. What is no such date stays as it is.
std::string shown_date(const std::string& kept);

// "2026-11-23T04:36:45Z" as the clock on the wall had it, to the minute; else as it is.
std::string shown_time(const std::string& utc);

// "9/9/2019", "9-9-2019", "09.09.2019" become "2019-09-09"; anything else stays as it is.
std::string kept_date(const std::string& typed);

}  // namespace vanthu::cli
