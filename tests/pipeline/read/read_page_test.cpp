// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/read_page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace vanthu {
namespace {

Stages stages_saying(const std::vector<Word>& words) {
  Stages out;
  out.recognise = [words](const CleanPage& page) {
    OcrPage read;
    read.to_raster = page.to_raster, read.dpi = page.dpi, read.blank = page.blank;
    read.warnings = page.warnings;
    if (!words.empty()) read.lines = {{words.front().box, Region::body, "vi", words}};
    return read;
  };
  return out;
}

Page page_of(Image image, double dpi = 300) {
  Page page;
  page.image = std::move(image), page.dpi = dpi;
  return page;
}

Image barred(int width, int height) {  // enough ink to be no blank page
  Image out = make_image(width, height);
  for (int y = height / 4; y < height / 2; ++y)
    if (y / 20 % 2 == 0) std::fill_n(out.row(y) + width / 4, width / 2, std::uint8_t{0});
  return out;
}

bool warned(const PageRead& read, const char* what) {
  const auto& all = read.page.warnings;
  return std::find(all.begin(), all.end(), what) != all.end();
}

TEST(ReadPage, AHugePageIsReadSmallerButSpokenOfInItsOwnPixels) {
  const PageRead read = read_page(page_of(barred(5000, 7000), 600),
                                  stages_saying({{"Chữ", "", {100, 200, 30, 40}, 0.9}}));
  EXPECT_TRUE(warned(read, "large_page"));
  EXPECT_EQ(read.width, 5000);
  EXPECT_EQ(read.dpi, 600);
  EXPECT_EQ(read.page.dpi, 300);
  EXPECT_EQ(apply(read.page.to_raster, {100, 200, 30, 40}), (Box{200, 400, 60, 80}));
}

TEST(ReadPage, AnOrdinaryPageIsNot) {
  const PageRead read =
      read_page(page_of(barred(1000, 1400)), stages_saying({{"Chữ", "", {1, 2, 3, 4}, 0.9}}));
  EXPECT_TRUE(read.page.warnings.empty());
  EXPECT_EQ(read.page.to_raster, Homography{});
}

TEST(ReadPage, NoiseIsNotGivenToTheEngine) {
  Image noise = make_image(800, 1000);
  std::mt19937 random(7);
  for (std::uint8_t& v : noise.pixels) v = static_cast<std::uint8_t>(random());
  const PageRead read = read_page(page_of(noise), stages_saying({{"Chữ", "", {1, 2, 3, 4}, 0.9}}));
  EXPECT_TRUE(warned(read, "noise"));
  EXPECT_TRUE(read.page.lines.empty());
  EXPECT_FALSE(read.page.blank);
}

TEST(ReadPage, InkWithoutWordsIsSaid) {
  EXPECT_TRUE(warned(read_page(page_of(barred(1000, 1400)), stages_saying({})), "nothing_read"));
  EXPECT_FALSE(
      warned(read_page(page_of(make_image(1000, 1400)), stages_saying({})), "nothing_read"));
}

TEST(ReadPage, BlackIsSaidThoughItIsBlank) {
  EXPECT_TRUE(warned(read_page(page_of(make_image(800, 1000, 1, 0)), stages_saying({})), "black"));
}

TEST(ReadPage, WordsOfLittleConfidenceAreSaid) {
  const Image image = barred(1000, 1400);
  EXPECT_TRUE(
      warned(read_page(page_of(image), stages_saying({{"x", "", {1, 2, 3, 4}, 0.4}})), "unsure"));
  EXPECT_FALSE(
      warned(read_page(page_of(image), stages_saying({{"x", "", {1, 2, 3, 4}, 0.8}})), "unsure"));
}

}  // namespace
}  // namespace vanthu
