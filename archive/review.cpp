// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/review.h"

#include <algorithm>
#include <array>

#include "pipeline/reading_json.h"

namespace vanthu {
namespace {

// How much a wrong value costs: a paper is found by its number and date before all else.
struct Watched {
  const char* field;
  double weight;
  bool expected;  // most papers have it: `missing` is a doubt. Few papers are urgent.
};
constexpr std::array<Watched, 7> kWatched = {{{"number", 1.0, true},
                                              {"date", 0.9, true},
                                              {"urgent", 0.85, false},
                                              {"issuer", 0.8, true},
                                              {"subject", 0.7, true},
                                              {"signer", 0.6, true},
                                              {"type", 0.5, true}}};

bool is_doubtful(const Field& field, bool expected) {
  if (field.corrected || field.status == Status::corrected || field.status == Status::absent)
    return false;
  if (field.value) return field.confidence < kTrusted;
  return expected || field.status == Status::unreadable || field.status == Status::handwritten ||
         !field.candidates.empty();
}

// 0.5..1 without a value, 0..0.5 with one.
double urgency_of(const Field& field, double weight) {
  return field.value ? 0.5 * weight * (1 - field.confidence) : 0.5 + 0.5 * weight;
}

Doubt doubt_of(const Field& field, const Watched& watched) {
  Doubt doubt{watched.field,    field.page,   field.boxes,      field.value.value_or(""),
              field.confidence, field.status, field.candidates, urgency_of(field, watched.weight)};
  std::stable_sort(doubt.candidates.begin(), doubt.candidates.end(),
                   [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
  return doubt;
}

}  // namespace

std::vector<Doubt> doubts_of(const Dispatch& dispatch) {
  if (dispatch.pages.empty()) return {};  // a file that is no scan: there is nothing to look at
  Dispatch copy = dispatch;               // find_field gives a way to write, which is not used
  std::vector<Doubt> doubts;
  for (const Watched& watched : kWatched) {
    const Field* field = find_field(copy, watched.field);
    if (field && is_doubtful(*field, watched.expected)) doubts.push_back(doubt_of(*field, watched));
  }
  std::stable_sort(doubts.begin(), doubts.end(),
                   [](const Doubt& a, const Doubt& b) { return a.urgency > b.urgency; });
  return doubts;
}

}  // namespace vanthu
