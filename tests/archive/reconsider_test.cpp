// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive may say of a number and a date, and what it may not.
#include "archive/reconsider.h"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

Field sure(const std::string& value, double confidence = 0.98) {
  Field out;
  out.value = value;
  out.confidence = confidence;
  out.status = Status::read;
  return out;
}

Field doubted(std::vector<Candidate> candidates) {
  Field out;
  out.status = Status::handwritten;
  out.candidates = std::move(candidates);
  return out;
}

Dispatch paper(const std::string& id, Field number, Field date) {
  Dispatch out;
  out.id = id;
  out.number = std::move(number);
  out.date = std::move(date);
  out.issuer = sure("SỞ Y TẾ");
  out.parent = sure("UBND TỈNH KIÊN GIANG");
  return out;
}

Dispatch known(const std::string& id, int serial, const std::string& date) {
  return paper(id, sure(std::to_string(serial) + "/SYT-NVY"), sure(date));
}

Citation cite_of(const std::string& date, const std::string& issuer) {
  Citation out;
  out.number = "1184/SYT-NVY";
  out.date = date;
  out.issuer = issuer;
  return out;
}

Dispatch citing(const std::string& id, const Citation& cite) {
  Dispatch out = paper(id, sure("9/PYT-TH"), sure("2018-05-01"));
  out.issuer = sure("PHÒNG Y TẾ");
  out.parent = sure("UBND HUYỆN AN BIÊN");
  out.cites = {cite};
  return out;
}

// 1104 or 1184 of 27 March, and neither likelier than all else.
Dispatch doubtful() {
  return paper("d.1", doubted({{"1104/SYT-NVY", 0.44}, {"1184/SYT-NVY", 0.42}}),
               sure("2018-03-27"));
}

Concluded with(const Dispatch& asked, const std::vector<Dispatch>& others) {
  Asked about;
  ask_about(asked, about);
  ArchiveKnows knows;
  for (const Dispatch& one : others) remember(one, about, knows);
  remember(asked, about, knows);
  return reconsider(asked, knows);
}

TEST(Serial, IsTheNumberBeforeItsNotation) {
  EXPECT_EQ(serial_of("342/SYT-NVY").serial, 342);
  EXPECT_EQ(serial_of("342/SYT-NVY").notation, "/SYT-NVY");
  EXPECT_EQ(serial_of("49-KL/TW").notation, "-KL/TW");
  EXPECT_EQ(serial_of("12a/KH-SYT").serial, 12);
  for (const char* none : {"", "342", "SYT", "/SYT", "12345678/SYT", "66.7/2025/NQ-CP"})
    EXPECT_EQ(serial_of(none).serial, 0) << none;
}

TEST(Reconsider, TheNeighboursInTheSeriesChoose) {
  const Field number =
      with(doubtful(), {known("a.1", 1050, "2018-03-15"), known("b.1", 1130, "2018-04-06")}).number;
  EXPECT_EQ(number.value, "1104/SYT-NVY");
  EXPECT_LT(number.confidence, kTrusted) << "never alone enough";
  EXPECT_EQ(number.status, Status::handwritten);
  ASSERT_TRUE(reconsidered(number));
  EXPECT_EQ(number.evidence[0].value, "1104/SYT-NVY (1050 2018-03-15, 1130 2018-04-06)");
}

TEST(Reconsider, ASeriesThatIsNoneSaysNothing) {
  const Dispatch asked = doubtful();
  EXPECT_EQ(with(asked, {known("a.1", 1050, "2018-03-15")}).number, asked.number) << "one side";
  EXPECT_EQ(
      with(asked, {known("a.1", 1190, "2018-03-15"), known("b.1", 1050, "2018-04-06")}).number,
      asked.number)
      << "it does not rise";
  EXPECT_EQ(
      with(asked, {known("a.1", 1050, "2017-03-15"), known("b.1", 1130, "2017-04-06")}).number,
      asked.number)
      << "another year";
  Dispatch other = known("b.1", 1130, "2018-04-06");
  other.parent = sure("UBND TỈNH AN GIANG");
  EXPECT_EQ(with(asked, {known("a.1", 1050, "2018-03-15"), other}).number, asked.number)
      << "another province";
}

TEST(Reconsider, OnlyWhatIsKnownIsAGround) {
  Dispatch weak = known("b.1", 1130, "2018-04-06");
  weak.number.confidence = 0.85;
  const Dispatch asked = doubtful();
  EXPECT_EQ(with(asked, {known("a.1", 1050, "2018-03-15"), weak}).number, asked.number);
  weak.number.corrected = Correction{"Lan", "2026-01-01"};
  EXPECT_TRUE(with(asked, {known("a.1", 1050, "2018-03-15"), weak}).number.value) << "typed";
}

TEST(Reconsider, ACitingPaperNamesTheNumber) {
  const Citation cite = cite_of("2018-03-27", "Sở Y tế tỉnh Kiên Giang");
  const Field number = with(doubtful(), {citing("c.1", cite)}).number;
  EXPECT_EQ(number.value, "1184/SYT-NVY");
  EXPECT_LT(number.confidence, kTrusted);
  ASSERT_TRUE(reconsidered(number));
  EXPECT_EQ(number.evidence[0].source, "cited_by");
}

TEST(Reconsider, ACitationOfAnotherDayOrOfficeNamesNothing) {
  const Dispatch asked = doubtful();
  for (const Citation& cite : {cite_of("2018-04-27", "Sở Y tế tỉnh Kiên Giang"),
                               cite_of("2018-03-27", "Sở Xây dựng"), cite_of("2018-03-27", "")})
    EXPECT_EQ(with(asked, {citing("c.1", cite)}).number, asked.number);
}

TEST(Reconsider, APaperIsNoWitnessOfItself) {
  Dispatch asked = doubtful();
  asked.cites = {cite_of("2018-03-27", "Sở Y tế")};
  EXPECT_EQ(with(asked, {}).number, asked.number);
}

TEST(Reconsider, TheDayTooByItsNumber) {
  const Dispatch asked =
      paper("d.1", sure("1120/SYT-NVY"), doubted({{"2018-03-27", 0.45}, {"2018-03-07", 0.42}}));
  const Field date =
      with(asked, {known("a.1", 1095, "2018-03-20"), known("b.1", 1130, "2018-04-06"),
                   known("e.1", 1010, "2018-03-02")})
          .date;
  EXPECT_EQ(date.value, "2018-03-27");
  EXPECT_LT(date.confidence, kTrusted);
}

TEST(Reconsider, WhatWasReadForSureOrTypedStays) {
  Dispatch asked = known("d.1", 1184, "2018-03-27");
  const std::vector<Dispatch> others = {known("a.1", 1050, "2018-03-15"),
                                        known("b.1", 1130, "2018-04-06")};
  EXPECT_EQ(with(asked, others).number, asked.number);
  asked.number = doubted({});
  asked.number.corrected = Correction{"Lan", "2026-01-01"};
  EXPECT_EQ(with(asked, others).number, asked.number) << "typed: it has none";
}

}  // namespace
}  // namespace vanthu
