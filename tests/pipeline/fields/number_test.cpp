// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/number.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "paper.h"
#include "pipeline/fields/fields.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using fields::parse_number_row;

Field number_of(const sheet::Letter& letter, const std::string& file = "scan.pdf") {
  return understand({sheet::set(letter).page()}, file).dispatches.at(0).number;
}

TEST(NumberRow, StateAndPartyFormsComeApart) {
  struct Case {
    const char *text, *digits, *notation;
    bool party;
  };
  for (const Case& one :
       {Case{"Số: 15/QĐ-BNV", "15", "QĐ-BNV", false},
        Case{"Số 368-CV/BPTT", "368", "CV/BPTT", true},
        Case{"Số: 169 /KH-KHVN", "169", "KH-KHVN", false},
        Case{"Sô: 30/2020/NĐ-CP", "30", "2020/NĐ-CP", false},
        Case{"SÓ: 02 /SYT-GAVI", "02", "SYT-GAVI", false},
        Case{"Số286/TB-KCN", "286", "TB-KCN", false}, Case{"Số: 55- TB/ĐTN", "55", "TB/ĐTN", true},
        Case{"Luật số: 45/2019/QH14", "45", "2019/QH14", false},
        Case{"Số: 66.7/2025/NQ-CP", "66.7", "2025/NQ-CP", false},
        Case{"Số: 12a/UBND- KSTTHC", "12a", "UBND-KSTTHC", false},
        Case{"Số 5053-CV/VPTW/nb", "5053", "CV/VPTW/nb", true}}) {
    const auto parts = parse_number_row(to_u32(one.text));
    EXPECT_EQ(parts.digits, one.digits) << one.text;
    EXPECT_EQ(parts.notation, one.notation) << one.text;
    EXPECT_EQ(parts.joint == fields::Joint::dash, one.party) << one.text;
  }
}

TEST(NumberRow, FormsOfBefore1997ComeApart) {
  using fields::Joint;
  struct Case {
    const char *text, *digits, *notation;
    Joint joint;
    const char* whole;
  };
  for (const Case& one : {Case{"Số: 12 QĐ/UB", "12", "QĐ/UB", Joint::none, "12QĐ/UB"},
                          Case{"Số 416 NN/LT", "416", "NN/LT", Joint::none, "416NN/LT"},
                          Case{"Số: 386 CV/UB", "386", "CV/UB", Joint::none, "386CV/UB"},
                          Case{"Số: 327-CT", "327", "CT", Joint::dash, "327-CT"},
                          Case{"Số 123-TTg", "123", "TTg", Joint::dash, "123-TTg"},
                          Case{"Số: 01/CP", "01", "CP", Joint::slash, "01/CP"}}) {
    const auto parts = parse_number_row(to_u32(one.text));
    EXPECT_EQ(parts.digits, one.digits) << one.text;
    EXPECT_EQ(parts.notation, one.notation) << one.text;
    EXPECT_EQ(parts.joint, one.joint) << one.text;
    EXPECT_EQ(fields::whole_number(parts.digits, parts.notation, parts.joint), one.whole);
  }
  EXPECT_EQ(parse_number_row(U"Số: 4l cv/UB").notation, "CV/UB");
  EXPECT_EQ(parse_number_row(U"So 37 Q0/TC").notation, "QD/TC");
  EXPECT_EQ(parse_number_row(U"So: Of cV/UB").notation, "CV/UB");
  EXPECT_EQ(parse_number_row(U"Số: l QĐ/UB").notation, "QĐ/UB") << "the digits were not seen";
}

// 115 by hand comes out of the engine as "MS", 80 as "BC".
TEST(NumberRow, StrokesReadAsCapitalsAreNoOldKind) {
  for (const char* text : {"Số: MS/SYT-NVY", "Số: BC/SYT-NVY", "Số: lJ4B/SYT-NVY"}) {
    const auto parts = parse_number_row(to_u32(text));
    EXPECT_EQ(parts.notation, "SYT-NVY") << text;
    EXPECT_EQ(parts.joint, fields::Joint::slash) << text;
  }
}

