// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "pipeline/intake/orient.h"
#include "tests/pipeline/intake/load.h"
#include "tests/support/encode.h"
#include "tests/support/pages.h"

namespace vanthu {
namespace {

Image smooth_page(int channels) {  // survives compression nearly unchanged
  Image page = make_image(96, 128, channels);
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width * channels; ++x)
      page.row(y)[x] = static_cast<std::uint8_t>(y + 60);
  return page;
}

TEST(Jpeg, KeepsItsPixelsAndChannels) {
  for (const int channels : {1, 3}) {
    const Page page = only_page(jpeg_of(smooth_page(channels)));
    EXPECT_LE(largest_difference(page.image, smooth_page(channels)), 3);
    EXPECT_EQ(page.number, 1);
    EXPECT_TRUE(page.warnings.empty());
  }
}

TEST(Jpeg, ProgressiveReadsTheSame) {
  const Image page = drawn_page(90, 120, 3);
  EXPECT_LE(largest_difference(only_page(jpeg_of(page)).image,
                               only_page(jpeg_of(page, {.progressive = true})).image),
            1);
}

TEST(Jpeg, AdobeCmykIsShownAsColours) {
  const Page page = only_page(jpeg_of(smooth_page(3), {.cmyk = true}));
  EXPECT_LE(largest_difference(page.image, smooth_page(3)), 4);
}

TEST(Jpeg, DensityIsItsDpiAndSilenceIsZero) {
  EXPECT_EQ(only_page(jpeg_of(smooth_page(1), {.dpi = 200})).dpi, 200);
  EXPECT_EQ(only_page(jpeg_of(smooth_page(1))).dpi, 0);
  EXPECT_EQ(only_page(jpeg_of(smooth_page(1), {.dpi = 1})).dpi, 0);
  EXPECT_EQ(only_page(jpeg_of(smooth_page(1), {.dpi = 60000})).dpi, 0);
}

TEST(Jpeg, LowResolutionIsWarnedOf) {
  EXPECT_TRUE(warned(only_page(jpeg_of(smooth_page(1), {.dpi = 96})), "low_dpi"));
  EXPECT_FALSE(warned(only_page(jpeg_of(smooth_page(1), {.dpi = 150})), "low_dpi"));
}

class JpegExif : public testing::TestWithParam<int> {};

TEST_P(JpegExif, OrientationIsObeyed) {
  const Image page = drawn_page(90, 120, 3);
  EXPECT_EQ(only_page(jpeg_of(page, {.orientation = GetParam()})).image,
            upright(only_page(jpeg_of(page)).image, GetParam()));
}

INSTANTIATE_TEST_SUITE_P(AllEight, JpegExif, testing::Range(1, 9));

}  // namespace
}  // namespace vanthu
