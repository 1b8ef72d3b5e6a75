// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/ranges.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr std::size_t kNumberDigits = 8;
constexpr int kFirstYear = 1900, kLastYear = 2199;  // no dispatch is older; none is from further on

// The number that `text` is, -1 when it is none or has more than four digits.
int small_number(std::string_view text) {
  if (text.empty() || text.size() > 4) return -1;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is_year(int year) { return year >= kFirstYear && year <= kLastYear; }

int days_in(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

std::string day_value(int year, int month, int day) {
  return fmt::format("{:04}{:02}{:02}", year, month, day);
}

std::optional<ValueRange> months(int year, int first, int last) {
  if (!is_year(year) || first < 1 || last > 12) return {};
  return ValueRange{day_value(year, first, 1), day_value(year, last, days_in(year, last))};
}

std::optional<ValueRange> one_day(int year, int month, int day) {
  if (!is_year(year) || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) return {};
  return ValueRange{day_value(year, month, day), day_value(year, month, day)};
}

// "t9" or "q3" -> its number; 0 when `text` does not begin so.
int after_letters(std::string_view text, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    if (text.substr(0, name.size()) == name)
      return std::max(0, small_number(trim(text.substr(name.size()))));
  return 0;
}

std::optional<ValueRange> month_or_quarter(std::string_view first, int year) {
  if (const int quarter = after_letters(first, {"quy", "q"}); quarter > 0)
    return quarter <= 4 ? months(year, 3 * quarter - 2, 3 * quarter) : std::nullopt;
  const int named = after_letters(first, {"thang", "t"});
  const int month = named > 0 ? named : small_number(first);
  return months(year, month, month);
}

// One day, month, quarter or year; `text` is folded and trimmed.
std::optional<ValueRange> parse_point(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '-' || c == '.'; }, '/');
  const std::vector<std::string> parts = split(text, '/');
  const int first = small_number(parts.front()), last = small_number(parts.back());
  const bool year_first = parts.front().size() == 4 && first > 0;
  if (parts.size() == 1) return months(first, 1, 12);
  if (parts.size() == 2)
    return year_first ? month_or_quarter(parts[1], first) : month_or_quarter(parts[0], last);
  if (parts.size() != 3) return {};
  const int month = small_number(parts[1]);
  return year_first ? one_day(first, month, last) : one_day(last, month, first);
}

// a..b split at the dots; one part when there are none.
std::vector<std::string> ends_of(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return {trim(text)};
  return {trim(text.substr(0, dots)), trim(text.substr(dots + 2))};
}

template <class Parse>
std::optional<ValueRange> parse_range(std::string_view text, Parse parse) {
  const std::vector<std::string> ends = ends_of(text);
  if (ends.size() == 1) return parse(ends[0]);
  if (ends[0].empty() && ends[1].empty()) return {};
  ValueRange out;
  if (!ends[0].empty()) {
    const auto low = parse(ends[0]);
    if (!low) return {};
    out.low = low->low;
  }
  if (!ends[1].empty()) {
    const auto high = parse(ends[1]);
    if (!high || high->high < out.low) return {};
    out.high = high->high;
  }
  return out;
}

// The names of that month's papers within `days`, whose ends are both there.
void add_month(int year, int month, const ValueRange& days, std::vector<std::string>& out) {
  const int last = days_in(year, month);
  const std::string first_day = day_value(year, month, 1), last_day = day_value(year, month, last);
  const std::string name = first_day.substr(0, 6);
  if (last_day < days.low || first_day > days.high) return;
  if (days.low <= first_day && last_day <= days.high) return out.push_back(name);
  out.push_back(name + '~');
  for (int day = 1; day <= last; ++day)
    if (const std::string one = day_value(year, month, day); days.low <= one && one <= days.high)
      out.push_back(one);
}

std::optional<ValueRange> one_number(const std::string& digits) {
  const std::string value = number_value(digits);
  if (value.empty()) return {};
  return ValueRange{value, value};
}

}  // namespace

std::optional<ValueRange> parse_days(std::string_view text) {
  return parse_range(fold(text), parse_point);
}

std::vector<std::string> day_names(std::string_view date) {
  const auto days = parse_days(date);
  if (!days || days->low.empty() || days->high.empty()) return {};
  const std::string year = days->low.substr(0, 4), month = days->low.substr(0, 6);
  if (days->low == days->high) return {year, month, days->low};
  if (days->high.substr(0, 6) == month) return {year, month, month + '~'};
  return {year, year + '~'};
}

std::vector<std::string> names_within(const ValueRange& days) {
  const std::string low = days.low.empty() ? day_value(kFirstYear, 1, 1) : days.low;
  const std::string high = days.high.empty() ? day_value(kLastYear, 12, 31) : days.high;
  std::vector<std::string> out;
  for (int year = std::stoi(low.substr(0, 4)); year <= std::stoi(high.substr(0, 4)); ++year) {
    const std::string name = day_value(year, 1, 1).substr(0, 4);
    if (low <= name + "0101" && name + "1231" <= high) {
      out.push_back(name);
      continue;
    }
    out.push_back(name + '~');
    for (int month = 1; month <= 12; ++month) add_month(year, month, {low, high}, out);
  }
  return out;
}

std::optional<ValueRange> parse_numbers(std::string_view text) {
  return parse_range(text, one_number);
}

std::string number_value(std::string_view digits) {
  if (digits.empty() || digits.size() > kNumberDigits) return {};
  for (const char c : digits)
    if (c < '0' || c > '9') return {};
  return std::string(kNumberDigits - digits.size(), '0') + std::string(digits);
}

}  // namespace vanthu
