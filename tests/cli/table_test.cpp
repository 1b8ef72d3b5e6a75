// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table.h"

#include <gtest/gtest.h>

#include "cli/terminal.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

Table two_columns(const std::string& number, const std::string& subject) {
  return {{"Số", "Trích yếu"}, {false, true}, {{number, subject}}};
}

TEST(Table, WithoutRowsIsNothing) { EXPECT_EQ(render({{"a"}, {false}, {}}, 80), ""); }

TEST(Table, ColumnsStandUnderTheirHeads) {
  EXPECT_EQ(render(two_columns("169/KH-KHVN", "khuyến học"), 0),
            "Số           Trích yếu\n169/KH-KHVN  khuyến học\n");
}

TEST(Table, InAPipeNothingIsCutAndARowIsALine) {
  const std::string subject(500, 'x');
  const std::string out = render(two_columns("1", subject), 0);
  EXPECT_NE(out.find(subject), std::string::npos);
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 2);
}

TEST(Table, OnATerminalFlexibleCellsAreWrapped) {
  const std::string out =
      render(two_columns("3795/UBND-VXNV", "phối hợp triển khai thực hiện Kế hoạch số 169"), 40);
  for (const std::string& line : split(out, '\n')) EXPECT_LE(columns_of(line), 40u) << line;
  EXPECT_NE(out.find("Kế hoạch"), std::string::npos);
}

TEST(Table, WhatCannotBeNarrowedStaysWhole) {
  const std::string out = render({{"ID"}, {false}, {{"1f3a9c07b2de.1"}}}, 5);
  EXPECT_NE(out.find("1f3a9c07b2de.1"), std::string::npos);
}

}  // namespace
}  // namespace vanthu::cli
