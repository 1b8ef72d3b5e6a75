// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/typed.h"

#include <gtest/gtest.h>

#include "archive/review.h"
#include "pipeline/error.h"
#include "support.h"

namespace vanthu {
namespace {

TypedRow row(const std::string& field, const std::string& value) {
  TypedRow out;
  out.list = "kệ 3.csv";
  out.line = 2;
  out.by = "lan";
  out.shelf = {{"box", "15"}, {"STT", "1"}};
  out.fields = {{field, value}};
  return out;
}

Dispatch& first(Reading& reading) { return reading.dispatches.front(); }

TEST(Typed, ComesBackFromItsFile) {
  const std::vector<TypedRow> rows = {row("number", "1/A"), row("date", "2019-09-09")};
  EXPECT_EQ(typed_from_json(to_json(rows)), rows);
  EXPECT_THROW(typed_from_json("[]"), Error);
}

TEST(Typed, WhereTheMachineAgreesTheFieldIsTrusted) {
  Reading reading = test::reading_of("x");
  first(reading).number = test::read_as("3795/UBND-VXNV", 0.6);
  weigh_typed(reading, row("number", "3795/UBND-VXNV"));
  EXPECT_GE(first(reading).number.confidence, kTrusted);
  EXPECT_EQ(first(reading).number.evidence.back().source, "list");
}

TEST(Typed, WhereTheyDifferNothingIsOverwrittenAndAClerkDecides) {
  Reading reading = test::reading_of("x");
  weigh_typed(reading, row("number", "3796/UBND-VXNV"));
  const Field& number = first(reading).number;
  EXPECT_EQ(number.value, "3795/UBND-VXNV");
  EXPECT_EQ(number.candidates.front().value, "3796/UBND-VXNV");
  EXPECT_LT(number.confidence, kTrusted);
  EXPECT_EQ(doubts_of(first(reading)).front().field, std::string("number"));
}

TEST(Typed, WhatTheMachineHasNotIsTakenFromTheList) {
  Reading reading = test::reading_of("x");
  first(reading).signer = {};
  weigh_typed(reading, row("signer", "Lê Văn Bình"));
  EXPECT_EQ(first(reading).signer.value, "Lê Văn Bình");
  EXPECT_EQ(first(reading).signer.status, Status::inferred);
  EXPECT_LT(first(reading).signer.confidence, kTrusted);
}

TEST(Typed, TwiceIsAsOnce) {
  Reading once = test::reading_of("x");
  weigh_typed(once, row("number", "3796/UBND-VXNV"));
  Reading twice = once;
  weigh_typed(twice, row("number", "3796/UBND-VXNV"));
  EXPECT_EQ(once, twice);
}

TEST(Typed, StaysBesideACorrectionAndALaterReading) {
  const test::TempDir dir;
  Archive archive = test::fresh_archive(dir / "kho");
  const std::string bytes = test::pdf("a");
  const Reading reading = test::reading_of(bytes);
  archive.keep({"a.pdf", bytes}, reading, "lan");
  archive.add_typed(reading.sha256, row("subject", "Về khuyến học"));
  archive.add_typed(reading.sha256, row("subject", "Về khuyến học"));
  const std::string id = first(const_cast<Reading&>(reading)).id;
  EXPECT_EQ(archive.history(id).size(), 2U) << "said once";
  archive.correct(id, "subject", "khuyến học", "mai");
  Reading fresh = reading;
  first(fresh).type = test::read_as("KẾ HOẠCH");
  archive.update(fresh, "better", "lan");
  Reading now = archive.newest_reading(reading.sha256);
  EXPECT_EQ(first(now).subject.value, "khuyến học");
  EXPECT_EQ(first(now).type.value, "KẾ HOẠCH");
  ASSERT_EQ(archive.typed(reading.sha256).size(), 1U);
  EXPECT_EQ(archive.typed(reading.sha256)[0].shelf, row("subject", "").shelf);
  EXPECT_EQ(archive.verify(), std::vector<Fault>{});
}

}  // namespace
}  // namespace vanthu
