// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/regions.h"

#include <gtest/gtest.h>

#include "pipeline/clean/scale.h"
#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

constexpr double kLetter = 20;

// A row of letters from x to `right`.
void row(Image& page, int x, int right, int y) {
  for (; x < right; x += 20) pages::fill(page, {x, y, 14, 20});
}

// Two columns of three rows, then a title over both, with marks over its outer capitals, and a
// body.
Image marked_title() {
  Image page = pages::blank(1000, 1400);
  for (int y = 100; y < 220; y += 50) row(page, 100, 400, y), row(page, 550, 900, y);
  for (int x = 300; x < 700; x += 20) {
    pages::fill(page, {x, 400, 14, 28});
    if (x < 400 || x > 540) pages::fill(page, {x + 3, 388, 8, 7});
  }
  for (int y = 480; y < 1200; y += 50) row(page, 100, 900, y);
  return page;
}

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

TEST(Regions, TheHeadEndsAboveTheMarksOfTheTitle) {
  const auto cells = find_cells(marked_title(), kLetter);
  ASSERT_GE(cells.size(), 3u);
  EXPECT_EQ(cells[2].region, Region::body);
  EXPECT_GT(cells[2].box.y, 220);
  EXPECT_LT(cells[2].box.y, 388);
}

// Kính gửi stands left of its list and a little above: the widest white run near the gutter lies
// across it.
TEST(Regions, TheHeadEndsBesideNoLineThatStandsFurtherOff) {
  Image page = pages::blank(1000, 1400);
  for (int y = 100; y < 220; y += 50) row(page, 100, 400, y), row(page, 550, 900, y);
  row(page, 150, 260, 362);
  row(page, 340, 900, 390);
  for (int y = 450; y < 1200; y += 50) row(page, 100, 900, y);
  const auto cells = find_cells(page, kLetter);
  ASSERT_GE(cells.size(), 3u);
  EXPECT_FALSE(cells[2].box.y > 362 && cells[2].box.y < 382) << cells[2].box.y;
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
