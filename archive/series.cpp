// SPDX-License-Identifier: GPL-3.0-or-later
// Heads of agencies keep several series side by side, register late and skip numbers, so order is
// asked of the neighbours alone, with slack, and of a series that keeps it itself.
#include "archive/series.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr double kInOrder = 0.8;     // share of neighbours that must rise, or nothing is said
constexpr int kNearDays = 60;        // further away a neighbour tells nothing
constexpr int kLateDays = 3;         // a number is given up to so long before or after its day
constexpr double kSlackShare = 0.2;  // of the numbers between the neighbours
constexpr int kLeastSlack = 3;

int day_number(const std::string& iso) {
  using namespace std::chrono;
  const auto part = [&](std::size_t at, std::size_t n) {
    return std::atoi(iso.substr(at, n).c_str());
  };
  const sys_days day = year(part(0, 4)) / month(static_cast<unsigned>(part(5, 2))) /
                       std::chrono::day(static_cast<unsigned>(part(8, 2)));
  return static_cast<int>(day.time_since_epoch().count());
}

bool earlier(const SeriesPoint& a, const SeriesPoint& b) {
  return a.date != b.date ? a.date < b.date : a.serial < b.serial;
}

bool in_order(const std::vector<SeriesPoint>& points) {
  std::size_t rising = 0;
  for (std::size_t i = 1; i < points.size(); ++i) rising += points[i].serial > points[i - 1].serial;
  return static_cast<double>(rising) >= kInOrder * static_cast<double>(points.size() - 1);
}

struct Around {
  const SeriesPoint *before = nullptr, *after = nullptr;
};

// The nearest more than kLateDays away on either side, within kNearDays.
Around neighbours(const std::vector<SeriesPoint>& points, const SeriesPoint& asked) {
  Around out;
  const int day = day_number(asked.date);
  for (const SeriesPoint& point : points) {
    const int apart = day_number(point.date) - day;
    if (std::abs(apart) > kNearDays) continue;
    if (apart < -kLateDays) out.before = &point;  // sorted: the last of them
    if (apart > kLateDays && out.after == nullptr) out.after = &point;
  }
  return out;
}

std::string likeliest(const Field& field) {
  if (field.value) return *field.value;
  return field.candidates.empty() ? std::string() : field.candidates.front().value;
}

}  // namespace

Serial serial_of(const std::string& number) {
  const std::size_t end = number.find_first_not_of("0123456789");
  if (end == 0 || end == std::string::npos || end > 6) return {};
  std::size_t mark = end;
  if (number[mark] >= 'a' && number[mark] <= 'z') ++mark;  // "12a"
  if (mark + 1 >= number.size() || (number[mark] != '/' && number[mark] != '-')) return {};
  return {std::atoi(number.c_str()), number.substr(mark)};
}

std::string series_key(const Dispatch& dispatch, const std::string& number) {
  const std::string notation = serial_of(number).notation;
  const std::string date = likeliest(dispatch.date);
  if (notation.empty() || !dispatch.issuer.value || date.size() < 4 || date[0] == '-') return {};
  const std::string parent = dispatch.parent.value.value_or("");
  return canonical(*dispatch.issuer.value) + "|" + canonical(parent) + "|" + notation + "|" +
         date.substr(0, 4);
}

bool is_known(const Field& field) {
  return field.value && (field.corrected || field.confidence >= kTrusted);
}

void Series::add(const SeriesPoint& point) {
  points_.insert(std::upper_bound(points_.begin(), points_.end(), point, earlier), point);
}

std::vector<SeriesPoint> Series::without(const std::string& id) const {
  std::vector<SeriesPoint> out;
  for (const SeriesPoint& point : points_)
    if (point.id != id) out.push_back(point);
  return out;
}

Fit Series::fit(const SeriesPoint& asked) const {
  const std::vector<SeriesPoint> points = without(asked.id);
  if (points.size() < 2 || !in_order(points)) return Fit::unknown;
  const Around around = neighbours(points, asked);
  if (around.before == nullptr || around.after == nullptr) return Fit::unknown;
  const int span = around.after->serial - around.before->serial;
  const int slack = std::max(kLeastSlack, static_cast<int>(kSlackShare * std::max(0, span)));
  const bool inside =
      asked.serial > around.before->serial - slack && asked.serial < around.after->serial + slack;
  return inside ? Fit::fits : Fit::out_of_order;
}

std::string Series::around(const SeriesPoint& asked) const {
  const std::vector<SeriesPoint> points = without(asked.id);
  const Around around = neighbours(points, asked);
  std::string out;
  for (const SeriesPoint* point : {around.before, around.after})
    if (point != nullptr)
      out += (out.empty() ? "" : ", ") + std::to_string(point->serial) + " " + point->date;
  return out;
}

void ask_about(const Dispatch& dispatch, Asked& asked) {
  if (is_known(dispatch.number) && is_known(dispatch.date)) return;
  std::vector<std::string> numbers;
  if (dispatch.number.value) numbers.push_back(*dispatch.number.value);
  for (const Candidate& one : dispatch.number.candidates) numbers.push_back(one.value);
  for (const std::string& number : numbers) {
    asked.numbers.insert(number);
    asked.notations.insert(serial_of(number).notation);
    asked.series.insert(series_key(dispatch, number));
  }
  asked.series.erase("");
  asked.notations.erase("");
}

void remember(const Dispatch& dispatch, const Asked& asked, ArchiveKnows& knows) {
  for (const Citation& cite : dispatch.cites)
    if (asked.numbers.contains(cite.number) ||
        asked.notations.contains(serial_of(cite.number).notation))
      knows.cited[cite.number].push_back({dispatch.id, cite.date, cite.issuer,
                                          dispatch.issuer.value.value_or(""),
                                          dispatch.parent.value.value_or("")});
  if (!is_known(dispatch.number) || !is_known(dispatch.date) || !dispatch.issuer.value) return;
  const std::string key = series_key(dispatch, *dispatch.number.value);
  const int serial = serial_of(*dispatch.number.value).serial;
  if (serial > 0 && dispatch.date.value->size() == 10 && asked.series.contains(key))
    knows.series[key].add({*dispatch.date.value, serial, dispatch.id});
}

}  // namespace vanthu
