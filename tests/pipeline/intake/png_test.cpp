// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/pipeline/intake/load.h"
#include "tests/support/encode.h"
#include "tests/support/pages.h"

namespace vanthu {
namespace {

TEST(Png, KeepsItsPixels) {
  for (const int channels : {1, 3})
    for (const bool interlaced : {false, true}) {
      const Image image = drawn_page(90, 121, channels);
      const Page page = only_page(png_of(image, {.dpi = 300, .interlaced = interlaced}));
      EXPECT_EQ(page.image, image);
      EXPECT_NEAR(page.dpi, 300, 0.1);
    }
}

TEST(Png, OfOneBitIsGreyAndSaysSo) {
  const Image image = bilevel_page(93, 40);
  const Page page = only_page(png_of(image, {.bits = 1}));
  EXPECT_EQ(page.image, image);
  EXPECT_TRUE(warned(page, "bilevel"));
}

TEST(Png, OfSixteenBitsIsNarrowed) {
  for (const int channels : {1, 3}) {
    const Image image = drawn_page(50, 40, channels);
    EXPECT_EQ(only_page(png_of(image, {.bits = 16})).image, image);
  }
}

TEST(Png, PaletteBecomesColours) {
  const Image image = drawn_page(90, 120, 3);
  EXPECT_EQ(only_page(png_of(image, {.palette = true})).image, image);
}

TEST(Png, TransparencyLiesOnWhitePaper) {
  for (const int bits : {8, 16})
    for (const int channels : {1, 3}) {
      const Image ink = make_image(20, 20, channels, 0);
      const auto shade = [&](int alpha) {
        return only_page(png_of(ink, {.bits = bits, .alpha = alpha})).image;
      };
      EXPECT_EQ(shade(0), make_image(20, 20, channels, 255));
      EXPECT_EQ(shade(255), ink);
      EXPECT_NEAR(shade(128).pixels[7], 127, 1);
    }
}

}  // namespace
}  // namespace vanthu
