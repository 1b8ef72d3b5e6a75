// SPDX-License-Identifier: GPL-3.0-or-later
// How many of the hits are of which year, type, issuer and urgency. One value a document holds all
// four, so that counting a hit costs one look. Pure; safe from any thread.
#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/entry.h"

namespace vanthu {

inline constexpr std::array<std::string_view, 4> kFacets{"year", "type", "issuer", "urgent"};

struct FacetCount {
  std::string value;  // capitals; never empty
  std::size_t count = 0;
  bool operator==(const FacetCount&) const = default;
};

struct Facet {
  std::string key;                 // of kFacets
  std::vector<FacetCount> counts;  // years: newest first; else the most first, then by name
  bool operator==(const Facet&) const = default;
};

std::string facet_value(const Entry& entry);

// From values and how many hits have each; at most `most` counts a facet, but every year. `seen` of
// `total` hits were counted: less than all makes the counts estimates.
std::vector<Facet> facets_of(const std::unordered_map<std::string, std::size_t>& values,
                             std::size_t most, std::size_t seen, std::size_t total);

}  // namespace vanthu
