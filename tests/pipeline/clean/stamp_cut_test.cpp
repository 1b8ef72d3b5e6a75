// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/stamp_cut.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

constexpr double kDpi = 200;

void bar(Image& page, const Box& box, double degrees = 0, int cx = 400, int cy = 400) {
  const double c = std::cos(degrees * M_PI / 180), s = std::sin(degrees * M_PI / 180);
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width; ++x) {
      const double u = (x - cx) * c + (y - cy) * s + cx, v = (y - cy) * c - (x - cx) * s + cy;
      if (u >= box.x && u < box.right() && v >= box.y && v < box.bottom()) page.row(y)[x] = 0;
    }
}

// A frame of 50 by 30 mm about (400, 400), two strokes of 4 mm in it, leaning.
Image stamp(double degrees) {
  Image page = pages::blank(800, 800);
  for (const Box& side :
       {Box{203, 282, 394, 3}, Box{203, 515, 394, 3}, Box{203, 282, 3, 236}, Box{594, 282, 3, 236}})
    bar(page, side, degrees);
  bar(page, {380, 400, 6, 32}, degrees);
  bar(page, {420, 400, 6, 32}, degrees);
  return page;
}

int dark(const Image& image) {
  return static_cast<int>(
      std::count_if(image.pixels.begin(), image.pixels.end(), [](auto v) { return v < 128; }));
}

TEST(StampCut, IsTurnedLevelAndLosesItsRules) {
  for (const double degrees : {-6.0, 0.0, 4.0}) {
    const Frame cut = level_stamp(stamp(degrees), {200, 280, 400, 240}, kDpi);
    EXPECT_NEAR(cut.degrees, degrees, 0.5);
    EXPECT_NEAR(dark(cut.inside), 2 * 6 * 32, 150) << "the two strokes alone are left";
  }
}

TEST(StampCut, OutsideThePageIsNothing) {
  EXPECT_TRUE(level_stamp(stamp(0), {900, 900, 300, 200}, kDpi).inside.empty());
}

TEST(StampCut, DotsGoAndStrokesStay) {
  Image page = stamp(0);
  for (int x = 300; x < 500; x += 8) bar(page, {x, 440, 2, 2});
  const Image bare = without_dots(page, kDpi);
  EXPECT_EQ(bare.row(440)[301], 255);
  EXPECT_EQ(bare.row(410)[382], 0);
}

TEST(StampCut, RulesDownATableAreToldFromTheSidesOfAFrame) {
  Image table = pages::blank(800, 800);
  for (const int x : {250, 330, 420, 500}) bar(table, {x, 100, 3, 500});
  EXPECT_FALSE(is_among_rules(table, {300, 300, 200, 60}, kDpi)) << "none across";
  bar(table, {100, 250, 600, 3});
  EXPECT_TRUE(is_among_rules(table, {300, 300, 200, 60}, kDpi));
  EXPECT_FALSE(is_among_rules(stamp(0), {250, 300, 200, 60}, kDpi)) << "two sides";
  EXPECT_FALSE(is_among_rules(pages::blank(800, 800), {300, 300, 200, 60}, kDpi));
}

TEST(StampCut, TellsHowHighTheWritingStands) {
  const Image page = stamp(0);
  const Box written = writing_in(page, {350, 380, 120, 80}, 20);
  EXPECT_EQ(written.y, 400);
  EXPECT_EQ(written.bottom(), 432);
  EXPECT_TRUE(writing_in(pages::blank(100, 100), {0, 0, 90, 90}, 20).empty());
}

}  // namespace
}  // namespace vanthu
