// SPDX-License-Identifier: GPL-3.0-or-later
// What stands elsewhere on the paper about the day of issue. A signature's time is often the same
// day, sometimes the next, so it speaks for a date and never makes one.
#include <algorithm>

#include "pipeline/fields/date.h"
#include "pipeline/fields/make_field.h"
#include "pipeline/fields/row_text.h"
#include "pipeline/fields/scan.h"
#include "pipeline/fields/weigh.h"

namespace vanthu::fields {
namespace {

// How much likelier the hint is when the date is so than when it is not.
constexpr double kSigned = 8, kCitedDay = 20, kAfterArrival = 0.05;
constexpr double kNotYet = 0.002;  // a clock may be wrong, a paper post-dated

// Days from the year 0, months counted as 31: for order and nearness only.
int rough_day(const std::string& iso) {
  return std::stoi(iso.substr(0, 4)) * 372 + std::stoi(iso.substr(5, 2)) * 31 +
         std::stoi(iso.substr(8, 2));
}

double times_likelier(const DateHint& hint, bool late) {
  if (late) return hint.source == "calendar" ? kNotYet : kAfterArrival;
  return hint.source == "citation" ? kCitedDay : kSigned;
}

}  // namespace

void weigh_date(Field& date, const std::vector<DateHint>& hints) {
  Choices choices = choices_of(date);
  std::erase_if(choices, [](const Choice& one) { return one.value.size() != 10; });
  const Choices before = choices;
  for (const DateHint& hint : hints) {
    if (hint.date.size() != 10) continue;
    bool spoke = false;
    for (const Choice& one : before) {
      if (one.chance <= 0) continue;
      const int later = rough_day(one.value) - rough_day(hint.date);
      const bool same = hint.says == DateHint::Says::same && later == 0;
      const bool late = hint.says == DateHint::Says::not_after && later > 0;
      if (!same && !late) continue;
      const double times = times_likelier(hint, late);
      favour(choices, one.value, 1 + (times - 1) * hint.weight);
      spoke = true;
    }
    if (spoke) add_evidence(date, hint.source, hint.date, hint.weight);
  }
  if (choices == before) return;
  const Field old = date;
  set_choices(date, std::move(choices));
  if (!date.value && old.value && old.value->size() < 10) {
    date.value = old.value;
    date.confidence = old.confidence;
  }
}

std::vector<DateHint> signing_days(const PageLayout& page) {
  std::vector<DateHint> out;
  for (const auto* pieces : {&page.pieces, &page.coloured})
    for (const Piece& piece : *pieces) {
      const RowText row = row_text(piece);
      const std::size_t sign = std::min(row.key.find(U"ngay ky"), row.key.find(U"thoi gian ky"));
      if (sign == std::u32string::npos) continue;
      for (std::size_t i = sign; i < row.text.size(); ++i) {
        if (!is_digit(row.text[i])) continue;
        std::size_t at = i;
        const auto date = take_date(row.text, at);
        if (date && date->size() == 10 && date->front() != '-')
          out.push_back({"signature", *date, DateHint::Says::same, 0.7});
        break;
      }
    }
  return out;
}

}  // namespace vanthu::fields
