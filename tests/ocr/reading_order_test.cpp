// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/reading_order.h"

#include <gtest/gtest.h>

#include "tests/ocr/lines.h"

namespace vanthu {
namespace {

TEST(ReadingOrder, AFootWithNoiNhanStaysTwoColumns) {
  std::vector<Line> lines = {line_of("Nơi nhận:", 0, 0, 0.9, Region::foot_left),
                             line_of("- Như trên;", 0, 30, 0.9, Region::foot_left),
                             line_of("GIÁM ĐỐC", 500, 0, 0.9, Region::foot_right)};
  settle_columns(lines);
  EXPECT_EQ(text_of(lines), "Nơi nhận:\n- Như trên;\nGIÁM ĐỐC\n");
  EXPECT_EQ(lines[2].region, Region::foot_right);
}

TEST(ReadingOrder, AListInTwoColumnsBecomesRows) {
  std::vector<Line> lines = {line_of("1. Ông An", 0, 0, 0.9, Region::foot_left),
                             line_of("2. Bà Bình", 0, 30, 0.9, Region::foot_left),
                             line_of("Tổ phó", 500, 2, 0.9, Region::foot_right),
                             line_of("Thành viên", 500, 31, 0.9, Region::foot_right)};
  settle_columns(lines);
  EXPECT_EQ(text_of(lines), "1. Ông An Tổ phó\n2. Bà Bình Thành viên\n");
  EXPECT_EQ(lines[0].region, Region::body);
}

TEST(ReadingOrder, AHeadOfTheNationStaysTwoColumns) {
  std::vector<Line> lines = {
      line_of("SỞ Y TẾ", 0, 0, 0.9, Region::head_left),
      line_of("Độc lập - Tự do - Hạnh phúc", 500, 0, 0.9, Region::head_right)};
  settle_columns(lines);
  EXPECT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[1].region, Region::head_right);
}

TEST(ReadingOrder, TheAddresseesAreBelowTheHeadThoughTheGapRunsOn) {
  std::vector<Line> lines = {
      line_of("Số: 1/SYT-NVD", 0, 0, 0.9, Region::head_left),
      line_of("+ Kính gửi:", 0, 60, 0.9, Region::head_left),
      line_of("Độc lập - Tự do - Hạnh phúc", 500, 0, 0.9, Region::head_right),
      line_of("- Các Bệnh viện;", 500, 60, 0.9, Region::head_right), line_of("Căn cứ", 0, 90)};
  settle_columns(lines);
  EXPECT_EQ(text_of(lines),
            "Số: 1/SYT-NVD\nĐộc lập - Tự do - Hạnh phúc\n+ Kính gửi: - Các Bệnh viện;\nCăn cứ\n");
  EXPECT_EQ(lines[1].region, Region::head_right);
  EXPECT_EQ(lines[2].region, Region::body);
}

TEST(ReadingOrder, ASubjectThatSpeaksOfSendingStaysInTheHead) {
  std::vector<Line> lines = {
      line_of("V/v đề nghị kính gửi báo cáo", 0, 0, 0.9, Region::head_left),
      line_of("Độc lập - Tự do - Hạnh phúc", 500, 0, 0.9, Region::head_right)};
  settle_columns(lines);
  EXPECT_EQ(lines[0].region, Region::head_left);
  EXPECT_EQ(lines[1].region, Region::head_right);
}

TEST(ReadingOrder, AStampIsReadWhereItStands) {
  std::vector<Line> lines = {line_of("SỞ Y TẾ", 0, 0, 0.9, Region::head_left),
                             line_of("Kính gửi: Bộ Y tế", 300, 100), line_of("Căn cứ", 0, 140)};
  put_in_order(lines, line_of("HỎA TỐC", 0, 95, 0.9, Region::stamp));
  put_in_order(lines, line_of("ĐẾN", 0, 900, 0.9, Region::stamp));
  EXPECT_EQ(text_of(lines), "SỞ Y TẾ\nHỎA TỐC\nKính gửi: Bộ Y tế\nCăn cứ\nĐẾN\n");
}

TEST(ReadingOrder, PiecesOfOneRowJoinButNotThoseOfTwo) {
  std::vector<Line> lines = {line_of("một", 0, 0), line_of("hai", 300, 3), line_of("ba", 0, 40)};
  join_rows(lines);
  EXPECT_EQ(text_of(lines), "một hai\nba\n");
}

TEST(ReadingOrder, APieceOfARowJoinsItsRowWhereItIsMissing) {
  std::vector<Line> lines = {line_of("một", 0, 0), line_of("ba", 400, 2), line_of("bốn", 0, 40)};
  join_rows(lines);
  put_in_row(lines, line_of("hai", 200, 4));
  EXPECT_EQ(text_of(lines), "một hai ba\nbốn\n");
}

TEST(ReadingOrder, WordsWhoseFramesTouchStandInOneRow) {
  std::vector<Line> lines = {line_of("Nơi", 0, 0)};
  put_in_row(lines, line_of("nhận:", lines[0].box.right() - 4, 3));
  EXPECT_EQ(text_of(lines), "Nơi nhận:\n");
}

TEST(ReadingOrder, ARowOfItsOwnStandsBetweenItsNeighbours) {
  std::vector<Line> lines = {line_of("một", 0, 0), line_of("ba", 0, 80)};
  put_in_row(lines, line_of("hai", 0, 40));
  put_in_row(lines, line_of("bốn", 0, 120));
  EXPECT_EQ(text_of(lines), "một\nhai\nba\nbốn\n");
}

TEST(ReadingOrder, WhatLiesOverReadWordsJoinsNoneOfThem) {
  std::vector<Line> lines = {line_of("một hai", 0, 0)};
  put_in_row(lines, line_of("sai", 10, 6));
  EXPECT_EQ(lines.size(), 2u);
}

TEST(ReadingOrder, NoLinesAreNoTrouble) {
  std::vector<Line> lines;
  settle_columns(lines);
  join_rows(lines);
  EXPECT_TRUE(lines.empty());
}

}  // namespace
}  // namespace vanthu
