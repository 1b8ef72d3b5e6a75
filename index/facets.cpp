// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/facets.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "index/utf8.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr char kBetween = '\x1F';
constexpr std::size_t kMostBytes = 120;  // of one of the four

std::string clean(const std::string& value) {
  std::string out = cut_utf8(upper(tidy(value)), kMostBytes);
  std::replace(out.begin(), out.end(), kBetween, ' ');
  return out;
}

std::vector<FacetCount> sorted(const std::map<std::string, std::size_t>& counts, bool years) {
  std::vector<FacetCount> out;
  for (const auto& [value, count] : counts)
    if (!value.empty()) out.push_back({value, count});
  std::sort(out.begin(), out.end(), [&](const FacetCount& a, const FacetCount& b) {
    if (years) return a.value > b.value;
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  return out;
}

}  // namespace

std::string facet_value(const Entry& entry) {
  const std::string year =
      entry.date.size() >= 4 && entry.date[0] != '-' ? entry.date.substr(0, 4) : "";
  return join({year, clean(entry.type), clean(entry.issuer), clean(entry.urgent)},
              std::string(1, kBetween));
}

std::vector<Facet> facets_of(const std::unordered_map<std::string, std::size_t>& values,
                             std::size_t most, std::size_t seen, std::size_t total) {
  std::array<std::map<std::string, std::size_t>, kFacets.size()> counts;
  for (const auto& [value, count] : values) {
    const std::vector<std::string> parts = split(value, kBetween);
    for (std::size_t i = 0; i < std::min(parts.size(), counts.size()); ++i)
      counts[i][parts[i]] += count;
  }
  const double scale =
      seen == 0 ? 1.0 : static_cast<double>(std::max(total, seen)) / static_cast<double>(seen);
  std::vector<Facet> out;
  for (std::size_t i = 0; i < kFacets.size(); ++i) {
    Facet facet{std::string(kFacets[i]), sorted(counts[i], kFacets[i] == "year")};
    if (facet.counts.size() > most && facet.key != "year") facet.counts.resize(most);
    for (FacetCount& one : facet.counts)
      one.count = static_cast<std::size_t>(std::lround(static_cast<double>(one.count) * scale));
    out.push_back(std::move(facet));
  }
  return out;
}

}  // namespace vanthu
