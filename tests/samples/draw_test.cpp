// SPDX-License-Identifier: GPL-3.0-or-later
// Pages drawn for other tests keep what their options promise.
#include "samples/draw/draw.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "samples/draw/encode.h"

namespace vanthu::draw {
namespace {

long coloured(const Image& image, int stronger, int weaker) {
  long count = 0;
  for (std::size_t i = 0; i + 2 < image.pixels.size(); i += 3)
    count += image.pixels[i + static_cast<std::size_t>(stronger)] >
                     image.pixels[i + static_cast<std::size_t>(weaker)] + 60
                 ? 1
                 : 0;
  return count;
}
long red(const Image& image) { return coloured(image, 0, 2); }
long blue(const Image& image) { return coloured(image, 2, 0); }

double dark_share(const Image& image) {
  const auto count =
      std::count_if(image.pixels.begin(), image.pixels.end(), [](auto v) { return v < 128; });
  return static_cast<double>(count) / static_cast<double>(image.pixels.size());
}

DrawOptions print_only() {
  DrawOptions options;
  options.dpi = 100;
  options.seal = options.signature = false;
  return options;
}

TEST(Draw, PageHasTheSizeOfA4AtItsResolution) {
  const Image page = draw_page(plain_paper(), {.dpi = 200});
  EXPECT_EQ(page.width, 1654);
  EXPECT_EQ(page.height, 2339);
  EXPECT_EQ(page.channels, 3);
}

TEST(Draw, PrintAloneIsBlackOnWhite) {
  const Image page = draw_page(plain_paper(), print_only());
  EXPECT_EQ(red(page), 0);
  EXPECT_EQ(blue(page), 0);
  EXPECT_GT(dark_share(page), 0.01);
  EXPECT_LT(dark_share(page), 0.10);
}

TEST(Draw, SealIsRedAndSignatureBlue) {
  DrawOptions options = print_only();
  options.seal = true;
  EXPECT_GT(red(draw_page(plain_paper(), options)), 500);
  options.seal = false, options.signature = true;
  EXPECT_GT(blue(draw_page(plain_paper(), options)), 100);
}

TEST(Draw, DigitsByHandAreBlueAndInTheHead) {
  DrawOptions options = print_only();
  options.hand_number = true;
  const Image page = draw_page(plain_paper(), options);
  const Box head{0, 0, page.width / 2, page.height / 4};
  EXPECT_GT(blue(crop(page, head)), 20);
  EXPECT_EQ(blue(page), blue(crop(page, head)));
}

TEST(Draw, BilevelHoldsBlackAndWhiteOnly) {
  const Image page =
      draw_page(plain_paper(), {.dpi = 100, .depth = Depth::bilevel, .damage = {.noise = 10}});
  EXPECT_EQ(page.channels, 1);
  EXPECT_TRUE(is_bilevel(page));
}

TEST(Draw, RotationTurnsTheSamePixels) {
  DrawOptions options = print_only();
  const Image upright = draw_page(plain_paper(), options);
  options.rotate = 90;
  const Image lying = draw_page(plain_paper(), options);
  ASSERT_EQ(lying.width, upright.height);
  ASSERT_EQ(lying.height, upright.width);
  for (const auto& [x, y] : {std::pair{150, 90}, {300, 110}, {420, 600}})
    EXPECT_EQ(upright.row(y)[x * 3], lying.row(x)[(upright.height - 1 - y) * 3]);
}

// How sharply the rows of print stand out when the page is sheared back by this many degrees.
double row_contrast(const Image& page, double degrees) {
  std::vector<double> rows(static_cast<std::size_t>(page.height) * 2, 0);
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width; ++x)
      if (page.row(y)[x * page.channels] < 128)
        rows[static_cast<std::size_t>(y + page.height / 2.0 -
                                      x * std::tan(degrees * 3.14159265 / 180))] += 1;
  double sum = 0;
  for (const double row : rows) sum += row * row;
  return sum;
}

TEST(Draw, SkewLeansClockwise) {
  DrawOptions options = print_only();
  options.skew_degrees = 2;
  const Image page = draw_page(plain_paper(), options);
  double best = 0;
  for (double degrees = -3; degrees <= 3; degrees += 0.25)
    if (row_contrast(page, degrees) > row_contrast(page, best)) best = degrees;
  EXPECT_NEAR(best, 2, 0.26);
}

TEST(Draw, BlankBackShowsTheFrontFaintly) {
  DrawOptions options = print_only();
  options.blank_back = true;
  options.damage.show_through = 0.08;
  const std::vector<DrawnPage> pages = draw_paper(plain_paper(), options);
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_TRUE(pages[1].text.empty());
  EXPECT_EQ(dark_share(pages[1].image), 0);
  EXPECT_LT(*std::min_element(pages[1].image.pixels.begin(), pages[1].image.pixels.end()), 250);
}

TEST(Draw, TextComesInReadingOrderWithColumnsApart) {
  const std::string text = draw_paper(plain_paper(), print_only()).front().text;
  EXPECT_EQ(text.find("UBND TỈNH VĨNH LONG\nSỞ XÂY DỰNG\nSố: 214/SXD-QLN\nV/v rà soát"), 0U);
  EXPECT_NE(text.find("Độc lập - Tự do - Hạnh phúc\nVĩnh Long, ngày 18 tháng 5 năm 2021\n"),
            std::string::npos);
  EXPECT_NE(text.find("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nHuỳnh Tấn Lộc\n"), std::string::npos);
}

TEST(Draw, LongTextRunsOverSeveralPages) {
  Paper paper = plain_paper();
  const std::vector<Block> body = paper.body;
  for (int i = 0; i < 6; ++i) paper.body.insert(paper.body.end(), body.begin(), body.end());
  EXPECT_GE(draw_paper(paper, print_only()).size(), 2U);
}

}  // namespace
}  // namespace vanthu::draw
