// SPDX-License-Identifier: GPL-3.0-or-later
// Place and date of issue: `Hà Nội, ngày 05 tháng 01 năm 2020`, level with the number. Day and
// often month are handwritten: the guesses that came with the row's words (ocr/hand.h) are weighed
// with what the engine saw and with the calendar; without them the date stays partial. Pure; safe
// from any thread.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/fields/head.h"

namespace vanthu::fields {

// A date row taken apart; positions are code points. Any text is safe.
struct DateParts {
  std::size_t place_to = 0;
  std::size_t day_from = 0, day_to = 0, month_from = 0, month_to = 0, year_from = 0, year_to = 0;
  bool found = false;  // at least the month's word or the day's, and the year's place
};
DateParts parse_date_row(std::u32string_view text, std::u32string_view folded);

// "2019-09-09"; month or day 0: left out. nullopt when it is no day of the calendar.
std::optional<std::string> iso_date(int year, int month, int day);

// `d/m/yyyy`, `d-m-yyyy`, `d.m.yyyy` or `d tháng m năm yyyy` from `at`, blanks allowed between;
// moves past it. The year may be missing ("20/8": "--08-20") or of two digits ("29/11/10").
std::optional<std::string> take_date(std::u32string_view text, std::size_t& at);

struct DateFound {
  Field date, place;
  std::string partial;  // "2019-09" or "2019", as far as it was read as print
  int day_seen = 0;     // what the engine made of the day, sure or not; 0: nothing
};
DateFound read_date(const Head& head);

// What else the file says about the day of issue. `date` is ISO and whole.
struct DateHint {
  enum class Says { same, not_after };
  std::string source;  // "signature" "stamp" "citation" "calendar"
  std::string date;
  Says says = Says::same;
  double weight = 0.5;  // how far the hint itself is believed
};

// Weighs the date with the hints; a date that was not read is not made up from them.
void weigh_date(Field& date, const std::vector<DateHint>& hints);

// The day of signing that a block of an electronic signature names (`Thời gian ký: 25/12/2017 …`),
// one hint a block.
std::vector<DateHint> signing_days(const PageLayout& page);

}  // namespace vanthu::fields
