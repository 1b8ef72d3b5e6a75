// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/mark_regions.h"

#include <algorithm>
#include <array>
#include <functional>

namespace vanthu {
namespace {

constexpr double kSecrecySeed = 0.5, kArrivalSeed = 0.75;
constexpr double kGrow = 0.25;           // a region has cells of a seed, and grows by this
constexpr std::size_t kLeastCells = 3;   // 7 mm of a mark
constexpr std::size_t kStampCells = 24;  // an arrival stamp has about 250
constexpr double kNarrowest = 30, kWidest = 90, kLowest = 15, kHighest = 65;  // mm
constexpr std::size_t kSurest = 6;  // cells that tell how sure a region is

using Chance = std::function<double(int, int)>;

struct Region {
  std::vector<std::pair<int, int>> cells;
  double confidence = 0;
  Box box;  // cells
};

// Cells over kGrow that hang together, corners included.
std::vector<Region> regions(const MarkCells& in, const Chance& chance) {
  std::vector<bool> seen(static_cast<std::size_t>(in.columns * in.rows));
  std::vector<Region> out;
  for (int y = 0; y < in.rows; ++y)
    for (int x = 0; x < in.columns; ++x) {
      Region region;
      std::vector<std::pair<int, int>> queue{{x, y}};
      while (!queue.empty()) {
        const auto [cx, cy] = queue.back();
        queue.pop_back();
        if (cx < 0 || cy < 0 || cx >= in.columns || cy >= in.rows) continue;
        if (seen[static_cast<std::size_t>(cy * in.columns + cx)] || chance(cx, cy) < kGrow)
          continue;
        seen[static_cast<std::size_t>(cy * in.columns + cx)] = true;
        region.cells.emplace_back(cx, cy);
        region.box = unite(region.box, {cx, cy, 1, 1});
        for (int d = 0; d < 9; ++d) queue.emplace_back(cx + d % 3 - 1, cy + d / 3 - 1);
      }
      if (!region.cells.empty()) out.push_back(std::move(region));
    }
  return out;
}

struct Seed {
  double chance = 0;
  std::size_t cells = 0;  // so many must reach it
};

// The mean of the surest cells; 0 without a seed.
double confidence_of(const Region& region, const Chance& chance, const Seed& seed) {
  std::vector<double> all;
  for (const auto& [x, y] : region.cells) all.push_back(chance(x, y));
  std::sort(all.begin(), all.end(), std::greater<>());
  if (all.size() < seed.cells || all[seed.cells - 1] < seed.chance) return 0;
  const std::size_t count = std::min(kSurest, all.size());
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += all[i];
  return sum / static_cast<double>(count);
}

std::vector<Region> sure_regions(const MarkCells& in, const Chance& chance, const Seed& seed) {
  std::vector<Region> out = regions(in, chance);
  for (Region& region : out) region.confidence = confidence_of(region, chance, seed);
  std::erase_if(out, [](const Region& region) { return region.confidence == 0; });
  std::sort(out.begin(), out.end(),
            [](const Region& a, const Region& b) { return a.confidence > b.confidence; });
  return out;
}

Box in_pixels(const Box& cells, double side) {
  const auto px = [&](int n) { return static_cast<int>(n * side); };
  return {px(cells.x), px(cells.y), px(cells.w), px(cells.h)};
}

bool may_be_arrival(const Box& region, const MarkCells& cells, double mm) {
  const double unit = cells.side / mm;
  const double w = region.w * unit, h = region.h * unit;
  return w >= kNarrowest && w <= kWidest && h >= kLowest && h <= kHighest;
}

std::string level_of(const MarkCells& in, const Region& region) {
  constexpr std::array kLevels = {std::pair{MarkClass::mat, "MẬT"},
                                  std::pair{MarkClass::toi_mat, "TỐI MẬT"},
                                  std::pair{MarkClass::tuyet_mat, "TUYỆT MẬT"}};
  double best = -1;
  std::string out;
  for (const auto& [cls, words] : kLevels) {
    double sum = 0;
    for (const auto& [x, y] : region.cells) sum += in.at(cls, x, y);
    if (sum > best) best = sum, out = words;
  }
  return out;
}

// The box of the region's cells that are rather of this class than of any other.
std::optional<Box> row_of(const MarkCells& in, const Region& region, MarkClass row) {
  Box out;
  for (const auto& [x, y] : region.cells) {
    const auto is_less = [&](MarkClass other) { return in.at(other, x, y) < in.at(row, x, y); };
    const MarkClass other =
        row == MarkClass::number_row ? MarkClass::date_row : MarkClass::number_row;
    if (is_less(other) && is_less(MarkClass::arrival) && is_less(MarkClass::none))
      out = unite(out, {x, y, 1, 1});
  }
  if (out.empty()) return std::nullopt;
  return in_pixels(out, in.side);
}

}  // namespace

PageMarks regions_of(const MarkCells& cells, double mm) {
  const auto sum = [&](MarkClass from, MarkClass to) -> Chance {
    return [&cells, from, to](int x, int y) {
      double out = 0;
      for (int c = static_cast<int>(from); c <= static_cast<int>(to); ++c)
        out += cells.at(static_cast<MarkClass>(c), x, y);
      return out;
    };
  };
  PageMarks out;
  for (const Region& r :
       sure_regions(cells, sum(MarkClass::mat, MarkClass::tuyet_mat), {kSecrecySeed, kLeastCells}))
    out.secrecy.push_back({level_of(cells, r), r.confidence, in_pixels(r.box, cells.side)});
  for (const Region& r : sure_regions(cells, sum(MarkClass::arrival, MarkClass::date_row),
                                      {kArrivalSeed, kStampCells}))
    if (may_be_arrival(r.box, cells, mm))
      out.arrivals.push_back({r.confidence, in_pixels(r.box, cells.side),
                              row_of(cells, r, MarkClass::number_row),
                              row_of(cells, r, MarkClass::date_row)});
  return out;
}

}  // namespace vanthu
