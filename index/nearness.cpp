// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest window that holds every unit the paper has (as for the cover of Clarke, Cormack and
// Tudhope, 2000), found by walking all positions in order with the last place of each unit kept.
#include "index/nearness.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "index/plan.h"

namespace vanthu {
namespace {

// What standing side by side weighs beside BM25, where a rare word weighs about 10.
constexpr double kNearWeight = 40;

struct Standing {
  Xapian::termpos at = 0;
  std::size_t unit = 0;
};

std::vector<Standing> standings(const Xapian::Database& database, Xapian::docid paper,
                                const Units& units) {
  std::vector<Standing> out;
  for (std::size_t unit = 0; unit < units.size(); ++unit)
    for (const std::string& term : units[unit])
      for (auto at = database.positionlist_begin(paper, term);
           at != database.positionlist_end(paper, term); ++at)
        out.push_back({*at, unit});
  std::sort(out.begin(), out.end(),
            [](const Standing& a, const Standing& b) { return a.at < b.at; });
  return out;
}

}  // namespace

double nearness(const Xapian::Database& database, Xapian::docid paper, const Units& units) {
  const std::vector<Standing> all = standings(database, paper, units);
  std::vector<Xapian::termpos> last(units.size(), 0);  // 0: not met; positions begin at 1
  std::size_t here = 0;
  for (const Standing& one : all) here += std::exchange(last[one.unit], 1) == 0;
  if (here < 2) return 0;
  std::fill(last.begin(), last.end(), 0);
  double best = 0;
  std::size_t met = 0;
  for (const Standing& one : all) {
    met += std::exchange(last[one.unit], one.at) == 0;
    if (met < here) continue;
    Xapian::termpos first = one.at;
    for (const Xapian::termpos at : last)
      if (at != 0) first = std::min(first, at);
    best = std::max(best, static_cast<double>(here) / static_cast<double>(one.at - first + 1));
  }
  return std::min(best, 1.0) * static_cast<double>(here) / static_cast<double>(units.size());
}

void sort_by_nearness(const Xapian::Database& database, const Units& units, Span shown,
                      std::vector<Place>& places) {
  const auto tier_of = [](const Place& place) { return std::floor(place.weight / kSubjectTier); };
  for (std::size_t first = 0, end = 0; first < places.size(); first = end) {
    const double tier = tier_of(places[first]);
    for (end = first + 1; end < places.size() && tier_of(places[end]) == tier;) ++end;
    if (end <= shown.first || first >= shown.end || end == first + 1) continue;
    std::vector<std::pair<double, Place>> scored;
    for (std::size_t i = first; i < end; ++i)
      scored.emplace_back(places[i].weight - tier * kSubjectTier +
                              kNearWeight * nearness(database, places[i].paper, units),
                          places[i]);
    std::stable_sort(scored.begin(), scored.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = first; i < end; ++i) places[i] = scored[i - first].second;
  }
}

}  // namespace vanthu
