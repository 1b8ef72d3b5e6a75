// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "pipeline/intake/orient.h"
#include "tests/pipeline/intake/load.h"
#include "tests/support/encode.h"
#include "tests/support/pages.h"

namespace vanthu {
namespace {

TEST(Tiff, EveryDirectoryIsAPageInOrder) {
  const std::vector<TiffPage> made = {
      {.image = bilevel_page(161, 200, 1), .packing = TiffPacking::g4, .bits = 1},
      {.image = drawn_page(90, 120, 3, 2), .packing = TiffPacking::lzw},
      {.image = drawn_page(120, 90, 1, 3)},
      {.image = bilevel_page(99, 70, 4), .packing = TiffPacking::g3, .bits = 1}};
  const std::vector<Page> pages = all_pages(tiff_of(made));
  ASSERT_EQ(pages.size(), made.size());
  for (std::size_t i = 0; i < made.size(); ++i) {
    EXPECT_EQ(pages[i].image, made[i].image) << i;
    EXPECT_EQ(pages[i].number, static_cast<int>(i) + 1);
    EXPECT_EQ(warned(pages[i], "bilevel"), made[i].bits == 1) << i;
  }
}

TEST(Tiff, OnePageCanBeHadAlone) {
  const std::string bytes =
      tiff_of({{.image = drawn_page(30, 40, 1, 1)}, {.image = drawn_page(30, 40, 1, 2)}});
  EXPECT_EQ(load_page({"scan", bytes}, 2).image, drawn_page(30, 40, 1, 2));
}

TEST(Tiff, ThumbnailsAreNoPages) {
  EXPECT_EQ(all_pages(tiff_of({{.image = drawn_page(30, 40, 1)},
                               {.image = drawn_page(6, 8, 1), .thumbnail = true}}))
                .size(),
            1u);
}

TEST(Tiff, WhiteMayBeZero) {
  for (const TiffPacking packing : {TiffPacking::none, TiffPacking::g4}) {
    const Image image = bilevel_page(161, 200);
    EXPECT_EQ(
        only_page(tiff_of({{.image = image, .packing = packing, .bits = 1, .min_is_white = true}}))
            .image,
        image);
  }
  const Image grey = drawn_page(50, 60, 1);
  EXPECT_EQ(only_page(tiff_of({{.image = grey, .min_is_white = true}})).image, grey);
}

TEST(Tiff, SixteenBitsAreNarrowed) {
  for (const int channels : {1, 3}) {
    const Image image = drawn_page(50, 60, channels);
    EXPECT_EQ(only_page(tiff_of({{.image = image, .bits = 16}})).image, image);
  }
}

TEST(Tiff, TilesAreJoined) {
  for (const int channels : {1, 3}) {
    const Image image = drawn_page(50, 60, channels);
    EXPECT_EQ(only_page(tiff_of({{.image = image, .tiled = true}})).image, image);
  }
}

TEST(Tiff, SeparatePlanesAreJoined) {
  const Image image = drawn_page(50, 60, 3);
  EXPECT_EQ(only_page(tiff_of({{.image = image, .separate = true}})).image, image);
}

TEST(Tiff, JpegStripsAreColours) {
  const Image image = make_image(96, 64, 3, 130);
  const Page page = only_page(tiff_of({{.image = image, .packing = TiffPacking::jpeg}}));
  EXPECT_LE(largest_difference(page.image, image), 3);
}

TEST(Tiff, PaletteBecomesColours) {
  const Image image = drawn_page(50, 60, 1);
  const Page page = only_page(tiff_of({{.image = image, .palette = true}}));
  ASSERT_EQ(page.image.channels, 3);
  for (std::size_t i = 0; i < image.pixels.size(); ++i) {
    EXPECT_EQ(page.image.pixels[3 * i], image.pixels[i]);
    EXPECT_EQ(page.image.pixels[3 * i + 1], 255 - image.pixels[i]);
  }
}

TEST(Tiff, ResolutionInInchesOrCentimetres) {
  const Image image = drawn_page(50, 60, 1);
  EXPECT_NEAR(only_page(tiff_of({{.image = image, .dpi = 300}})).dpi, 300, 0.01);
  EXPECT_NEAR(only_page(tiff_of({{.image = image, .dpi = 300, .centimetres = true}})).dpi, 300,
              0.01);
  EXPECT_EQ(only_page(tiff_of({{.image = image}})).dpi, 0);
  EXPECT_EQ(only_page(tiff_of({{.image = image, .dpi = 3}})).dpi, 0);
}

class TiffOrientation : public testing::TestWithParam<int> {};

TEST_P(TiffOrientation, IsObeyed) {
  const Image image = drawn_page(50, 60, 3);
  for (const bool tiled : {false, true})
    EXPECT_EQ(
        only_page(tiff_of({{.image = image, .orientation = GetParam(), .tiled = tiled}})).image,
        upright(image, GetParam()));
}

INSTANTIATE_TEST_SUITE_P(AllEight, TiffOrientation, testing::Range(1, 9));

}  // namespace
}  // namespace vanthu
