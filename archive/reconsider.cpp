// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/reconsider.h"

#include <algorithm>
#include <set>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/make_field.h"
#include "pipeline/fields/weigh.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using namespace fields;

// How much likelier the archive looks so when the value is true than when not. Order is loose and
// papers cite each other wrongly (DOMAIN 9, 10a): neither decides against a clear reading.
constexpr double kFits = 4, kOutOfOrder = 0.25;
constexpr double kCitedWithDay = 15, kCited = 5;
constexpr double kUnread = 0.03;  // share of a cited value that was not among the guesses

// "ubndtinhkiengiang", however the committee is written.
std::string key_of(const std::string& body) {
  static const std::string kLong = "uybannhandan";
  std::string out = letters(body);
  if (const std::size_t at = out.find(kLong); at != std::string::npos)
    out.replace(at, kLong.size(), "ubnd");
  return out;
}

// Does the citation mean this dispatch's office? Every province has a 3795/UBND-VXNV: what it names
// must be this office with its place, or the citing paper of the same house.
bool of_this_office(const CitedBy& cited, const Dispatch& dispatch) {
  const std::string own = key_of(dispatch.issuer.value.value_or(""));
  const std::string place = key_of(dispatch.parent.value.value_or(""));
  const std::string named = key_of(cited.issuer);
  const std::string house = key_of(cited.citing_issuer) + "|" + key_of(cited.citing_parent);
  const auto in_house = [&](const std::string& part) {
    return !part.empty() && house.find(part) != std::string::npos;
  };
  if (own.empty()) return false;
  if (named.empty()) return in_house(own) || in_house(place);
  if (named.starts_with(own)) {
    const std::string rest = named.substr(own.size());
    if (!rest.empty()) return place.find(rest) != std::string::npos;
    return place.empty() || in_house(own) || in_house(place);
  }
  return own.starts_with(named) && in_house(own.substr(named.size()));  // "của UBND tỉnh"
}

bool whole(const std::string& date) { return date.size() == 10 && date[0] != '-'; }

// Days agree as far as both go.
bool may_be_of(const std::string& cited, const std::string& own) {
  const std::size_t n = std::min(cited.size(), own.size());
  return cited.compare(0, n, own, 0, n) == 0;
}

// What the archive says is weighed, and stays a conclusion.
void settle(Field& field, const Field& before, Choices choices) {
  set_choices(field, std::move(choices));
  if (field.confidence > kMostConcluded)
    field.confidence = std::max(kMostConcluded, before.confidence);
  if (!field.value && before.value && before.value->size() < 10 &&
      before.value->find('/') == std::string::npos) {
    field.value = before.value;  // a date without its day
    field.confidence = before.confidence;
  }
  const bool was_read = field.value == before.value ||
                        std::any_of(before.candidates.begin(), before.candidates.end(),
                                    [&](const Candidate& one) { return field.value == one.value; });
  if (field.value && !was_read) field.status = Status::inferred;
}

// The choices as points of the series, in their order; one of serial 0 is none.
void weigh_order(Field& field, Choices& choices, const std::vector<SeriesPoint>& points,
                 const Series& series) {
  const Choices before = choices;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const Fit fit = points[i].serial > 0 ? series.fit(points[i]) : Fit::unknown;
    if (fit == Fit::unknown || before[i].chance <= 0) continue;
    const bool fits = fit == Fit::fits;
    favour(choices, before[i].value, fits ? kFits : kOutOfOrder);
    add_evidence(field, "series", before[i].value + " (" + series.around(points[i]) + ")",
                 fits ? 0.4 : -0.4);
  }
}

Field number_of(const Dispatch& dispatch, const ArchiveKnows& knows) {
  Field out = dispatch.number;
  Choices choices = choices_of(out);
  const Choices start = choices;
  const std::string date = dispatch.date.value.value_or("");
  const std::string key = choices.empty() ? "" : series_key(dispatch, choices.front().value);
  const auto series = knows.series.find(key);
  if (series != knows.series.end() && is_known(dispatch.date) && whole(date)) {
    std::vector<SeriesPoint> points;
    for (const Choice& one : choices)
      points.push_back({date, serial_of(one.value).serial, dispatch.id});
    weigh_order(out, choices, points, series->second);
  }
  const std::string notation = choices.empty() ? "" : serial_of(choices.front().value).notation;
  for (const auto& [number, all] : knows.cited) {
    if (notation.empty() || serial_of(number).notation != notation) continue;
    for (const CitedBy& cited : all) {
      if (cited.citing == dispatch.id || !of_this_office(cited, dispatch) ||
          !may_be_of(cited.date, date))
        continue;
      const bool dated = whole(cited.date) && cited.date == date && is_known(dispatch.date);
      if (!dated && chance_of(choices, number) <= 0) continue;
      favour(choices, number, dated ? kCitedWithDay : kCited, dated ? kUnread : 0);
      add_evidence(out, "cited_by", number + " " + cited.citing, dated ? 0.7 : 0.4);
      break;  // many may copy one slip
    }
  }
  if (choices != start) settle(out, dispatch.number, std::move(choices));
  return out;
}

Field date_of(const Dispatch& dispatch, const ArchiveKnows& knows) {
  Field out = dispatch.date;
  if (!is_known(dispatch.number)) return out;
  Choices choices = choices_of(out);
  std::erase_if(choices, [](const Choice& one) { return !whole(one.value); });
  const Choices start = choices;
  const std::string& number = *dispatch.number.value;
  if (const auto series = knows.series.find(series_key(dispatch, number));
      series != knows.series.end()) {
    std::vector<SeriesPoint> points;
    for (const Choice& one : choices)
      points.push_back({one.value, serial_of(number).serial, dispatch.id});
    weigh_order(out, choices, points, series->second);
  }
  const auto cited = knows.cited.find(number);
  std::set<std::string> days;
  if (cited != knows.cited.end())
    for (const CitedBy& one : cited->second)
      if (one.citing != dispatch.id && whole(one.date) && of_this_office(one, dispatch) &&
          may_be_of(one.date, dispatch.date.value && !whole(*dispatch.date.value)
                                  ? *dispatch.date.value
                                  : one.date) &&
          days.insert(one.date).second) {
        favour(choices, one.date, kCitedWithDay, kUnread);
        add_evidence(out, "cited_by", one.date + " " + one.citing, 0.7);
      }
  if (choices != start) settle(out, dispatch.date, std::move(choices));
  return out;
}

}  // namespace

bool reconsidered(const Field& field) {
  return std::any_of(field.evidence.begin(), field.evidence.end(), [](const Evidence& one) {
    return one.source == "series" || one.source == "cited_by";
  });
}

Concluded reconsider(const Dispatch& dispatch, const ArchiveKnows& knows) {
  Concluded out{dispatch.number, dispatch.date};
  if (!is_known(dispatch.number) && !dispatch.number.corrected)
    out.number = number_of(dispatch, knows);
  if (!is_known(dispatch.date) && !dispatch.date.corrected) out.date = date_of(dispatch, knows);
  return out;
}

}  // namespace vanthu
