// SPDX-License-Identifier: GPL-3.0-or-later
// The search over columns by hand-made columns; the net on paper without digits.
#include "ocr/digits.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vanthu {
namespace {

constexpr int kPrint = 1, kHand = 11, kSlash = 23,
              kDash = 22;  // classes; digits follow the first two

// Columns of 10 pixels; each sign stands on one with `sure`, a sure blank between.
struct Sheet {
  DigitColumns columns{0, {}, {100, 40, 0, 48}};
  Sheet& column(int sign, double sure = 0.98, int other = 0) {
    std::vector<float> logits(kDigitClasses, std::log(0.0005F));
    logits[static_cast<std::size_t>(sign)] = static_cast<float>(std::log(sure));
    logits[static_cast<std::size_t>(other)] = static_cast<float>(std::log(1 - sure));
    columns.logits.insert(columns.logits.end(), logits.begin(), logits.end());
    columns.line.w += 10;
    ++columns.frames;
    return *this;
  }
  Sheet& blank() { return column(0, 0.99, kSlash); }
  Sheet& digits(const std::string& text, int kind) {
    for (const char c : text) column(kind + c - '0').blank();
    return *this;
  }
};

TEST(Digits, TheNumberEndsAtTheSlash) {
  Sheet sheet;
  sheet.blank().digits("48", kHand).column(kSlash).blank().digits("2017", kPrint).column(kSlash);
  const DigitRun run = read_number(sheet.columns);
  ASSERT_FALSE(run.guesses.empty());
  EXPECT_EQ(run.guesses[0].text, "48");
  EXPECT_GT(run.guesses[0].confidence, 0.8);
  EXPECT_GT(run.by_hand, 0.9);
  EXPECT_LT(run.box.right(), sheet.columns.line.x + 70) << "the digits alone";
}

TEST(Digits, ThePartyNumberEndsAtTheDash) {
  Sheet sheet;
  sheet.blank().digits("368", kPrint).column(kDash).blank().column(kSlash);
  const DigitRun run = read_number(sheet.columns);
  ASSERT_FALSE(run.guesses.empty());
  EXPECT_EQ(run.guesses[0].text, "368");
  EXPECT_LT(run.by_hand, 0.1);
}

TEST(Digits, TwinsNeedABlankBetween) {
  Sheet apart, together;
  apart.blank().digits("11", kHand).column(kSlash);
  together.blank().column(kHand + 1).column(kHand + 1).blank().column(kSlash);
  EXPECT_EQ(read_number(apart.columns).guesses.at(0).text, "11");
  EXPECT_EQ(read_number(together.columns).guesses.at(0).text, "1");
}

TEST(Digits, AnUnclearDigitLeavesTwoGuesses) {
  Sheet sheet;
  sheet.blank().digits("20", kHand).column(kHand + 6, 0.6, kHand + 1).blank().column(kSlash);
  const DigitRun run = read_number(sheet.columns);
  ASSERT_GE(run.guesses.size(), 2U);
  EXPECT_EQ(run.guesses[0].text, "206");
  EXPECT_EQ(run.guesses[1].text, "201");
  EXPECT_LT(run.guesses[0].confidence, 0.7);
}

TEST(Digits, PrintAndPenAreOneDigit) {
  Sheet sheet;
  sheet.blank().column(kHand + 7, 0.55, kPrint + 7).blank().column(kSlash);
  EXPECT_GT(read_number(sheet.columns).guesses.at(0).confidence, 0.9);
}

TEST(Digits, AnEmptyGapHasNoGuesses) {
  Sheet number, date;
  number.blank().blank().column(kSlash).blank();
  date.blank()
      .column(kSlash)
      .blank()
      .digits("9", kPrint)
      .column(kSlash)
      .blank()
      .digits("2017", kPrint);
  EXPECT_GT(read_number(number.columns).empty, 0.9);
  const DateRuns runs = read_date(date.columns);
  EXPECT_GT(runs.day.empty, 0.9);
  EXPECT_EQ(runs.month.guesses.at(0).text, "9");
  EXPECT_EQ(runs.year.guesses.at(0).text, "2017");
  EXPECT_TRUE(read_number({}).guesses.empty());
}

TEST(Digits, NoMonthIsThirteen) {
  Sheet sheet;
  sheet.digits("14", kHand).column(kSlash).blank();
  sheet.digits("1", kHand).column(kHand + 3, 0.8, kHand + 2).blank().column(kSlash).blank();
  sheet.digits("2017", kPrint);
  const DateRuns runs = read_date(sheet.columns);
  EXPECT_EQ(runs.day.guesses.at(0).text, "14");
  EXPECT_EQ(runs.month.guesses.at(0).text, "12");
}

TEST(Digits, TheDaysZeroIsKeptAsWritten) {
  Sheet sheet;
  sheet.digits("07", kHand).column(kSlash).blank().digits("6", kHand).column(kSlash).blank();
  EXPECT_EQ(read_date(sheet.columns).day.guesses.at(0).text, "07");
}

TEST(DigitReader, WhitePaperHasNoDigits) {
  DigitReader reader = DigitReader::open();
  const Image page = make_image(800, 300);
  const DigitRun run = read_number(reader.look(page, {30, 150}, 40, 500));
  EXPECT_TRUE(run.guesses.empty() || run.empty > run.guesses[0].confidence);
}

TEST(DigitReader, ARowOutsideThePageGivesNothing) {
  DigitReader reader = DigitReader::open();
  const Image page = make_image(400, 200);
  EXPECT_EQ(reader.look(page, {30, 900}, 0, 300).frames, 0);
  EXPECT_EQ(reader.look(page, {30, 100}, 900, 300).frames, 0);
  EXPECT_EQ(reader.look(page, {1, 100}, 0, 300).frames, 0);
  EXPECT_EQ(reader.look({}, {30, 100}, 0, 300).frames, 0);
}

}  // namespace
}  // namespace vanthu
