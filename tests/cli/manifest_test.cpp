// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/error.h"

namespace vanthu::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

TEST(CsvRows, AreOfSpreadsheetsOfAnyTongue) {
  EXPECT_THAT(csv_rows("a,b\r\n1,2\r\n"),
              ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "2")));
  EXPECT_THAT(csv_rows("\xef\xbb\xbf"
                       "a;b;c\n1,5;2;\n"),
              ElementsAre(ElementsAre("a", "b", "c"), ElementsAre("1,5", "2", "")));
  EXPECT_THAT(csv_rows("a\tb\n1\t2"), ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "2")));
  EXPECT_THAT(
      csv_rows("a,\"say \"\"x\"\", and\nmore\"\n\n\"\",b\n"),
      ElementsAre(ElementsAre("a", "say \"x\", and\nmore"), ElementsAre(), ElementsAre("", "b")));
  EXPECT_THROW(csv_rows("a,\"b\n"), Error);
}

TEST(Manifest, SaysWhereTheFileLayAndWhatWasTyped) {
  Manifest list(
      "kệ 3.csv",
      "STT;Tên tệp;Phông;Mục lục số;Hộp số;Hồ sơ;Tờ số;Thời hạn bảo quản;Số, ký hiệu;Ngày\n"
      "1;a.pdf;UBND tỉnh;02;15;134;1-3;Vĩnh viễn;3795 / UBND-VXNV;9/9/2019\n");
  const auto row = list.row_of("/mnt/kệ 3/hộp 15/a.pdf");
  ASSERT_TRUE(row);
  EXPECT_EQ(row->list, "kệ 3.csv");
  EXPECT_EQ(row->line, 2);
  EXPECT_THAT(row->shelf,
              ElementsAre(Pair("STT", "1"), Pair("fonds", "UBND tỉnh"), Pair("inventory", "02"),
                          Pair("box", "15"), Pair("folder", "134"), Pair("sheets", "1-3"),
                          Pair("retention", "Vĩnh viễn")));
  EXPECT_THAT(row->fields,
              ElementsAre(Pair("number", "3795/UBND-VXNV"), Pair("date", "2019-09-09")));
}

TEST(Manifest, FindsAFileByItsPathOrAnEndingOfIt) {
  Manifest list("l.csv", "file,box\nhộp 1/a.pdf,1\nhộp 2\\a.pdf,2\nb,3\n/in/c.pdf,4\n");
  EXPECT_EQ(list.row_of("/in/hộp 1/a.pdf")->shelf[0].second, "1");
  EXPECT_EQ(list.row_of("in/hộp 2/a.pdf")->shelf[0].second, "2");
  EXPECT_EQ(list.row_of("/in/b.pdf")->shelf[0].second, "3");
  EXPECT_FALSE(list.row_of("/in/a.pdf"));
  EXPECT_FALSE(list.row_of("/in/ab.pdf"));
  EXPECT_EQ(list.found(), 3U);
  EXPECT_THAT(list.not_found(), ElementsAre("in/c.pdf"));
}

TEST(Manifest, OneThatCannotBeUsedSaysTheLine) {
  EXPECT_THROW(Manifest("l.csv", "box\n1\n"), Error);
  EXPECT_THROW(Manifest("l.csv", ""), Error);
  try {
    Manifest("l.csv", "file,box\na.pdf,1\na.pdf,2\n");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, Code::bad_input);
    EXPECT_THAT(error.what(), HasSubstr("3"));
  }
}

}  // namespace
}  // namespace vanthu::cli