TEST(NumberRow, ScribbleIsNoNumberButTheNotationStands) {
  for (const char* text :
       {"Số: |4 ‡7/GM-TB", "Só:{f#J/SYT-NVY", "Số:2ô/TB-STTTT", "Số: J0TB-KCN", "Số: /GM-UBND"}) {
    const auto parts = parse_number_row(to_u32(text));
    EXPECT_TRUE(parts.digits.empty()) << text;
    EXPECT_FALSE(parts.notation.empty()) << text;
  }
}

TEST(Number, PrintedDigitsAreGiven) {
  const Field number = number_of({});
  EXPECT_EQ(number.value, "342/SYT-NVY");
  EXPECT_EQ(number.status, Status::read);
  EXPECT_LT(number.confidence, kTrusted) << "print alone is never certain";
}

TEST(Number, DoubtfulDigitsStayEmptyWithNotationBoxAndCandidates) {
  sheet::Sheet sheet = sheet::set({.number = ""});
  sheet.word(500, 462, "Số:1987/SYT-NVY", 0.4);
  const Field number = understand({sheet.page()}, "1987-syt-nvy.pdf").dispatches.at(0).number;
  EXPECT_EQ(number.value, std::nullopt);
  EXPECT_EQ(number.status, Status::handwritten);
  EXPECT_EQ(number.raw, "Số:1987/SYT-NVY");
  ASSERT_FALSE(number.boxes.empty());
  EXPECT_LT(number.boxes[0].w, 200) << "the gap alone, not the row";
  ASSERT_FALSE(number.evidence.empty());
  EXPECT_EQ(number.evidence[0].value, "/SYT-NVY");
  ASSERT_FALSE(number.candidates.empty());
  EXPECT_EQ(number.candidates[0].value, "1987/SYT-NVY");
}

TEST(Number, DigitsTallerThanThePrintBesideThemAreHandwriting) {
  sheet::Sheet sheet = sheet::set({.number = ""});
  sheet.at(500, 462, "Số: 342 /SYT-NVY", 0.95);
  OcrPage page = sheet.page();
  EXPECT_EQ(understand({page}, "a.pdf").dispatches[0].number.value, "342/SYT-NVY");
  page.lines.back().words[1].box.h *= 2;
  EXPECT_EQ(understand({page}, "a.pdf").dispatches[0].number.value, std::nullopt);
}

TEST(Number, DigitsThatTouchSoAreHandwritingHoweverSureTheEngine) {
  sheet::Sheet sheet = sheet::set({.number = ""});
  sheet.at(500, 462, "Số:44/CT-UBND", 0.95);
  EXPECT_EQ(understand({sheet.page()}, "a.pdf").dispatches[0].number.value, std::nullopt);
}

TEST(Number, AnOfficesNameThatBeginsLikeSoIsNoNumberRow) {
  const Dispatch d = understand({sheet::set({.number = ""}).page()}, "a.pdf").dispatches[0];
  EXPECT_EQ(d.number.status, Status::missing);
  EXPECT_EQ(d.issuer.value, "SỞ Y TẾ");
}

TEST(Number, NeverComesOutOfTheBody) {
  sheet::Letter letter;
  letter.number.clear();
  letter.body =
      "Số 12/QĐ-UBND ngày 20/8/2019 và Kế hoạch số 169/KH-KHVN của Hội. Số: 44/2014/TT-BGDĐT được "
      "sửa đổi.";
  EXPECT_EQ(number_of(letter).value, std::nullopt);
}

TEST(Number, TheSubjectsNumberIsNotTheDispatchs) {
  sheet::Letter letter;
  letter.v_v = {"V/v thực hiện Kế hoạch số", "169/KH-KHVN ngày 20/8/2019"};
  EXPECT_EQ(number_of(letter).value, "342/SYT-NVY");
}

// A number row whose digits the net read: "Số:" and one word with guesses.
Field number_by_hand(const std::vector<Guess>& guesses, const std::string& engine,
                     const std::string& file = "scan.pdf", bool by_hand = true,
                     const std::string& body = {}) {
  sheet::Letter letter;
  letter.number.clear();
  if (!body.empty()) letter.body = body;
  sheet::Sheet sheet = sheet::set(letter);
  sheet.at(500, 462, "Số: " + guesses.front().text, 0.9);
  OcrPage page = sheet.page();
  Word& word = page.lines.back().words.back();
  word.by_hand = by_hand;
  word.guesses = guesses;
  word.raw = engine == word.text ? "" : engine;
  return understand({page}, file).dispatches.at(0).number;
}

