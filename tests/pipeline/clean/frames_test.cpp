// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/frames.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

constexpr double kDpi = 200, kMm = kDpi / 25.4;

// A frame of w by h millimetres about (cx, cy), leaning clockwise, its border a millimetre wide.
Image with_frame(Image page, double w, double h, double degrees, int cx = 500, int cy = 400) {
  const double c = std::cos(degrees * M_PI / 180), s = std::sin(degrees * M_PI / 180);
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width; ++x) {
      const double u = std::abs((x - cx) * c + (y - cy) * s),
                   v = std::abs((y - cy) * c - (x - cx) * s);
      const double right = w * kMm / 2, bottom = h * kMm / 2;
      const bool outside = u > right || v > bottom, hollow = u < right - kMm && v < bottom - kMm;
      if (!outside && !hollow) page.row(y)[x] = 0;
    }
  return page;
}

TEST(Frames, FindsABoxAtAnyTiltAndTurnsItLevel) {
  for (const double degrees : {-35.0, -8.0, 0.0, 4.0, 38.0}) {
    const Image page = with_frame(pages::blank(1000, 800), 34, 10, degrees);
    const auto frames = find_frames(page, page, kDpi);
    ASSERT_EQ(frames.size(), 1u) << degrees;
    EXPECT_NEAR(frames[0].degrees, degrees, 1.5);
    EXPECT_GE(frames[0].confidence, kSureFrame);
    EXPECT_GT(frames[0].inside.width, 2 * frames[0].inside.height);
    EXPECT_NEAR(frames[0].box.mid_x(), 500, 3);
  }
}

TEST(Frames, TheBorderDoesNotComeWithTheInside) {
  const Image page = with_frame(pages::blank(1000, 800), 50, 35, 2);
  const auto frames = find_frames(page, page, kDpi);
  ASSERT_EQ(frames.size(), 1u);
  const Image& inside = frames[0].inside;
  EXPECT_EQ(pages::dark_pixels(inside, {0, 0, inside.width, inside.height}), 0);
}

TEST(Frames, WhatStandsInsideComesWithIt) {
  Image page = with_frame(pages::blank(1000, 800), 34, 12, 0);
  pages::fill(page, {480, 390, 40, 20});
  const auto frames = find_frames(page, page, kDpi);
  ASSERT_EQ(frames.size(), 1u);
  const Image& inside = frames[0].inside;
  EXPECT_NEAR(pages::dark_pixels(inside, {0, 0, inside.width, inside.height}), 800, 100);
}

TEST(Frames, ABoxWithASideMissingIsDoubted) {
  Image page = with_frame(pages::blank(1000, 800), 34, 12, 0);
  pages::fill(page, {0, 340, 1000, 30}, 255);
  EXPECT_TRUE(find_frames(page, page, kDpi).empty());
}

TEST(Frames, TextNoiseDiscsAndHugeBoxesAreNone) {
  Image disc = pages::blank();
  pages::disc(disc, 400, 400, 130);
  for (const Image& page : {pages::grey_dispatch(), pages::noise(), pages::blank(), disc,
                            with_frame(pages::blank(1000, 800), 110, 80, 0), Image{}})
    EXPECT_TRUE(find_frames(page, page, kDpi).empty());
}

TEST(Frames, ATableIsNoFrame) {
  Image page = pages::blank(1654, 1000);
  for (int y = 200; y <= 600; y += 80) pages::fill(page, {150, y, 1300, 3});
  for (int x = 150; x <= 1450; x += 260) pages::fill(page, {x, 200, 3, 403});
  EXPECT_TRUE(find_frames(page, page, kDpi).empty());
}

}  // namespace
}  // namespace vanthu
