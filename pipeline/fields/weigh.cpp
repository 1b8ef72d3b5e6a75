// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/weigh.h"

#include <algorithm>

#include "pipeline/fields/make_field.h"

namespace vanthu::fields {
namespace {

constexpr std::size_t kMostCandidates = 6;
constexpr double kLeastChance = 0.01;  // fainter candidates only tire the reader

double rest_of(const Choices& choices) {
  double rest = 1;
  for (const Choice& one : choices) rest -= one.chance;
  return std::max(0.0, rest);
}

}  // namespace

double chance_of(const Choices& choices, const std::string& value) {
  for (const Choice& one : choices)
    if (one.value == value) return one.chance;
  return 0;
}

void favour(Choices& choices, const std::string& value, double times, double unnamed) {
  double rest = rest_of(choices);
  auto known = std::find_if(choices.begin(), choices.end(),
                            [&](const Choice& one) { return one.value == value; });
  if (known == choices.end()) {
    if (unnamed <= 0) return;
    choices.push_back({value, rest * unnamed});
    rest *= 1 - unnamed;
    known = choices.end() - 1;
  }
  known->chance *= times;
  double total = rest;
  for (const Choice& one : choices) total += one.chance;
  if (total <= 0) return;
  for (Choice& one : choices) one.chance /= total;
}

void rank(Choices& choices) {
  std::stable_sort(choices.begin(), choices.end(),
                   [](const Choice& a, const Choice& b) { return a.chance > b.chance; });
}

Choices choices_of(const Field& field) {
  Choices out;
  if (field.value) out.push_back({*field.value, field.confidence});
  for (const Candidate& one : field.candidates) out.push_back({one.value, one.confidence});
  double sum = 0;
  for (const Choice& one : out) sum += one.chance;
  if (sum > 1)
    for (Choice& one : out) one.chance /= sum;
  return out;
}

void set_choices(Field& field, Choices choices) {
  rank(choices);
  field.value.reset();
  field.confidence = 0;
  field.candidates.clear();
  for (std::size_t i = 0; i < choices.size() && i <= kMostCandidates; ++i) {
    const double chance = std::min(choices[i].chance, kMostCertain);
    if (i == 0 && chance >= kGiven) {
      field.value = choices[i].value;
      field.confidence = chance;
    } else if (chance >= kLeastChance) {
      add_candidate(field, choices[i].value, chance);
    }
  }
}

}  // namespace vanthu::fields
