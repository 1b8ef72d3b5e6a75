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

TEST(Date, AMisreadAnchorIsFoundAllTheSame) {
  EXPECT_EQ(read_date_row("Vĩnh Long, ngày 18 thóng 11 năm 2009").date.value, "2009-11-18");
  EXPECT_EQ(read_date_row("Vĩnh Long, ngày 18 tháng 11 2009").date.value, "2009-11-18");
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

// `Kiên Giang, ngày D tháng M năm Y`, each part with the net's guesses.
Field date_by_hand(const std::vector<Guess>& day, const std::vector<Guess>& month,
                   const std::vector<Guess>& year, const sheet::Letter& rest = {}) {
  sheet::Letter letter = rest;
  letter.date.clear();
  sheet::Sheet sheet = sheet::set(letter);
  sheet.centred(1720, 460,
                "Kiên Giang, ngày " + day.front().text + " tháng " + month.front().text + " năm " +
                    year.front().text,
                0.9);
  OcrPage page = sheet.page();
  auto& words = page.lines.back().words;
  words[3].guesses = day;
  words[5].guesses = month;
  words[7].guesses = year;
  words[3].by_hand = words[5].by_hand = true;
  return understand({page}, "a.pdf").dispatches.at(0).date;
}

TEST(DateByHand, TheNetsDayMakesTheDateWhole) {
  const Field date = date_by_hand({{"14", 0.99}}, {{"9", 0.98}}, {{"2017", 0.999}});
  EXPECT_EQ(date.value, "2017-09-14");
  EXPECT_EQ(date.status, Status::handwritten);
  EXPECT_GE(date.confidence, kTrusted);
}

TEST(DateByHand, TheCalendarChoosesBetweenGuesses) {
  const Field date = date_by_hand({{"31", 0.6}, {"21", 0.3}}, {{"9", 0.95}}, {{"2017", 0.999}});
  EXPECT_EQ(date.value, "2017-09-21");
  EXPECT_LT(date.confidence, kTrusted);
  const auto calendar = std::find_if(date.evidence.begin(), date.evidence.end(),
                                     [](const Evidence& e) { return e.source == "calendar"; });
  ASSERT_NE(calendar, date.evidence.end()) << "what chose is named";
  EXPECT_EQ(calendar->value, "31/9/2017");
  EXPECT_LT(calendar->weight, 0);
}

TEST(DateByHand, ACalendarThatChangedNothingIsNotNamed) {
  for (const Evidence& one : date_by_hand({{"14", 0.9}}, {{"9", 0.9}}, {{"2017", 0.9}}).evidence)
    EXPECT_NE(one.source, "calendar");
}

TEST(DateByHand, ADayThatMayBeAnythingLeavesAPartialDate) {
  const Field date =
      date_by_hand({{"11", 0.4}, {"14", 0.35}, {"1", 0.1}}, {{"9", 0.99}}, {{"2017", 0.999}});
  EXPECT_EQ(date.value, "2017-09");
  ASSERT_GE(date.candidates.size(), 2U);
  EXPECT_EQ(date.candidates[0].value, "2017-09-11");
}

TEST(DateByHand, NoPaperIsOlderThanTheRepublic) {
  EXPECT_EQ(date_by_hand({{"14", 0.99}}, {{"9", 0.98}}, {{"1912", 0.6}, {"2012", 0.3}}).value,
            "2012-09-14");
}

TEST(WeighDate, TheSigningDaySpeaksForOneCandidate) {
  Field date;
  date.candidates = {{"2017-12-23", 0.45}, {"2017-12-25", 0.4}};
  fields::weigh_date(date, {{"signature", "2017-12-25", fields::DateHint::Says::same, 0.7}});
  EXPECT_EQ(date.value, "2017-12-25");
  EXPECT_EQ(date.evidence.at(0).source, "signature");
}

TEST(WeighDate, NothingIsIssuedAfterItArrived) {
  Field date;
  date.value = "2017-12-29";
  date.confidence = 0.6;
  date.candidates = {{"2017-12-24", 0.35}};
  fields::weigh_date(date, {{"stamp", "2017-12-26", fields::DateHint::Says::not_after, 0.85}});
  EXPECT_EQ(date.value, "2017-12-24");
}

TEST(WeighDate, NothingIsIssuedTomorrow) {
  Field date;
  date.value = "2027-12-29";
  date.confidence = 0.9;
  date.candidates = {{"2021-12-29", 0.09}};
  const Field before = date;
  fields::weigh_date(date, {{"calendar", "2028-01-01", fields::DateHint::Says::not_after, 1}});
  EXPECT_EQ(date, before);
  fields::weigh_date(date, {{"calendar", "2026-11-26", fields::DateHint::Says::not_after, 1}});
  EXPECT_EQ(date.value, "2021-12-29");
  EXPECT_EQ(date.evidence.back().source, "calendar");
}

TEST(WeighDate, ASureDateOfTomorrowIsDoubtedAndNoOtherMadeUp) {
  const OcrPage page = sheet::set({.date = "Kiên Giang, ngày 27 tháng 3 năm 2018"}).page();
  const Field now = understand({page}, "a.pdf", "2018-03-27").dispatches[0].date;
  EXPECT_EQ(now.value, "2018-03-27");
  EXPECT_GE(now.confidence, kTrusted);
  const Field then = understand({page}, "a.pdf", "2018-03-26").dispatches[0].date;
  EXPECT_LT(then.confidence, kTrusted);
  EXPECT_NE(then.value.value_or("2018-03"), "2018-03-26");
}

TEST(WeighDate, APartialDateBecomesWholeOrStays) {
  Field date;
  date.value = "2017-12";
  date.confidence = 0.5;
  date.candidates = {{"2017-12-25", 0.4}, {"2017-12-28", 0.3}};
  Field signed_then = date;
  fields::weigh_date(signed_then, {{"signature", "2017-12-25", fields::DateHint::Says::same, 0.7}});
  EXPECT_EQ(signed_then.value, "2017-12-25");
  fields::weigh_date(date, {{"signature", "2017-12-11", fields::DateHint::Says::same, 0.7}});
  EXPECT_EQ(date.value, "2017-12");
}

TEST(WeighDate, HintsMakeNoDateUp) {
  Field date;
  date.status = Status::unreadable;
  const Field before = date;
  fields::weigh_date(date, {{"signature", "2017-12-25", fields::DateHint::Says::same, 0.9},
                            {"stamp", "--12-26", fields::DateHint::Says::not_after, 0.9},
                            {"citation", "", fields::DateHint::Says::same, 0.9}});
  EXPECT_EQ(date, before);
}

TEST(SigningDay, IsReadFromTheBlockAlone) {
  sheet::Sheet sheet;
  sheet.at(300, 100, "Thời gian ký: 25/12/2017 10:30:22 +07:00");
  sheet.at(300, 1200, "Hội nghị ngày 20/12/2017 ký kết giao ước");
  const auto days = fields::signing_days(fields::lay_out(sheet.page()));
  ASSERT_EQ(days.size(), 1U);
  EXPECT_EQ(days[0].date, "2017-12-25");
}

}  // namespace
}  // namespace vanthu
