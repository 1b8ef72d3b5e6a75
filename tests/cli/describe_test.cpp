// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/describe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/support.h"

namespace vanthu::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

Field read_as(const std::string& value, double confidence) {
  Field field;
  field.value = value;
  field.confidence = confidence;
  field.status = Status::read;
  return field;
}

Dispatch paper() {
  Dispatch d;
  d.id = "1f3a9c07b2de.1";
  d.pages = {1, 2, 4};
  d.number = read_as("3795/UBND-VXNV", 0.98);
  d.date = read_as("2019-09-09", 0.61);
  d.issuer.candidates = {{"UBND", 0.4}};
  return d;
}

TEST(Describe, ASureValueStandsAlone) {
  const Speaking english(Language::en);
  EXPECT_THAT(describe(paper(), Detail::brief), HasSubstr("3795/UBND-VXNV\n"));
}

TEST(Describe, ADoubtfulValueIsMarked) {
  const Speaking english(Language::en);
  EXPECT_THAT(describe(paper(), Detail::brief), HasSubstr("2019-09-09 ?  61 %"));
}

TEST(Describe, AGuessIsShownAsOne) {
  const Speaking english(Language::en);
  EXPECT_THAT(describe(paper(), Detail::brief), HasSubstr("— ?  perhaps UBND (40 %)"));
}

TEST(Describe, WhatThePaperHasNotIsLeftOutOfTheBriefForm) {
  const Speaking english(Language::en);
  EXPECT_THAT(describe(paper(), Detail::brief), Not(HasSubstr("Drafter")));
  EXPECT_THAT(describe(paper(), Detail::full), HasSubstr("Drafter"));
}

TEST(Describe, ThePurposeOfACopyIsSaidOnce) {
  const Speaking english(Language::en);
  Dispatch d = paper();
  d.copies = {{read_as("Tỉnh ủy (b/c)", 0.95), "b/c", ""}, {read_as("UBND tỉnh", 0.95), "b/c", ""}};
  EXPECT_THAT(describe(d, Detail::brief), HasSubstr("Tỉnh ủy (b/c); UBND tỉnh (b/c)\n"));
}

TEST(Describe, AValueOfSeveralLinesStandsOnOne) {
  const Speaking english(Language::en);
  Dispatch d = paper();
  d.signer_title = read_as("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", 0.95);
  EXPECT_THAT(describe(d, Detail::brief), HasSubstr("KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC\n"));
}

TEST(Describe, EvidenceThatOnlyRepeatsTheValueIsNotSaidTwice) {
  const Speaking english(Language::en);
  Dispatch d = paper();
  d.number.evidence = {{"print", "3795/UBND-VXNV", 0.9}};
  EXPECT_THAT(describe(d, Detail::full), Not(HasSubstr("evidence")));
  d.number.evidence.push_back({"citation", "3795", 0.9});
  EXPECT_THAT(describe(d, Detail::full), HasSubstr("evidence: citation: 3795\n"));
}

TEST(Describe, NothingOfAPaperReachesTheTerminalRaw) {
  Dispatch d = paper();
  d.subject = read_as("x\x1b[31m", 0.95);
  d.number.raw = "\x07";
  for (const Detail detail : {Detail::brief, Detail::full}) {
    EXPECT_THAT(describe(d, detail), Not(HasSubstr("\x1b")));
    EXPECT_THAT(describe(d, detail), Not(HasSubstr("\x07")));
  }
}

TEST(Describe, PagesAreRanges) {
  EXPECT_EQ(page_list({1, 2, 4}), "1-2, 4");
  EXPECT_EQ(page_list({3}), "3");
  EXPECT_EQ(page_list({}), "");
}

TEST(Describe, ConfidenceIsNeverRoundedUpToCertainty) {
  EXPECT_EQ(percent(0.999), "99 %");
  EXPECT_EQ(percent(1), "100 %");
  EXPECT_EQ(percent(0.57), "57 %");
}

TEST(Describe, TheTableMarksDoubtAndShowsTheLikeliestGuess) {
  const Speaking english(Language::en);
  DispatchRow row;
  row.id = "1f3a9c07b2de.1";
  row.date = "2019-09-09";
  row.issuer = "UBND";
  row.doubtful = {"number", "date", "subject"};
  ReviewRow review;
  review.dispatch = row.id;
  review.doubt.field = "number";
  review.doubt.candidates = {{"3795/UBND-VXNV", 0.6}, {"3796/UBND-VXNV", 0.2}};
  EXPECT_THAT(dispatch_table({row}, {review}, 0),
              HasSubstr("1f3a9c07b2de.1  (3795/UBND-VXNV) ?  2019-09-09 ?  UBND    ?\n"));
}

}  // namespace
}  // namespace vanthu::cli
