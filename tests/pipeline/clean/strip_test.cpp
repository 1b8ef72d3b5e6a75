// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/strip.h"

#include <gtest/gtest.h>

#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

constexpr double kLetter = 20;

// A bar of the height of small letters that stands on the baseline.
Image page_with_bar(int slope_down) {
  Image page = pages::blank(600, 300);
  for (int x = 100; x < 500; ++x) pages::fill(page, {x, 130 + slope_down * (x - 100) / 400, 1, 20});
  return page;
}

int first_dark_row(const Image& image, int x) {
  for (int y = 0; y < image.height; ++y)
    if (image.row(y)[x] < 128) return y;
  return -1;
}

TEST(Strip, TheBaselineLiesWhereTheNetworkLearnedIt) {
  const Strip strip = cut_strip(page_with_bar(0), {100, 150, 500, 150, kLetter});
  ASSERT_EQ(strip.image.height, kStripHeight);
  const double scale = kStripHeight / ((kStripAbove + kStripBelow) * kLetter);
  EXPECT_NEAR(first_dark_row(strip.image, strip.image.width / 2),
              (kStripAbove - 1) * kLetter * scale, 1.5);
}

TEST(Strip, ALeaningLineIsCutLevel) {
  const Strip strip = cut_strip(page_with_bar(12), {100, 150, 500, 162, kLetter});
  const int left = first_dark_row(strip.image, strip.image.width / 6);
  EXPECT_GT(left, 0);
  EXPECT_NEAR(left, first_dark_row(strip.image, strip.image.width * 5 / 6), 1);
}

TEST(Strip, AtTheEdgeOfThePageThereIsPaper) {
  const Strip strip = cut_strip(page_with_bar(0), {0, 2, 600, 2, kLetter});
  ASSERT_EQ(strip.image.height, kStripHeight);
  EXPECT_EQ(strip.image.row(0)[0], 255);
}

TEST(Strip, NoLineGivesNoStrip) {
  EXPECT_TRUE(cut_strip(pages::blank(), {100, 150, 100, 150, kLetter}).image.empty());
  EXPECT_TRUE(cut_strip(pages::blank(), {100, 150, 500, 150, 0}).image.empty());
  EXPECT_TRUE(cut_strip(pages::blank(), {100, 9000, 500, 9000, kLetter}).image.empty());
}

}  // namespace
}  // namespace vanthu
