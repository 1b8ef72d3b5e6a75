// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/page_look.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "samples/draw/draw.h"

namespace vanthu {
namespace {

// Dark with probability `dark`, in squares of `grain` pixels.
Image noise(double dark, int grain, int width = 1240, int height = 1754) {
  std::mt19937 random(7);
  std::bernoulli_distribution is_dark(dark);
  Image small = make_image(width / grain, height / grain), out = make_image(width, height);
  for (std::uint8_t& v : small.pixels) v = is_dark(random) ? 0 : 255;
  for (int y = 0; y < small.height * grain; ++y)
    for (int x = 0; x < small.width * grain; ++x) out.row(y)[x] = small.row(y / grain)[x / grain];
  return out;
}

Image sized(int width, int height) { return {width, height, 1, {}}; }  // without its pixels

Image paper(double noise, double blur = 0.45) {
  draw::DrawOptions options;
  options.depth = draw::Depth::grey;
  options.damage.noise = noise, options.damage.blur = blur;
  return draw::draw_page(draw::plain_paper(), options);
}

TEST(PageLook, NoiseIsSeenAtAnyGrain) {
  for (const double dark : {0.5, 0.125, 0.9})
    for (const int grain : {1, 2, 5}) EXPECT_TRUE(is_noise(noise(dark, grain))) << dark << grain;
}

TEST(PageLook, FaintNoiseIsNoise) {
  std::mt19937 random(7);
  std::normal_distribution<double> level(128, 12);
  Image image = make_image(1240, 1754);
  for (std::uint8_t& v : image.pixels) v = static_cast<std::uint8_t>(level(random));
  EXPECT_TRUE(is_noise(image));
}

TEST(PageLook, PaperAsASensorSeesItIsNoNoise) {
  std::mt19937 random(7);
  std::normal_distribution<double> level(240, 3);
  Image image = make_image(1240, 1754);
  for (std::uint8_t& v : image.pixels)
    v = static_cast<std::uint8_t>(std::clamp(level(random), 0.0, 255.0));
  EXPECT_FALSE(is_noise(image));
}

TEST(PageLook, PrintIsNoNoise) {
  EXPECT_FALSE(is_noise(paper(0)));
  EXPECT_FALSE(is_noise(paper(60)));  // print under heavy noise is read all the same
}

TEST(PageLook, ABlankPageWithDustIsNoNoise) {
  EXPECT_FALSE(is_noise(make_image(1240, 1754)));
  EXPECT_FALSE(is_noise(noise(0.005, 1)));
}

TEST(PageLook, AStripIsNoNoise) { EXPECT_FALSE(is_noise(noise(0.5, 1, 1, 20'000))); }

TEST(PageLook, BlackIsSeen) {
  EXPECT_TRUE(is_black(make_image(100, 100, 1, 0)));
  EXPECT_TRUE(is_black(make_image(100, 100, 3, 25)));
  EXPECT_TRUE(is_black(noise(0.98, 1)));
}

TEST(PageLook, PrintAndNoiseAreNotBlack) {
  EXPECT_FALSE(is_black(paper(0)));
  EXPECT_FALSE(is_black(noise(0.5, 1)));
  EXPECT_FALSE(is_black(Image{}));
}

TEST(PageLook, OnlyHugePagesAreReduced) {
  EXPECT_EQ(reduction_of(sized(3508, 4961)), 1);   // A3, 300 dpi
  EXPECT_EQ(reduction_of(sized(4961, 7016)), 2);   // A4, 600 dpi
  EXPECT_EQ(reduction_of(sized(9933, 14043)), 3);  // A0, 300 dpi
  EXPECT_EQ(reduction_of(Image{}), 1);
}

TEST(PageLook, ReducedPixelsAreMeans) {
  const Image image{4, 3, 1, {0, 100, 7, 7, 100, 200, 7, 7, 9, 9, 9, 9}};
  EXPECT_EQ(reduced(image, 2), (Image{2, 1, 1, {100, 7}}));
  const Image colour{2, 2, 3, {0, 0, 0, 4, 0, 8, 0, 0, 0, 4, 0, 8}};
  EXPECT_EQ(reduced(colour, 2), (Image{1, 1, 3, {2, 0, 4}}));
}

}  // namespace
}  // namespace vanthu
