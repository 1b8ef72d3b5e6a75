// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/date.h"

#include <gtest/gtest.h>

#include "paper.h"
#include "pipeline/fields/fields.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

Dispatch read_date_row(const std::string& row, double confidence = 0.95) {
  sheet::Sheet sheet = sheet::set({.date = ""});
  sheet.centred(1720, 460, row, confidence);
  return understand({sheet.page()}, "a.pdf").dispatches.at(0);
}

TEST(Date, PrintedDatesAreGivenWithTheirPlace) {
  const Dispatch d = read_date_row("Kiên Giang, ngày 27 tháng 3 năm 2018");
  EXPECT_EQ(d.date.value, "2018-03-27");
  EXPECT_GE(d.date.confidence, kTrusted);
  EXPECT_EQ(d.place.value, "Kiên Giang");
}

TEST(Date, ThePlaceGetsItsMarksBack) {
  EXPECT_EQ(read_date_row("Cân Thơ, ngày 05 tháng 01 năm 2025").place.value, "Cần Thơ");
  EXPECT_EQ(read_date_row("TP. Hô Chí Minh, ngày 05 tháng 01 năm 2025").place.value,
            "TP. Hồ Chí Minh");
  EXPECT_EQ(read_date_row("Phan Thiết, ngày 06 tháng 7 năm 2015").place.value, "Phan Thiết");
}

TEST(Date, AScribbledDayLeavesAPartialDate) {
  for (const char* row :
       {"Kiên Giang, ngày )( tháng 10 năm 2017", "Kiên Giang, ngày tháng 10 năm 2017",
        "Kiên Giang, ngàyÊ£ tháng 10 năm 2017"}) {
    const Dispatch d = read_date_row(row);
    EXPECT_EQ(d.date.value, "2017-10") << row;
    EXPECT_EQ(d.date.status, Status::handwritten) << row;
    EXPECT_LT(d.date.confidence, kTrusted) << row;
  }
}

TEST(Date, ADayTallerThanTheYearIsHandwritingHoweverSureTheEngine) {
  sheet::Sheet sheet = sheet::set({.date = ""});
  sheet.centred(1720, 460, "Kiên Giang, ngày 20 tháng 3 năm 2018", 0.97);
  OcrPage page = sheet.page();
  page.lines.back().words[3].box.h = page.lines.back().words[3].box.h * 8 / 5;
  const Field date = understand({page}, "a.pdf").dispatches[0].date;
  EXPECT_EQ(date.value, "2018-03");
  ASSERT_FALSE(date.candidates.empty());
  EXPECT_EQ(date.candidates[0].value, "2018-03-20");
}

TEST(Date, NoDayOfTheCalendarIsNoDate) {
  EXPECT_EQ(fields::iso_date(2019, 2, 29), std::nullopt);
  EXPECT_EQ(fields::iso_date(2020, 2, 29), "2020-02-29");
  EXPECT_EQ(fields::iso_date(0, 8, 20), "--08-20");
  EXPECT_NE(read_date_row("Hà Nội, ngày 31 tháng 4 năm 2018").date.value, "2018-04-31");
}

TEST(Date, ThePrintedElevenIsOftenReadAsLetters) {
  EXPECT_EQ(read_date_row("Bắc Giang, ngày 14 tháng II năm 2012").date.value, "2012-11-14");
}

TEST(Date, DatesInTextTakeManyForms) {
  struct Case {
    const char *text, *iso;
  };
  for (const Case& one :
       {Case{"20/8/2019", "2019-08-20"}, Case{"10-5-2019 của", "2019-05-10"},
        Case{"06 / 7 /2005", "2005-07-06"}, Case{"21 tháng 12 năm 2011", "2011-12-21"},
        Case{"29/11/10", "2010-11-29"}, Case{"20/8", "--08-20"}}) {
    std::size_t at = 0;
    EXPECT_EQ(fields::take_date(to_u32(one.text), at), one.iso) << one.text;
  }
  for (const char* text : {"40/8/2019", "12/13/2019", "abc", "", "2019", "7,6 độ"}) {
    std::size_t at = 0;
    EXPECT_EQ(fields::take_date(to_u32(text), at), std::nullopt) << text;
    EXPECT_EQ(at, 0u);
  }
}

}  // namespace
}  // namespace vanthu
