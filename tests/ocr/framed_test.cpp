// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/framed.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ocr/lines.h"

namespace vanthu {
namespace {

Frame frame_at(Box box, double degrees, int inside_w, int inside_h) {
  return {box, degrees, 1, make_image(inside_w, inside_h)};
}

bool is_paper(const Image& print, int x, int y) {
  return print.pixels[static_cast<std::size_t>(y * print.width + x)] == 255;
}

TEST(Framed, AnUrgencyMarkIsOne) {
  EXPECT_TRUE(is_stamped_mark({line_of("HỎA TỐC", 0, 0)}));
  EXPECT_TRUE(is_stamped_mark({line_of("KHẨN", 0, 0)}));
  EXPECT_TRUE(is_stamped_mark({line_of("HOẢ TÓC", 0, 0, 0.4)}));
}

TEST(Framed, PrintInABoxSeveralLinesOrAGuessAreNot) {
  EXPECT_FALSE(is_stamped_mark({}));
  EXPECT_FALSE(is_stamped_mark({line_of("Họ và tên", 0, 0)}));
  EXPECT_FALSE(is_stamped_mark({line_of("TỈNH PHÚ THỌ", 0, 0)}));
  EXPECT_FALSE(is_stamped_mark({line_of("CÔNG VĂN ĐẾN", 0, 0), line_of("SỐ 12", 0, 30)}));
  EXPECT_FALSE(is_stamped_mark({line_of("12", 0, 0)}));
}

TEST(Framed, TheFrameWithItsBorderBecomesPaperAndNothingBesideIt) {
  Image print = make_image(400, 200, 1, 0);
  whiten(print, frame_at({100, 50, 200, 60}, 0, 190, 50), 1, 100);
  EXPECT_TRUE(is_paper(print, 101, 51));
  EXPECT_TRUE(is_paper(print, 298, 108));
  EXPECT_FALSE(is_paper(print, 90, 80));
  EXPECT_FALSE(is_paper(print, 200, 120));
}

TEST(Framed, ALeaningFrameLeavesTheCornersOfItsBox) {
  Image print = make_image(400, 400, 1, 0);
  whiten(print, frame_at({100, 100, 200, 200}, 45, 200, 60), 1, 100);
  EXPECT_TRUE(is_paper(print, 200, 200));
  EXPECT_TRUE(is_paper(print, 250, 250));  // clockwise: along the falling diagonal
  EXPECT_FALSE(is_paper(print, 250, 150));
  EXPECT_FALSE(is_paper(print, 105, 105));
}

TEST(Framed, AFrameAtTheEdgeOfThePageIsNoTrouble) {
  Image print = make_image(40, 30, 1, 0);
  whiten(print, frame_at({-20, -10, 100, 80}, 10, 90, 70), 2, 300);
  EXPECT_TRUE(std::all_of(print.pixels.begin(), print.pixels.end(),
                          [](std::uint8_t p) { return p == 255 || p == 0; }));
}

}  // namespace
}  // namespace vanthu
