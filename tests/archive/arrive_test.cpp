// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/arrive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/catalogue_sql.h"
#include "archive/register.h"
#include "support.h"

namespace vanthu {
namespace {

using testing::ElementsAre;

ArriveAsk on(const std::string& day, int number = 0) { return {"", "lan", day, number}; }

class ArriveTest : public ::testing::Test {
 protected:
  test::TempDir dir_;
  Archive archive_ = test::fresh_archive(dir_ / "kho");

  std::string kept(const std::string& what, Reading reading) {
    return archive_.keep({what + ".pdf", test::pdf(what)}, reading, "lan").dispatches.at(0).id;
  }
  std::string kept(const std::string& what) {
    return kept(what, test::reading_of(test::pdf(what)));
  }
  // A paper on which our own stamp says the number.
  std::string stamped(const std::string& what, const std::string& number, double confidence = 0.99,
                      const std::string& receiver = "SỞ Y TẾ") {
    Reading reading = test::reading_of(test::pdf(what));
    Stamp stamp;
    stamp.receiver = test::read_as(receiver);
    stamp.number = test::read_as(number, confidence);
    stamp.date = test::read_as("2026-03-02");
    reading.dispatches[0].stamps = {stamp};
    return kept(what, reading);
  }
  std::vector<std::string> numbers(const std::string& year) const {
    RegisterMaker maker({year + "-01-01", year + "-12-31", "", false});
    archive_.for_each_reading([&](const Reading& reading, const auto&) {
      maker.add(reading, "2026-03-09T02:00:00Z", archive_.entries(reading.sha256));
    });
    std::vector<std::string> out;
    for (const RegisterRow& row : maker.finish().rows) out.push_back(row.cells[1]);
    return out;
  }
};

TEST_F(ArriveTest, NumbersFollowEachOtherWithinTheirYear) {
  EXPECT_EQ(arrive(archive_, kept("a"), on("2026-03-09")).number, 1);
  EXPECT_EQ(arrive(archive_, kept("b"), on("2026-03-09")).number, 2);
  EXPECT_EQ(arrive(archive_, kept("c"), on("2027-01-04")).number, 1);
  EXPECT_EQ(arrive(archive_, kept("d"), on("2026-12-31")).number, 3);
  EXPECT_THAT(numbers("2026"), ElementsAre("1", "2", "3"));
}

TEST_F(ArriveTest, CountsOurOwnStampsAndNoOthers) {
  stamped("a", "2093");
  stamped("b", "9000", 0.99, "CỤC THUẾ");
  ArriveAsk ask = on("2026-03-09");
  ask.agency = "Sở Y tế";
  EXPECT_EQ(arrive(archive_, kept("c"), ask).number, 2094);
}

TEST_F(ArriveTest, SaysWhenTheNumberBeforeWasReadInDoubt) {
  const std::string id = stamped("a", "20931", 0.5);
  const Arrived next = arrive(archive_, kept("b"), on("2026-03-09"));
  EXPECT_EQ(next.number, 20932);
  EXPECT_EQ(next.doubtful, id);
}

TEST_F(ArriveTest, APaperKeepsItsNumber) {
  const std::string id = kept("a");
  arrive(archive_, id, on("2026-03-09"));
  const Arrived again = arrive(archive_, id, on(""));
  EXPECT_TRUE(again.had);
  EXPECT_EQ(again.number, 1);
  EXPECT_EQ(archive_.history(id).size(), 2U);
  EXPECT_TRUE(arrive(archive_, stamped("b", "7"), on("")).had);
}

TEST_F(ArriveTest, ATypedNumberGoesBeforeTheStamp) {
  const std::string id = stamped("a", "20931", 0.5);
  EXPECT_EQ(arrive(archive_, id, on("", 2093)).number, 2093);
  EXPECT_EQ(arrive(archive_, kept("b"), on("2026-03-09")).number, 2094);
  EXPECT_THAT(numbers("2026"), ElementsAre("2093", "2094"));
}

TEST_F(ArriveTest, AnotherDayOfTheYearLeavesTheNumber) {
  const std::string id = kept("a");
  arrive(archive_, id, on("2026-03-09", 5));
  EXPECT_EQ(arrive(archive_, id, on("2026-03-10")).number, 5);
  EXPECT_EQ(archive_.entries(archive_.row(id).sha256).at(0).day, "2026-03-10");
}

TEST_F(ArriveTest, NoNumberIsGivenTwiceInAYear) {
  const std::string a = kept("a"), b = kept("b");
  arrive(archive_, a, on("2026-03-09", 5));
  try {
    arrive(archive_, b, on("2026-03-10", 5));
    FAIL();
  } catch (const NumberTaken& taken) {
    EXPECT_EQ(taken.holder, a);
  }
  EXPECT_EQ(archive_.history(b).size(), 1U);
  EXPECT_EQ(arrive(archive_, b, on("2027-03-10", 5)).number, 5);
}

TEST_F(ArriveTest, ARowWithoutAScanIsADocumentOfItsOwn) {
  const Arrived row =
      enter_row(archive_, {{"issuer", "SỞ Y TẾ"}, {"number", "15/SYT-VP"}, {"date", "2026-03-01"}},
                on("2026-03-09"));
  EXPECT_EQ(row.number, 1);
  EXPECT_EQ(archive_.row(row.id).issuer, "SỞ Y TẾ");
  EXPECT_TRUE(archive_.row(row.id).doubtful.empty());
  EXPECT_TRUE(archive_.verify().empty());
  EXPECT_EQ(arrive(archive_, kept("a"), on("2026-03-09")).number, 2);
}

TEST_F(ArriveTest, ARowWithoutAScanMayNotBeSecret) {
  EXPECT_THROW(enter_row(archive_, {{"subject", "x"}, {"secret", "MẬT"}}, on("2026-03-09")), Error);
  EXPECT_EQ(archive_.counts().documents, 0);
}

TEST_F(ArriveTest, ACancelledNumberKeepsItsRowAndIsNeverGivenAgain) {
  const std::string a = kept("a");
  arrive(archive_, a, on("2026-03-09"));
  cancel_number(archive_, 2, "2026", "đóng dấu nhầm", on(""));
  EXPECT_EQ(arrive(archive_, kept("b"), on("2026-03-10")).number, 3);
  EXPECT_THAT(numbers("2026"), ElementsAre("1", "2", "3"));
  EXPECT_THROW(arrive(archive_, kept("c"), on("2026-03-10", 2)), NumberTaken);
  EXPECT_TRUE(cancel_number(archive_, 2, "2026", "lần nữa", on("")).had);
}

TEST_F(ArriveTest, APaperWhoseNumberIsCancelledGetsAnother) {
  const std::string a = kept("a");
  arrive(archive_, a, on("2026-03-09"));
  cancel_number(archive_, 1, "2026", "cho nhầm", on(""));
  EXPECT_EQ(arrive(archive_, a, on("2026-03-09")).number, 2);
  EXPECT_THAT(numbers("2026"), ElementsAre("1", "2"));
}

TEST_F(ArriveTest, WhatAPaperBearsOrHasNotComeIsNotCancelled) {
  stamped("a", "7");
  EXPECT_THROW(cancel_number(archive_, 7, "2026", "nhầm", on("")), NumberTaken);
  EXPECT_THROW(cancel_number(archive_, 70, "2026", "nhầm", on("")), NumberAhead);
}

TEST_F(ArriveTest, TheBookOutlivesTheCatalogueACorrectionAndAnotherReading) {
  const std::string a = kept("a");
  arrive(archive_, a, on("2026-03-09", 41));
  enter_row(archive_, {{"subject", "mời họp"}}, on("2026-03-09"));
  cancel_number(archive_, 43, "2026", "nhầm", on(""));
  archive_.correct(a, "subject", "mới", "lan");
  Reading fresh = test::reading_of(test::pdf("a"));
  fresh.dispatches.clear();  // a later engine sees no paper there any more
  archive_.update(fresh, "reread", "lan");
  archive_.rebuild("lan");
  EXPECT_THAT(numbers("2026"), ElementsAre("41", "42", "43"));
  EXPECT_TRUE(archive_.verify().empty());
}

TEST_F(ArriveTest, AnAttachmentWithANumberHasItsOwnRow) {
  Reading reading = test::reading_of(test::pdf("a"));
  reading.dispatches.push_back(test::dispatch(reading.sha256, 2, 2));
  reading.dispatches[1].attached_to = reading.dispatches[0].id;
  arrive(archive_, kept("a", reading), on("2026-03-09"));
  EXPECT_THAT(numbers("2026"), ElementsAre("1"));
  arrive(archive_, reading.dispatches[1].id, on("2026-03-09"));
  EXPECT_THAT(numbers("2026"), ElementsAre("1", "2"));
}

// As the version before left it: without these tables.
void take_back_to_step_one(const std::string& catalogue) {
  soci::session sql(soci::sqlite3, "db=\"" + catalogue + "\"");
  for (const char* table : {"register", "stamps", "wanting", "links"})
    sql << std::string("DROP TABLE ") + table;
  sql << "DELETE FROM schema_steps WHERE version > 1";
}

TEST_F(ArriveTest, AnOlderArchiveIsBroughtUpToDateFromItsObjects) {
  stamped("a", "2093");
  {
    const test::TempDir other;
    archive_ = test::fresh_archive(other / "kho");  // closes the first
  }
  take_back_to_step_one(dir_ / "kho/catalogue.sqlite");
  EXPECT_THROW(Archive::open(dir_ / "kho", {Mode::read}), Error);
  archive_ = Archive::open(dir_ / "kho", {Mode::write});
  EXPECT_TRUE(archive_.verify().empty());
  EXPECT_EQ(arrive(archive_, kept("b"), on("2026-03-09")).number, 2094);
}

TEST_F(ArriveTest, VerifySeesABookThatTheCatalogueTellsOtherwise) {
  const std::string a = kept("a");
  arrive(archive_, a, on("2026-03-09"));
  const std::string sha256 = archive_.row(a).sha256;
  archive_.catalogue().put({archive_.document(a), archive_.newest_reading(sha256)});
  const std::vector<Fault> faults = archive_.verify();
  ASSERT_EQ(faults.size(), 1U);
  archive_.repair(faults, "lan");
  EXPECT_EQ(archive_.entries(sha256).size(), 1U);
}

}  // namespace
}  // namespace vanthu