TEST(NumberByHand, ASureReadingIsGiven) {
  const Field number = number_by_hand({{"3916/QĐ-BYT", 0.97}, {"3910/QĐ-BYT", 0.02}}, "/QĐ-BYT");
  EXPECT_EQ(number.value, "3916/QĐ-BYT");
  EXPECT_EQ(number.status, Status::handwritten);
  EXPECT_NEAR(number.confidence, 0.97, 0.01);
  ASSERT_FALSE(number.candidates.empty());
  EXPECT_EQ(number.candidates[0].value, "3910/QĐ-BYT");
  EXPECT_TRUE(std::any_of(number.evidence.begin(), number.evidence.end(),
                          [](const Evidence& one) { return one.source == "digits"; }));
}

TEST(NumberByHand, AGuessIsACandidateAndNoValue) {
  const Field number =
      number_by_hand({{"1104/KH-SYT", 0.44}, {"1134/KH-SYT", 0.42}}, "4419)/KH-SYT");
  EXPECT_EQ(number.value, std::nullopt);
  EXPECT_EQ(number.status, Status::handwritten);
  ASSERT_EQ(number.candidates.size(), 2U);
  EXPECT_EQ(number.candidates[0].value, "1104/KH-SYT");
}

TEST(NumberByHand, WhatTheEngineSawSpeaksToo) {
  const std::vector<Guess> guesses = {{"1104/KH-SYT", 0.44}, {"1134/KH-SYT", 0.42}};
  EXPECT_EQ(number_by_hand(guesses, "1134/KH-SYT").value, "1134/KH-SYT");
  EXPECT_LT(number_by_hand({{"20/KH-SYT", 0.7}}, "26/KH-SYT").confidence, 0.7);
}

TEST(NumberByHand, TheFilesNameChoosesAmongCandidatesOnly) {
  const std::vector<Guess> guesses = {{"1104/KH-SYT", 0.44}, {"1134/KH-SYT", 0.42}};
  EXPECT_EQ(number_by_hand(guesses, "/KH-SYT", "1134-kh-syt.pdf").value, "1134/KH-SYT");
  EXPECT_EQ(number_by_hand(guesses, "/KH-SYT", "1834-kh-syt.pdf").value, std::nullopt);
  EXPECT_EQ(number_by_hand(guesses, "/KH-SYT", "scan 1134.pdf").value, "1134/KH-SYT");
}

TEST(NumberByHand, TheAnnexThatNamesItsPaperSpeaksForIt) {
  const std::vector<Guess> guesses = {{"1104/KH-SYT", 0.44}, {"1134/KH-SYT", 0.42}};
  const std::string own = "Danh sách kèm theo Kế hoạch số 1134/KH-SYT ngày 27/3/2018 của Sở Y tế.";
  const std::string other = "Thực hiện Kế hoạch số 1130/KH-SYT ngày 20/3/2018 của Sở Y tế.";
  EXPECT_EQ(number_by_hand(guesses, "/KH-SYT", "a.pdf", true, own).value, "1134/KH-SYT");
  EXPECT_EQ(number_by_hand(guesses, "/KH-SYT", "a.pdf", true, other).value, std::nullopt);
}

// A number by hand before an annex that opens with `says`.
Field number_with_annex(const std::vector<Guess>& guesses, const std::string& says) {
  sheet::Letter letter;
  letter.number.clear();
  sheet::Sheet first = sheet::set(letter);
  first.at(500, 462, "Số: " + (guesses.empty() ? "##/SYT-NVY" : guesses.front().text), 0.9);
  OcrPage page = first.page();
  page.lines.back().words.back().by_hand = true;
  page.lines.back().words.back().guesses = guesses;
  sheet::Sheet annex(2);
  annex.centred(1300, 240, "PHỤ LỤC").centred(1300, 320, says);
  annex.body(500, "Danh sách các đơn vị tham gia.");
  return understand({page, annex.page()}, "a.pdf").dispatches.at(0).number;
}

