// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/second_look.h"

#include <gtest/gtest.h>

#include "tests/ocr/lines.h"

namespace vanthu {
namespace {

TEST(SecondLook, TheSurerLookWinsLineByLine) {
  const auto out =
      better_of({line_of("thuốc gây nghiện", 0, 0, 0.95), line_of("thử hai", 0, 40, 0.6)},
                {line_of("thuôc gây nghiện", 0, 0, 0.8), line_of("thứ hai", 0, 40, 0.9)});
  EXPECT_EQ(text_of(out), "thuốc gây nghiện\nthứ hai\n");
}

TEST(SecondLook, ALineOnlyOneLookSawIsKept) {
  const auto out =
      better_of({line_of("đầu tiên đây", 0, 0), line_of("chỉ cột thấy dòng này", 0, 40)},
                {line_of("đầu tiên đây", 0, 0), line_of("cuối cùng", 0, 80)});
  EXPECT_EQ(text_of(out), "đầu tiên đây\nchỉ cột thấy dòng này\ncuối cùng\n");
}

TEST(SecondLook, PiecesOfColumnsStandInForTheirRow) {
  const auto out = better_of({line_of("bên trái", 0, 0, 0.95), line_of("bên phải", 110, 2, 0.95)},
                             {line_of("bên trái bên phái", 0, 0, 0.7)});
  ASSERT_EQ(out.size(), 1u);
  EXPECT_EQ(text_of(out), "bên trái bên phải\n");
}

TEST(SecondLook, DoubtfulScrapsOfOneLookAreNotPutIn) {
  const auto out = better_of({line_of("x~", 0, 40, 0.55)}, {line_of("dòng", 0, 0)});
  EXPECT_EQ(text_of(out), "dòng\n");
}

TEST(SecondLook, NothingAndNothingIsNothing) { EXPECT_TRUE(better_of({}, {}).empty()); }

}  // namespace
}  // namespace vanthu
