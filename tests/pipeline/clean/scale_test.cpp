// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/scale.h"

#include <gtest/gtest.h>

#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

TEST(LetterHeight, GrowsWithTheResolution) {
  draw::DrawOptions options = pages::plain();
  options.dpi = 150;
  const double at150 = letter_height(pages::grey_dispatch(options));
  options.dpi = 300;
  const double at300 = letter_height(pages::grey_dispatch(options));
  EXPECT_NEAR(at300, 2 * at150, 4);
  EXPECT_NEAR(at300, 25, 4);  // 13 to 14 point Times: x-height 0.45 em
}

TEST(LetterHeight, SpecksWithoutNumberHideNoLetters) {
  draw::DrawOptions options = pages::plain();
  options.dpi = 300;
  Image page = pages::grey_dispatch(options);
  const double clean = letter_height(page);
  for (int i = 0; i < 250; ++i)  // in the margin
    pages::fill(page, {10 + i % 16 * 12, 10 + i / 16 * 14, 7, 8});
  EXPECT_NEAR(letter_height(page), clean, 3);
}

TEST(LetterHeight, FewLettersSayNothing) {
  EXPECT_EQ(letter_height(pages::blank()), 0);
  EXPECT_EQ(letter_height(pages::black()), 0);
}

TEST(Scale, BringsLettersToTheReadingHeight) {
  draw::DrawOptions options = pages::plain();
  options.dpi = 150;
  const Image page = pages::grey_dispatch(options);
  const Scaled scaled = to_reading_height(page, letter_height(page));
  EXPECT_NEAR(letter_height(scaled.image), ScaleOptions{}.x_height, 2.5);
  EXPECT_NEAR(scaled.image.width, page.width * scaled.factor, 1);
}

TEST(Scale, AnUnknownHeightLeavesThePageAlone) {
  const Image page = pages::blank();
  const Scaled scaled = to_reading_height(page, 0);
  EXPECT_EQ(scaled.factor, 1);
  EXPECT_EQ(scaled.image, page);
}

TEST(Scale, NeverEnlargesBeyondItsLimit) {
  EXPECT_LE(to_reading_height(pages::blank(), 2).factor, ScaleOptions{}.max_factor);
}

}  // namespace
}  // namespace vanthu