TEST(NumberByHand, TheAnnexNamesANumberTheNetLost) {
  const std::string says = "(Kèm theo Công văn số 342/SYT-NVY ngày 27/3/2018 của Sở Y tế)";
  const Field lost = number_with_annex({}, says);
  EXPECT_EQ(lost.value, "342/SYT-NVY");
  EXPECT_EQ(lost.status, Status::inferred);
  EXPECT_LT(lost.confidence, kTrusted) << "alone it is no proof";
  EXPECT_EQ(lost.evidence.back().source, "annex");
  const Field chosen = number_with_annex({{"347/SYT-NVY", 0.5}, {"342/SYT-NVY", 0.4}}, says);
  EXPECT_EQ(chosen.value, "342/SYT-NVY");
  EXPECT_EQ(chosen.status, Status::handwritten);
}

TEST(NumberByHand, AnAnnexOfAnotherPaperNamesNothing) {
  for (const char* says : {"(Kèm theo Công văn số 342/SYT-NVY ngày 27/4/2018 của Sở Y tế)",
                           "(Kèm theo Công văn số 342/SYT-TCCB ngày 27/3/2018 của Sở Y tế)",
                           "(Thực hiện Công văn số 342/SYT-NVY ngày 27/3/2018 của Sở Y tế)"})
    EXPECT_EQ(number_with_annex({}, says).value, std::nullopt) << says;
}

TEST(Number, TheFilesNameMakesNoCandidate) {
  sheet::Sheet sheet = sheet::set({.number = ""});
  sheet.word(500, 462, "Số:/SYT-NVY", 0.4);
  const Field number = understand({sheet.page()}, "1987-syt-nvy.pdf").dispatches.at(0).number;
  EXPECT_EQ(number.value, std::nullopt);
  EXPECT_TRUE(number.candidates.empty());
}

TEST(NumberByHand, TheIssuersOwnCodeConfirmsTheNotation) {
  const auto doubted_print = [](const std::string& code) {
    sheet::Letter letter;
    letter.number.clear();
    sheet::Sheet sheet = sheet::set(letter);
    sheet.at(500, 462, "Số: 342/" + code, 0.3);
    OcrPage page = sheet.page();
    Word& word = page.lines.back().words.back();
    word.by_hand = true;
    word.raw = "/" + code;
    word.guesses = {{"342/" + code, 0.99}};
    return understand({page}, "a.pdf").dispatches.at(0).number;
  };
  const Field own = doubted_print("SYT-TCCB"), other = doubted_print("YT-TCCB");
  EXPECT_GT(own.confidence, other.confidence);
  EXPECT_GE(own.confidence, kTrusted);
  EXPECT_LT(other.confidence, kTrusted) << "SỞ Y TẾ has no such code";
  EXPECT_TRUE(std::any_of(own.evidence.begin(), own.evidence.end(),
                          [](const Evidence& one) { return one.source == "issuer"; }));
}

TEST(NumberByHand, PrintThatNetAndEngineReadAlikeIsCertain) {
  const Field number =
      number_by_hand({{"342/SYT-NVY", 0.96}, {"34/SYT-NVY", 0.02}}, "342/SYT-NVY", "a.pdf", false);
  EXPECT_EQ(number.value, "342/SYT-NVY");
  EXPECT_EQ(number.status, Status::read);
  EXPECT_GE(number.confidence, kTrusted);
}

TEST(NumberRow, StrokesAtTheSlashAreNoLettersOfTheNotation) {
  EXPECT_EQ(parse_number_row(to_u32("Số: 45/ZZBC-SYT")).notation, "BC-SYT");
  EXPECT_EQ(parse_number_row(to_u32("Số: 57/Z3/STC-TCHC")).notation, "STC-TCHC");
  EXPECT_EQ(parse_number_row(to_u32("Số: 51/QĐĐ-UBND")).notation, "QĐ-UBND");
  EXPECT_EQ(parse_number_row(to_u32("Số: 12/CT/UB")).notation, "CT/UB") << "an old form";
  EXPECT_EQ(parse_number_row(to_u32("Số: 48/2017/TT-BYT")).notation, "2017/TT-BYT");
  EXPECT_EQ(parse_number_row(to_u32("Số 53-CV/VPTW/nb")).notation, "CV/VPTW/nb");
}

TEST(NumberRow, CapitalsAtTheEndBelongToTheNotation) {
  EXPECT_EQ(parse_number_row(to_u32("Số: 02 /SYT-GA VI")).notation, "SYT-GAVI");
  EXPECT_EQ(parse_number_row(to_u32("Số: 02/SYT-GAVI Hà Nội")).notation, "SYT-GAVI");
}

}  // namespace
}  // namespace vanthu
