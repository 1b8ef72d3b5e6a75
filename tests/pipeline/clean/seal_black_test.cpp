// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/seal_black.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

constexpr double kDpi = 200;
constexpr int kX = 500, kY = 500, kRadius = 138;  // 35 mm across

void ring(Image& page, double outside, double thick) {
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width; ++x)
      if (const double r = std::hypot(x - kX, y - kY); r <= outside && r > outside - thick)
        page.row(y)[x] = 0;
}

// A row of letters, stems of 6 by 26 pixels, from x on.
Box letters(Image& page, int x, int y, int count) {
  for (int i = 0; i < count; ++i) pages::fill(page, {x + 16 * i, y, 6, 26});
  return {x, y, 16 * count, 26};
}

Image sealed() {
  Image page = pages::blank(1000, 1000);
  ring(page, kRadius, 5);
  ring(page, kRadius - 35, 3);
  pages::fill(page, {kX - 30, kY - 30, 60, 40});  // the emblem
  return page;
}

TEST(BlackSeal, RingsAndEmblemGo) {
  const WithoutSeals wiped = without_black_seals(sealed(), kDpi);
  EXPECT_LT(pages::dark_pixels(wiped.print, {300, 300, 400, 400}), 60);
  EXPECT_TRUE(wiped.rows.empty());
}

TEST(BlackSeal, ANameUnderTheRimStaysAndIsNamedAsARow) {
  Image page = sealed();
  const Box name = letters(page, 480, 590, 16);
  const int print = 16 * 6 * 26;
  const WithoutSeals wiped = without_black_seals(page, kDpi);
  EXPECT_NEAR(pages::dark_pixels(wiped.print, name), print, 0.12 * print);
  ASSERT_EQ(wiped.rows.size(), 1u);
  EXPECT_NEAR(wiped.rows[0].x, name.x, 12);
  EXPECT_LE(wiped.rows[0].y, name.y);
  EXPECT_GE(wiped.rows[0].bottom(), name.bottom());
  EXPECT_LT(wiped.rows[0].h, 2 * name.h);
}

TEST(BlackSeal, ATitleOverTheRimStaysInItsLines) {
  Image page = sealed();
  const Box title = letters(page, 470, 372, 16);
  const WithoutSeals wiped = without_black_seals(page, kDpi);
  EXPECT_GT(pages::dark_pixels(wiped.print, title), 16 * 6 * 26 * 85 / 100);
  EXPECT_TRUE(wiped.rows.empty());
}

TEST(BlackSeal, TextWithoutASealStaysAsItWas) {
  const Image page = pages::grey_dispatch();
  EXPECT_EQ(without_black_seals(page, kDpi).print, page);
  EXPECT_EQ(without_black_seals(pages::noise(), kDpi).print, pages::noise());
  EXPECT_TRUE(without_black_seals({}, kDpi).print.empty());
}

TEST(BlackSeal, HalfARingIsNotWiped) {
  Image page = sealed();
  pages::fill(page, {0, 0, 1000, kY}, 255);
  EXPECT_EQ(without_black_seals(page, kDpi).print, page);
}

}  // namespace
}  // namespace vanthu
