// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/regions.h"

#include <gtest/gtest.h>

#include "pipeline/clean/scale.h"
#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

std::vector<Region> regions_of(const std::vector<Cell>& cells) {
  std::vector<Region> out;
  for (const Cell& cell : cells) out.push_back(cell.region);
  return out;
}

TEST(Regions, ADispatchHasTwoColumnsInHeadAndFoot) {
  const Image page = pages::grey_dispatch();
  const auto cells = find_cells(page, letter_height(page));
  EXPECT_EQ(regions_of(cells),
            (std::vector<Region>{Region::head_left, Region::head_right, Region::body,
                                 Region::foot_left, Region::foot_right}));
}

TEST(Regions, ColumnsStandSideBySideAndBodyBetween) {
  const Image page = pages::grey_dispatch();
  const auto cells = find_cells(page, letter_height(page));
  ASSERT_EQ(cells.size(), 5u);
  EXPECT_LE(cells[0].box.right(), cells[1].box.x + 30);
  EXPECT_LE(cells[0].box.bottom(), cells[2].box.y + 1);
  EXPECT_LE(cells[2].box.bottom(), cells[3].box.y + 1);
}

TEST(Regions, ACellIsCutToItsTextAndLeavesTheMarginsOut) {
  Image page = pages::grey_dispatch();
  for (int i = 0; i < 40; ++i) pages::fill(page, {20, 60 * i, 5, 5});
  for (const Cell& cell : find_cells(page, letter_height(page))) EXPECT_GT(cell.box.x, 60);
}

TEST(Regions, PagesWithoutColumnsAreOneBody) {
  for (const Image& page : {pages::blank(), pages::black(), pages::noise()}) {
    const auto cells = find_cells(page, letter_height(page));
    ASSERT_EQ(cells.size(), 1u);
    EXPECT_EQ(cells[0].region, Region::body);
  }
}

}  // namespace
}  // namespace vanthu
