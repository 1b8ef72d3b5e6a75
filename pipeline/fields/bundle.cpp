// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/bundle.h"

#include <algorithm>
#include <map>

#include "pipeline/fields/make_field.h"
#include "pipeline/fields/weigh.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kOneFits = 0.8;        // one cited number with this notation, and its date agrees
constexpr double kDateUnknown = 0.5;    // the date says nothing: a candidate
constexpr double kConfirmed = 0.97;     // print and citation say the same
constexpr double kCitedOtherwise = 40;  // times likelier, against what was read: papers err
constexpr double kUnguessed = 0.02;     // share of a cited number that the net did not think of

bool has_notation(const Citation& cite, const Known& known) {
  const std::string tail = whole_number("", known.notation, known.joint);
  return !known.notation.empty() && cite.number.size() > tail.size() &&
         cite.number.compare(cite.number.size() - tail.size(), tail.size(), tail) == 0;
}

// Dates agree as far as both go; unknown ones do not speak.
bool agrees(const std::string& cited, const std::string& seen) {
  const std::size_t n = std::min(cited.size(), seen.size());
  return n > 0 && cited.compare(0, n, seen, 0, n) == 0;
}

struct Cited {
  std::string date;
  bool dated = false, contradicts = false;
};

std::map<std::string, Cited> cited_numbers(const std::vector<Dispatch>& all, std::size_t except,
                                           const Known& known) {
  std::map<std::string, Cited> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == except) continue;
    for (const Citation& cite : all[i].cites) {
      if (!has_notation(cite, known)) continue;
      Cited& entry = out[cite.number];
      if (cite.date.empty() || known.partial_date.empty()) continue;
      const bool fits = agrees(cite.date, known.partial_date);
      if (fits) entry.date = cite.date;
      entry.dated = entry.dated || fits;
      entry.contradicts = entry.contradicts || !fits;
    }
  }
  std::erase_if(out, [](const auto& one) { return one.second.contradicts && !one.second.dated; });
  return out;
}

void fill_number(Dispatch& dispatch, const std::string& number, double sure) {
  Field& field = dispatch.number;
  if (field.value == number) {
    field.confidence = std::max(field.confidence, kConfirmed);
    add_evidence(field, "citation", number, 0.9);
    return;
  }
  add_evidence(field, "citation", number, sure);
  if (field.value) {  // doubted, and the other paper says otherwise
    if (sure < kOneFits) return;
    Choices choices = choices_of(field);
    favour(choices, number, kCitedOtherwise, kUnguessed);
    set_choices(field, std::move(choices));
    return;
  }
  if (sure < kOneFits) {
    add_candidate(field, number, sure);
    return;
  }
  std::erase_if(field.candidates, [&](const Candidate& one) { return one.value == number; });
  field.value = number;
  field.confidence = sure;
  field.status = Status::inferred;
}

void fill_date(Dispatch& dispatch, const Cited& cited) {
  Field& field = dispatch.date;
  if (cited.date.size() != 10) return;
  if (field.value == cited.date) {
    field.confidence = std::max(field.confidence, kConfirmed);
    add_evidence(field, "citation", cited.date, 0.9);
    return;
  }
  if (field.value && field.value->size() == 10) return;
  add_evidence(field, "citation", cited.date, kOneFits);
  field.value = cited.date;
  field.confidence = kOneFits;
  field.status = Status::inferred;
}

// The number among the cited that the engine's digits come nearest to; the only one without digits.
std::string nearest(const std::map<std::string, Cited>& cited, const Known& known) {
  std::vector<std::string> dated;
  for (const auto& [number, one] : cited)
    if (one.dated) dated.push_back(number);
  if (dated.size() == 1) return dated.front();
  if (cited.size() == 1) return cited.begin()->first;
  const std::string seen = known.digits_seen;
  for (const auto& [number, one] : cited)
    if (!seen.empty() &&
        number.compare(0, seen.size() + 1, seen + std::string(sign_of(known.joint))) == 0)
      return number;
  return {};
}

void link(std::vector<Dispatch>& all, std::size_t at) {
  if (!all[at].number.value) return;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == at || all[i].attached_to == std::to_string(at)) continue;
    const bool cites =
        std::any_of(all[i].cites.begin(), all[i].cites.end(),
                    [&](const Citation& cite) { return cite.number == *all[at].number.value; });
    if (!cites) continue;
    all[at].attached_to = std::to_string(i);
    return;
  }
}

// Which dispatch of this file a citation is of; left open where the days contradict.
void resolve(std::vector<Dispatch>& all) {
  for (std::size_t i = 0; i < all.size(); ++i)
    for (Citation& cite : all[i].cites)
      for (std::size_t j = 0; j < all.size() && !cite.resolved; ++j) {
        const std::string date = all[j].date.value.value_or("");
        const bool same = j != i && !cite.number.empty() && all[j].number.value == cite.number;
        if (same && (cite.date.empty() || date.empty() || agrees(cite.date, date)))
          cite.resolved = std::to_string(j);
      }
}

}  // namespace

void bind_dispatches(std::vector<Dispatch>& dispatches, const std::vector<Known>& known) {
  if (dispatches.size() < 2) return;
  for (std::size_t i = 0; i < dispatches.size(); ++i) {
    const auto cited = cited_numbers(dispatches, i, known[i]);
    const std::string number = nearest(cited, known[i]);
    if (number.empty()) {
      for (const auto& [other, one] : cited)
        if (!dispatches[i].number.value) add_candidate(dispatches[i].number, other, 0.3);
      continue;
    }
    const Cited& one = cited.at(number);
    fill_number(dispatches[i], number, one.dated ? kOneFits : kDateUnknown);
    if (one.dated) fill_date(dispatches[i], one);
  }
  for (std::size_t i = 1; i < dispatches.size(); ++i) link(dispatches, i);
  resolve(dispatches);
}

}  // namespace vanthu::fields
