// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/mark_finder.h"

#include <gtest/gtest.h>

#include "samples/draw/draw.h"

namespace vanthu {
namespace {

PageMarks marks_of(const draw::RubberMark& mark, draw::DrawOptions scan) {
  static MarkFinder finder = MarkFinder::open();
  draw::Paper paper = draw::plain_paper();
  paper.marks = {mark};
  return finder.look(draw::draw_page(paper, scan), scan.dpi);
}

draw::RubberMark small_bare(const std::string& words) {
  draw::RubberMark mark;
  mark.words = words;
  mark.x = 30, mark.y = 76;
  mark.size = 14;
  mark.border = draw::Border::none;
  mark.ink = draw::Ink::black;
  return mark;
}

TEST(MarkFinder, FindsASmallMarkWithoutAFrame) {
  draw::DrawOptions scan;
  scan.depth = draw::Depth::bilevel;
  for (const char* words : {"MẬT", "TỐI MẬT", "TUYỆT MẬT"}) {
    const PageMarks marks = marks_of(small_bare(words), scan);
    ASSERT_EQ(marks.secrecy.size(), 1U) << words;
    EXPECT_EQ(marks.secrecy[0].words, words);
  }
}

TEST(MarkFinder, FindsAFaintTiltedMarkCutByTheEdge) {
  draw::RubberMark mark = small_bare("TỐI MẬT");
  mark.size = 16, mark.border = draw::Border::twofold, mark.ink = draw::Ink::red;
  mark.x = 10, mark.tilt_degrees = -8, mark.strength = 0.5;
  EXPECT_EQ(marks_of(mark, {}).secrecy.size(), 1U);
}

TEST(MarkFinder, LooksForNoneWherePeopleSign) {
  draw::RubberMark mark = small_bare("TỐI MẬT");
  mark.size = 20, mark.y = 250;
  EXPECT_TRUE(marks_of(mark, {}).secrecy.empty());
}

TEST(MarkFinder, PassesOverOtherStamps) {
  for (const char* words : {"SAO Y", "BẢN LƯU", "KHẨN", "MẶT TRẬN"})
    EXPECT_TRUE(marks_of(small_bare(words), {}).secrecy.empty()) << words;
}

}  // namespace
}  // namespace vanthu
