// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/ink.h"

#include <gtest/gtest.h>

#include <cmath>

#include "pipeline/clean/seal.h"
#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

constexpr double kDpi = 200;

draw::DrawOptions coloured(bool seal) {
  draw::DrawOptions options;
  options.seal = seal;
  options.signature = false;
  return options;
}

TEST(Ink, TheSealLeavesThePrint) {
  const Image with = draw::draw_page(draw::plain_paper(), coloured(true));
  const Image without = draw::draw_page(draw::plain_paper(), coloured(false));
  const InkLayers layers = separate_ink(with, kDpi);
  ASSERT_FALSE(layers.stamps.empty());
  const int left = pages::dark_pixels(layers.print, layers.stamps[0]);
  const int print = pages::dark_pixels(separate_ink(without, kDpi).print, layers.stamps[0]);
  EXPECT_NEAR(left, print, 0.1 * print + 60);
}

TEST(Ink, BlackPrintUnderTheSealStays) {
  Image page = make_image(1000, 1000, 3);
  for (int y = 0; y < 1000; ++y)
    for (int x = 0; x < 1000; ++x)
      if (const double r = std::hypot(x - 500, y - 500); r < 140 && r > 130)
        page.row(y)[3 * x] = 210, page.row(y)[3 * x + 1] = page.row(y)[3 * x + 2] = 40;
  for (int y = 490; y < 510; ++y)
    std::fill(page.row(y) + 3 * 300, page.row(y) + 3 * 700, std::uint8_t{20});
  const InkLayers layers = separate_ink(page, kDpi);
  EXPECT_EQ(pages::dark_pixels(layers.print, {300, 490, 400, 20}), 400 * 20);
  EXPECT_EQ(pages::dark_pixels(layers.print, {360, 360, 280, 100}), 0);
}

TEST(Ink, ARubberStampedNameInRedStays) {
  Image page = make_image(1000, 1000, 3);
  for (int letter = 0; letter < 8; ++letter)
    for (int y = 500; y < 525; ++y)
      for (int x = 300 + 25 * letter; x < 315 + 25 * letter; ++x)
        page.row(y)[3 * x] = 200, page.row(y)[3 * x + 1] = page.row(y)[3 * x + 2] = 30;
  EXPECT_EQ(pages::dark_pixels(separate_ink(page, kDpi).print, {300, 500, 200, 25}), 8 * 15 * 25);
}

TEST(Ink, APageWithoutColourHasNoStamps) {
  const Image page = draw::draw_page(draw::plain_paper(), coloured(false));
  EXPECT_TRUE(separate_ink(page, kDpi).stamps.empty());
  EXPECT_TRUE(separate_ink(pages::noise(), kDpi).stamps.empty());
}

TEST(Seal, FindsARingAndItsSize) {
  Image page = pages::blank(1000, 1000);
  for (int y = 0; y < 1000; ++y)
    for (int x = 0; x < 1000; ++x)
      if (const double r = std::hypot(x - 400, y - 600); r < 142 && r > 134) page.row(y)[x] = 0;
  const auto seals = find_seals(page, kDpi);
  ASSERT_EQ(seals.size(), 1u);
  EXPECT_NEAR(seals[0].x, 400, 10);
  EXPECT_NEAR(seals[0].y, 600, 10);
  EXPECT_NEAR(seals[0].radius, 142, 12);
  EXPECT_GE(seals[0].confidence, kSureSeal);
}

TEST(Seal, TextAndEmptyPagesHaveNone) {
  EXPECT_TRUE(find_seals(pages::grey_dispatch(), kDpi).empty());
  EXPECT_TRUE(find_seals(pages::blank(), kDpi).empty());
  EXPECT_TRUE(find_seals({}, kDpi).empty());
}

}  // namespace
}  // namespace vanthu
