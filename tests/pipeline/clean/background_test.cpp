// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/background.h"

#include <gtest/gtest.h>

#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

TEST(Background, AShadowAcrossThePageBecomesWhite) {
  Image page = pages::grey_dispatch();
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width; ++x)
      page.row(y)[x] = static_cast<std::uint8_t>(page.row(y)[x] * (0.55 + 0.45 * x / page.width));
  const Image flat = on_white(page, 200);
  EXPECT_GT(flat.row(20)[20], 250);
  EXPECT_GT(flat.row(20)[page.width - 20], 250);
  EXPECT_GT(pages::dark_pixels(flat, {0, 0, page.width, page.height}), 10000);
}

TEST(Background, PaleInkGainsContrast) {
  Image page = pages::grey_dispatch();
  for (std::uint8_t& pixel : page.pixels)
    pixel = static_cast<std::uint8_t>(140 + pixel * 100 / 255);
  const Image flat = on_white(page, 200);
  EXPECT_LT(*std::min_element(flat.pixels.begin(), flat.pixels.end()), 40);
}

TEST(Background, ATwoValuedPageComesBackAsItIs) {
  draw::DrawOptions options = pages::plain();
  options.depth = draw::Depth::bilevel;
  const Image page = pages::grey_dispatch(options);
  EXPECT_EQ(on_white(page, 200), page);
}

}  // namespace
}  // namespace vanthu
