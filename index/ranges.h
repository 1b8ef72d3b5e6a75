// SPDX-License-Identifier: GPL-3.0-or-later
// Days and numbers as people write them, and ranges of them, in the form the value slots sort by.
// Pure; safe from any thread.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

// Both inclusive; an empty end is open. Days as YYYYMMDD, numbers as eight digits.
struct ValueRange {
  std::string low, high;
  bool operator==(const ValueRange&) const = default;
};

// 2019 · 2019-09 · 2019-09-30 · 9/2019 · t9/2019 · 9/9/2019 (day first) · q3/2019 · quý 3/2019, and
// a..b, a.., ..b of these. Nothing when it is none of them, no such day, or the end precedes the
// beginning.
std::optional<ValueRange> parse_days(std::string_view text);

// A date among other words: "tháng 9 năm 2019", "thang 9/2019", "ngày 9 tháng 9 năm 2019", "quý
// 3/2019", "9/2019", "năm 2019", "2019". Nothing when all of `text` is not one.
std::optional<ValueRange> said_days(std::string_view text);

// The days of a paper as the index names them: "2019", "201909", "20190909", and with '~' behind
// the month or year of a paper of which no more is known. Nothing when `date` is no date.
std::vector<std::string> day_names(std::string_view date);

// The names that every paper within `days`, or maybe within, has at least one of: whole years, then
// months, then days.
std::vector<std::string> names_within(const ValueRange& days);

// 3795 · 100..200 · 100.. · ..200
std::optional<ValueRange> parse_numbers(std::string_view text);

// The form of the number slot: "3795" -> "00003795"; empty when it is no number of at most 8
// digits.
std::string number_value(std::string_view digits);

}  // namespace vanthu
