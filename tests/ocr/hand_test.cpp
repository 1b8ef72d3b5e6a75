// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/hand.h"

#include <gtest/gtest.h>

#include "ocr/hand_words.h"
#include "tests/ocr/lines.h"

namespace vanthu {
namespace {

fields::RowText row_of(const std::string& text) {
  fields::Piece piece;
  piece.words = line_of(text, 100, 50).words;
  return fields::row_text(piece);
}

DigitRun written(const std::string& text, double sure, int x, int w, double by_hand = 1) {
  return {{{text, sure}, {"9" + text, (1 - sure) / 2}}, 0, by_hand, {x, 30, w, 60}};
}

std::string joined(const std::vector<Word>& words) {
  std::string out;
  for (const Word& word : words) out += (out.empty() ? "" : " ") + word.text;
  return out;
}

std::vector<Word> number_in(const std::string& text, const DigitRun& run) {
  const fields::RowText row = row_of(text);
  return with_number(row, fields::parse_number_row(row.text), run);
}

std::vector<Word> date_in(const std::string& text, const DateRuns& runs) {
  const fields::RowText row = row_of(text);
  return with_date(row, fields::parse_date_row(row.text, row.key), runs);
}

TEST(HandWords, DigitsTakeThePlaceOfScribble) {
  for (const char* text :
       {"Số: A5/ /SYT-NVY", "Số:{34.2 /SYT-NVY", "Số: /SYT-NVY", "Số:3*/SYT-NVY"})
    EXPECT_EQ(joined(number_in(text, written("3916", 0.9, 150, 80))), "Số: 3916/SYT-NVY") << text;
}

TEST(HandWords, TheWordCarriesItsGuessesAndWhatTheEngineSaw) {
  const auto words = number_in("Số: 39l6 /QĐ-BYT", written("3916", 0.9, 150, 80));
  ASSERT_EQ(words.size(), 2U);
  EXPECT_TRUE(words[1].by_hand);
  EXPECT_EQ(words[1].raw, "39l6/QĐ-BYT");
  ASSERT_EQ(words[1].guesses.size(), 2U);
  EXPECT_EQ(words[1].guesses[1].text, "93916/QĐ-BYT");
  EXPECT_NEAR(words[1].confidence, 0.9 * 0.9, 1e-9) << "digits and notation both";
}

TEST(HandWords, WhatTheNetDoubtsStaysAsTheEngineHadIt) {
  const auto words = number_in("Số: 39l6 /QĐ-BYT", written("3916", 0.4, 150, 80));
  EXPECT_EQ(joined(words), "Số: 39l6/QĐ-BYT");
  EXPECT_EQ(words[1].guesses[0].text, "3916/QĐ-BYT");
}

TEST(HandWords, PrintedDigitsKeepTheirText) {
  const auto words = number_in("Số: 342/SYT-NVY", written("347", 0.7, 140, 30, 0.0));
  EXPECT_EQ(joined(words), "Số: 342/SYT-NVY");
  EXPECT_FALSE(words[1].by_hand);
}

TEST(HandWords, LettersAmongPrintedDigitsGiveWay) {
  const DateRuns runs{written("15", 0.99, 200, 30, 0.0), written("11", 0.99, 320, 20, 0.0),
                      written("2014", 0.97, 400, 40, 0.0)};
  EXPECT_EQ(joined(date_in("Hà Nội, ngày 15 tháng l1 năm 2O14", runs)),
            "Hà Nội, ngày 15 tháng 11 năm 2014");
  EXPECT_EQ(joined(date_in("Hà Nội, ngày 15 tháng 12 năm 2011", runs)),
            "Hà Nội, ngày 15 tháng 12 năm 2011")
      << "digits that the engine is sure of stay";
}

TEST(HandWords, TheAnchorGetsItsMarks) {
  EXPECT_EQ(joined(number_in("Só:2ô/TB-STTTT", written("20", 0.9, 150, 30))), "Số: 20/TB-STTTT");
}

TEST(HandWords, APartyNumberKeepsItsDash) {
  EXPECT_EQ(joined(number_in("Số 3b8-CV/BPTT", written("368", 0.9, 130, 40))), "Số 368-CV/BPTT");
}

TEST(HandWords, WithoutGuessesNothingChanges) {
  EXPECT_EQ(joined(number_in("Số: A5/ /SYT-NVY", {})), "Số: A5/ /SYT-NVY");
  EXPECT_EQ(joined(date_in("Hà Nội, ngày )( tháng 9 năm 2017", {})),
            "Hà Nội, ngày )( tháng 9 năm 2017");
}

TEST(HandWords, TheDateIsPutTogetherFromPrintAndPen) {
  const DateRuns runs{written("14", 0.99, 200, 30), written("9", 0.99, 320, 20),
                      written("2017", 0.99, 400, 40, 0.0)};
  for (const char* text : {"Hà Nội, ngày )( tháng £ năm 2017", "Hà Nội, ngày tháng năm 2017",
                           "Hà Nội, ngàyÊ£tháng!Ö năm 2017", "Hà Nội, r:zày-tháng 3 năm 2017"})
    EXPECT_EQ(joined(date_in(text, runs)), "Hà Nội, ngày 14 tháng 9 năm 2017") << text;
}

TEST(HandWords, AnAnchorThatTheStrokesSwallowedIsPutBack) {
  const DateRuns runs{written("14", 0.99, 200, 30), written("9", 0.99, 320, 20),
                      written("2017", 0.99, 400, 40, 0.0)};
  for (const char* text : {"Hà Nội, ngày 1£ năm 2017", "Hà Nội, ngày 1£ tháng 2017"})
    EXPECT_EQ(joined(date_in(text, runs)), "Hà Nội, ngày 14 tháng 9 năm 2017") << text;
}

TEST(HandWords, StrokesSeenAsWordsGoWithTheirPlace) {
  std::vector<Line> lines = {line_of("Số: A5/ /SYT-NVY", 100, 50), line_of("| /", 170, 52),
                             line_of("V/v báo cáo", 100, 100)};
  const std::vector<Word> before = lines[0].words;
  Word digits = lines[0].words[1];
  digits.text = "3916/SYT-NVY";
  digits.by_hand = true;
  digits.box = {140, 50, 150, 20};
  replace_words(lines, before, {before[0], digits});
  EXPECT_EQ(text_of(lines), "Số: 3916/SYT-NVY\nV/v báo cáo\n");
}

}  // namespace
}  // namespace vanthu
