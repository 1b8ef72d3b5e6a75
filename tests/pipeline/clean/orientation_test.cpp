// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/orientation.h"

#include <gtest/gtest.h>

#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

TEST(Orientation, FindsEveryQuarterTurn) {
  for (const int lying : {0, 90, 180, 270}) {
    draw::DrawOptions options = pages::plain();
    options.rotate = lying;
    options.skew_degrees = 0.6;
    const Orientation found = find_orientation(pages::grey_dispatch(options));
    EXPECT_EQ(found.degrees, (360 - lying) % 360);
    EXPECT_GE(found.confidence, kSureOrientation) << lying;
  }
}

TEST(Orientation, FindsItOnABilevelPageWithASealAndLines) {
  draw::DrawOptions options;
  options.depth = draw::Depth::bilevel;
  options.rotate = 180;
  options.damage.lines = {60};
  const Orientation found = find_orientation(draw::draw_page(draw::plain_paper(), options));
  EXPECT_EQ(found.degrees, 180);
  EXPECT_GE(found.confidence, kSureOrientation);
}

// An annex of many short cells: they stand in columns as straight as the rows.
draw::Paper table_paper() {
  draw::Table table;
  table.widths = {0.08, 0.34, 0.2, 0.2, 0.18};
  for (int i = 0; i < 26; ++i)
    table.rows.push_back({std::to_string(i + 1), "Công ty TNHH Hàm Chí Việt", "01 mẫu nước thải",
                          "Chiều 11/16/2012", "KCN Nội Hoàng"});
  draw::Paper paper;
  paper.head = draw::Head::none;
  paper.body.emplace_back().table = table;
  return paper;
}

TEST(Orientation, ATableIsTurnedThoughItsColumnsAreAsStraightAsItsRows) {
  for (const int lying : {0, 90, 180, 270}) {
    draw::DrawOptions options = pages::plain();
    options.depth = draw::Depth::bilevel;
    options.rotate = lying;
    const Orientation found = find_orientation(draw::draw_page(table_paper(), options));
    EXPECT_EQ(found.degrees, (360 - lying) % 360);
    if (lying % 180 != 0) {
      EXPECT_GE(found.confidence, kSureOrientation) << lying;
    }
  }
}

TEST(Orientation, NoiseBlankAndBlackAreDoubted) {
  EXPECT_LT(find_orientation(pages::noise()).confidence, kSureOrientation);
  EXPECT_LT(find_orientation(pages::blank()).confidence, kSureOrientation);
  EXPECT_LT(find_orientation(pages::black()).confidence, kSureOrientation);
  EXPECT_LT(find_orientation({}).confidence, kSureOrientation);
}

TEST(Orientation, TurningFourTimesComesBack) {
  const Image page = pages::noise(31, 17);
  Image image = page;
  for (int i = 0; i < 4; ++i) image = turned(image, 90);
  EXPECT_EQ(image, page);
  EXPECT_EQ(turned(turned(page, 270), 90), page);
  EXPECT_EQ(turned(turned(page, 180), 180), page);
}

}  // namespace
}  // namespace vanthu
