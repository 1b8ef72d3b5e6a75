// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/reverse.h"

#include <gtest/gtest.h>

#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

constexpr double kDpi = 200;

// The dispatch with another shade of ink: 255 becomes `paper`, 0 becomes `ink`.
Image shaded(const Image& page, int ink) {
  Image out = page;
  for (std::uint8_t& v : out.pixels) v = static_cast<std::uint8_t>(ink + v * (255 - ink) / 255);
  return out;
}

Image mirrored(Image page) {
  for (int y = 0; y < page.height; ++y) std::reverse(page.row(y), page.row(y) + page.width);
  return page;
}

// Each pixel the mean of its neighbours two up, down, left and right: as paper softens.
Image softened(const Image& page) {
  Image out = page;
  for (int y = 2; y + 2 < page.height; ++y)
    for (int x = 2; x + 2 < page.width; ++x) {
      int sum = 0;
      for (int v = -2; v <= 2; ++v)
        for (int u = -2; u <= 2; ++u) sum += page.row(y + v)[x + u];
      out.row(y)[x] = static_cast<std::uint8_t>(sum / 25);
    }
  return out;
}

Image over(Image page, const Image& other) {
  for (std::size_t i = 0; i < page.pixels.size(); ++i)
    page.pixels[i] = std::min(page.pixels[i], other.pixels[i]);
  return page;
}

double apart(const Image& a, const Image& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i) sum += std::abs(a.pixels[i] - b.pixels[i]);
  return sum / static_cast<double>(a.pixels.size());
}

TEST(Reverse, WhatShinesThroughGoesAndThePrintStays) {
  const Image front = pages::grey_dispatch();
  const Image seen = over(front, softened(shaded(mirrored(front), 110)));
  const Image left = without_reverse(seen, kDpi);
  EXPECT_LT(apart(left, front), 0.2 * apart(seen, front));
  const Box all{0, 0, front.width, front.height};
  EXPECT_GT(pages::dark_pixels(left, all), 0.97 * pages::dark_pixels(front, all));
}

TEST(Reverse, FaintInkAsSharpAsPrintIsPenOrStamp) {
  const Image front = pages::grey_dispatch();
  const Image seen = over(front, shaded(mirrored(front), 110));
  EXPECT_EQ(without_reverse(seen, kDpi), seen);
}

TEST(Reverse, APageWithoutAnyComesBackAsItIs) {
  const Image page = pages::grey_dispatch();
  EXPECT_EQ(without_reverse(page, kDpi), page);
  const Image soft = softened(page);  // a scanner out of focus
  EXPECT_EQ(without_reverse(soft, kDpi), soft);
}

TEST(Reverse, NothingIsToldFromTwoValuesNoiseOrNothing) {
  draw::DrawOptions options = pages::plain();
  options.depth = draw::Depth::bilevel;
  const Image bilevel = pages::grey_dispatch(options);
  EXPECT_EQ(without_reverse(bilevel, kDpi), bilevel);
  EXPECT_EQ(without_reverse(pages::noise(), kDpi), pages::noise());
  EXPECT_EQ(without_reverse(pages::blank(), kDpi), pages::blank());
  EXPECT_EQ(without_reverse(Image{}, kDpi), Image{});
}

}  // namespace
}  // namespace vanthu
