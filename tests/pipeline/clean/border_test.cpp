// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/border.h"

#include <gtest/gtest.h>

#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

constexpr double kDpi = 200;

TEST(Border, BlackEdgesGo) {
  Image page = pages::grey_dispatch();
  const Image before = page;
  pages::fill(page, {0, 0, 25, page.height});
  pages::fill(page, {page.width - 40, page.height / 2, 40, page.height / 2});
  const Image after = without_borders(page, kDpi);
  EXPECT_EQ(pages::dark_pixels(after, {0, 0, 40, page.height}), 0);
  EXPECT_EQ(pages::dark_pixels(after, {0, 0, page.width, page.height}),
            pages::dark_pixels(before, {0, 0, page.width, page.height}));
}

TEST(Border, PunchHolesGo) {
  Image page = pages::blank(1654, 2339);
  pages::disc(page, 90, 800, 22);
  EXPECT_EQ(pages::dark_pixels(without_borders(page, kDpi), {0, 0, 1654, 2339}), 0);
}

TEST(Border, ADiscInTheTextStays) {
  Image page = pages::blank(1654, 2339);
  pages::disc(page, 800, 1100, 22);
  EXPECT_EQ(without_borders(page, kDpi), page);
}

TEST(Border, ACleanPageIsLeftAlone) {
  const Image page = pages::grey_dispatch();
  EXPECT_EQ(without_borders(page, kDpi), page);
}

}  // namespace
}  // namespace vanthu
