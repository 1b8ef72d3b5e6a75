// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/link.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/arrive.h"
#include "archive/assign.h"
#include "archive/book.h"
#include "pipeline/error.h"
#include "support.h"

namespace vanthu {
namespace {

using test::code_of;

class LinkTest : public ::testing::Test {
 protected:
  std::string keep(const std::string& what) {
    return archive_.keep({what + ".pdf", test::pdf(what)}, test::reading_of(test::pdf(what)), "lan")
        .dispatches.at(0)
        .id;
  }
  bool link(const std::string& id, const char* relation, const std::string& target) {
    return add_link(archive_, {id, relation, target, "", ""}, "lan");
  }
  std::vector<std::string> in_the_register() const {
    std::vector<Fault> faults;
    std::vector<std::string> out;
    for (const RegisterRow& row :
         make_register(archive_, {"2020-01-01", "2999-12-31", "", false}, faults).rows)
      out.push_back(row.id);
    return out;
  }

  test::TempDir dir_;
  Archive archive_ = test::fresh_archive(dir_ / "kho");
  std::string a_ = keep("a"), b_ = keep("b"), c_ = keep("c");
};

TEST_F(LinkTest, ALinkIsToldFromBothEndsAndSurvivesTheCatalogue) {
  EXPECT_TRUE(link(b_, kReplaces, a_));
  EXPECT_FALSE(link(b_, kReplaces, a_)) << "said already";
  EXPECT_EQ(archive_.history(b_).size(), 2U);
  archive_.rebuild("lan");
  ASSERT_EQ(archive_.links_from(b_).size(), 1U);
  EXPECT_EQ(archive_.links_from(b_)[0].target, a_);
  EXPECT_EQ(archive_.links_from(b_)[0].by, "lan");
  EXPECT_EQ(archive_.links_to(a_), archive_.links_from(b_));
  EXPECT_EQ(archive_.links_called(kReplaces), archive_.links_from(b_));
  EXPECT_TRUE(archive_.links_from(a_).empty());
  EXPECT_EQ(archive_.verify(), std::vector<Fault>{});
  EXPECT_EQ(archive_.audit(b_).back().what, "link");
}

TEST_F(LinkTest, ALinkThatIsTakenAwayStaysInTheHistoryAlone) {
  link(b_, kReplaces, a_);
  EXPECT_TRUE(remove_link(archive_, {b_, kReplaces, a_, "", ""}, "hoa"));
  EXPECT_FALSE(remove_link(archive_, {b_, kReplaces, a_, "", ""}, "hoa"));
  EXPECT_TRUE(archive_.links_to(a_).empty());
  EXPECT_EQ(archive_.history(b_).size(), 3U);
  EXPECT_EQ(archive_.verify(), std::vector<Fault>{});
}

TEST_F(LinkTest, NothingGoesRoundInACircle) {
  link(b_, kContinues, a_);
  link(c_, kContinues, b_);
  EXPECT_EQ(code_of([&] { link(a_, kContinues, c_); }), Code::usage);
  EXPECT_EQ(code_of([&] { link(a_, kContinues, a_); }), Code::usage);
  EXPECT_TRUE(link(a_, kReplaces, c_)) << "another relation is another thing";
}

TEST_F(LinkTest, WhatIsNotThereIsNotLinked) {
  EXPECT_EQ(code_of([&] { link(a_, kContinues, "ffffffffffff.1"); }), Code::not_found);
  EXPECT_EQ(code_of([&] { link(a_, "likes", b_); }), Code::usage);
  EXPECT_EQ(archive_.history(a_).size(), 1U);
}

TEST_F(LinkTest, AContinuationAndAnAnnexHaveNoRowOfTheirOwn) {
  link(b_, kContinues, a_);
  link(c_, kAnnexOf, a_);
  EXPECT_THAT(in_the_register(), testing::ElementsAre(a_));
  arrive(archive_, c_, {"", "lan", "2026-03-09", 0});
  EXPECT_THAT(in_the_register(), testing::UnorderedElementsAre(a_, c_)) << "it has a number";
}

TEST_F(LinkTest, ABetterScanHasItsRow) {
  link(b_, kReplaces, a_);
  EXPECT_EQ(in_the_register().size(), 3U);
}

TEST_F(LinkTest, AScanThatComesLaterTakesOverTheRowEnteredWithoutIt) {
  const std::string row =
      enter_row(archive_, {{"subject", "mời họp"}}, {"", "lan", "2026-03-09", 7}).id;
  assign(archive_, row, {"Phòng VX", {}, {}, {}}, "lan");
  link(a_, kReplaces, row);
  EXPECT_THAT(in_the_register(), testing::Contains(row)) << "the number is not handed on yet";
  EXPECT_THROW(arrive(archive_, b_, {"", "lan", "2026-03-10", 7}), NumberTaken);
  const Arrived taken = arrive(archive_, a_, {"", "lan", "", 0});
  EXPECT_EQ(taken.number, 7);
  EXPECT_EQ(taken.day, "2026-03-09");
  EXPECT_EQ(archive_.entries(archive_.row(a_).sha256).at(0).receiver, "Phòng VX");
  EXPECT_THAT(in_the_register(), testing::UnorderedElementsAre(a_, b_, c_));
  EXPECT_EQ(arrive(archive_, b_, {"", "lan", "2026-03-10", 0}).number, 8);
  EXPECT_EQ(archive_.verify(), std::vector<Fault>{});
}

TEST_F(LinkTest, ALinkedPaperOutlivesAnotherReadingOfItsFile) {
  link(b_, kAnnexOf, a_);
  Reading fresh = test::reading_of(test::pdf("b"));
  fresh.dispatches.clear();
  archive_.update(fresh, "reread", "lan");
  EXPECT_EQ(archive_.row(b_).id, b_);
}

TEST_F(LinkTest, VerifySeesLinksThatTheCatalogueTellsOtherwise) {
  link(b_, kReplaces, a_);
  const std::string sha256 = archive_.row(b_).sha256;
  archive_.catalogue().put({archive_.document(b_), archive_.newest_reading(sha256)});
  const std::vector<Fault> faults = archive_.verify();
  ASSERT_EQ(faults.size(), 1U);
  archive_.repair(faults, "lan");
  EXPECT_EQ(archive_.links_to(a_).size(), 1U);
}

}  // namespace
}  // namespace vanthu
