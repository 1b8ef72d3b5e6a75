// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/dates.h"

#include <fmt/format.h>

#include <ctime>
#include <regex>

#include "cli/messages.h"

namespace vanthu::cli {

std::string shown_date(const std::string& kept) {
  static const std::regex full(R"((\d{4})-(\d\d)-(\d\d))"), month(R"((\d{4})-(\d\d))"),
      no_year(R"(--(\d\d)-(\d\d))");
  if (language() != Language::vi) return kept;
  std::smatch m;
  if (std::regex_match(kept, m, full)) return m.str(3) + '/' + m.str(2) + '/' + m.str(1);
  if (std::regex_match(kept, m, month)) return m.str(2) + '/' + m.str(1);
  if (std::regex_match(kept, m, no_year)) return m.str(2) + '/' + m.str(1);
  return kept;
}

std::string shown_time(const std::string& utc) {
  std::tm time{};
  const char* end = strptime(utc.c_str(), "%Y-%m-%dT%H:%M:%SZ", &time);
  if (!end || *end) return utc;
  const std::time_t moment = timegm(&time);
  char out[32];
  const char* form = language() == Language::vi ? "%d/%m/%Y %H:%M" : "%Y-%m-%d %H:%M";
  if (!localtime_r(&moment, &time) || std::strftime(out, sizeof out, form, &time) == 0) return utc;
  return out;
}

std::string kept_date(const std::string& typed) {
  static const std::regex people(R"(\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*)");
  std::smatch m;
  if (!std::regex_match(typed, m, people)) return typed;
  return fmt::format("{}-{:0>2}-{:0>2}", m.str(3), m.str(2), m.str(1));
}

}  // namespace vanthu::cli
