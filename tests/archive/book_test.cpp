// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/arrive.h"
#include "archive/assign.h"
#include "pipeline/error.h"
#include "support.h"

namespace vanthu {
namespace {

class BookTest : public ::testing::Test {
 protected:
  test::TempDir dir_;
  Archive archive_ = test::fresh_archive(dir_ / "kho");
  std::vector<std::string> ids_;

  BookTest() {
    for (const char* what : {"a", "b", "c"}) {
      ids_.push_back(archive_
                         .keep({std::string(what) + ".pdf", test::pdf(what)},
                               test::reading_of(test::pdf(what)), "lan")
                         .dispatches.at(0)
                         .id);
      arrive(archive_, ids_.back(), on("2026-03-09"));
    }
  }
  static ArriveAsk on(const std::string& day, int number = 0) { return {"", "lan", day, number}; }
  static CloseAsk close(int first, int last) { return {"2026", "", first, last, "", "lan", false}; }
  Register now() const {
    std::vector<Fault> faults;
    return make_register(archive_, {"2026-01-01", "2026-12-31", "", false}, faults);
  }
};

TEST_F(BookTest, WhatIsSetStandsInItsColumns) {
  EXPECT_TRUE(assign(archive_, ids_[0], {"Phòng VX", "2026-03-10", "gấp", {}}, "lan"));
  EXPECT_FALSE(assign(archive_, ids_[0], {"Phòng VX", {}, {}, {}}, "lan"));
  const RegisterRow row = now().rows[0];
  EXPECT_EQ(row.cells[6], "Phòng VX");
  EXPECT_EQ(row.cells[7], "10/03/2026");
  EXPECT_EQ(row.cells[9], "gấp");
  EXPECT_EQ(archive_.history(ids_[0]).size(), 3U);
  EXPECT_EQ(archive_.audit(ids_[0]).back().detail,
            "receiver: (none) -> Phòng VX; passed_on: (none) -> 2026-03-10; note: (none) -> gấp");
  assign(archive_, ids_[0], {"", {}, {}, {}}, "lan");
  EXPECT_EQ(now().rows[0].cells[6], "");
}

TEST_F(BookTest, OnlyAnAttachmentIsDetached) {
  EXPECT_THROW(assign(archive_, ids_[0], {{}, {}, {}, true}, "lan"), Error);
  Reading reading = test::reading_of(test::pdf("d"));
  reading.dispatches.push_back(test::dispatch(reading.sha256, 2, 2));
  reading.dispatches[1].attached_to = reading.dispatches[0].id;
  archive_.keep({"d.pdf", test::pdf("d")}, reading, "lan");
  const std::size_t rows = now().rows.size();
  assign(archive_, reading.dispatches[1].id, {{}, {}, {}, true}, "lan");
  EXPECT_EQ(now().rows.size(), rows + 1);
  assign(archive_, reading.dispatches[1].id, {{}, {}, {}, false}, "lan");
  EXPECT_EQ(now().rows.size(), rows);
}

TEST_F(BookTest, AClosedBookNeverChangesAndTellsWhatDiffers) {
  close_book(archive_, close(0, 2));
  archive_.correct(ids_[0], "subject", "khác hẳn", "lan");
  const Register after = now();
  EXPECT_EQ(after.rows[0].cells[5], "CÔNG VĂN: triển khai Kế hoạch khuyến học");
  ASSERT_EQ(after.changed.size(), 1U);
  EXPECT_EQ(after.changed[0].number, 1);
  EXPECT_EQ(after.changed[0].column, 5U);
  EXPECT_EQ(after.changed[0].now, "CÔNG VĂN: khác hẳn");
}

TEST_F(BookTest, AnUnchangedBookHasNoDifference) {
  close_book(archive_, close(0, 0));
  EXPECT_TRUE(now().changed.empty());
  EXPECT_EQ(now().rows.size(), 3U);
}

TEST_F(BookTest, ItsNumbersCannotBeGivenChangedOrCancelled) {
  close_book(archive_, close(1, 2));
  EXPECT_THROW(cancel_number(archive_, 1, "2026", "nhầm", on("")), NumberClosed);
  EXPECT_THROW(arrive(archive_, ids_[0], on("2026-03-09", 9)), NumberClosed);
  EXPECT_THROW(enter_row(archive_, {{"subject", "x"}}, on("2026-03-09", 2)), NumberTaken);
  EXPECT_EQ(arrive(archive_, ids_[2], on("2026-03-09", 9)).number, 9) << "3 is not in it";
}

TEST_F(BookTest, ANumberMissingInItIsNotGivenLater) {
  arrive(archive_, ids_[2], on("2026-03-09", 9));
  EXPECT_THROW(close_book(archive_, close(1, 9)), Error);
  CloseAsk ask = close(1, 9);
  ask.with_gaps = true;
  close_book(archive_, ask);
  EXPECT_THROW(enter_row(archive_, {{"subject", "x"}}, on("2026-03-09", 5)), NumberClosed);
  EXPECT_THROW(cancel_number(archive_, 5, "2026", "nhầm", on("")), NumberClosed);
  EXPECT_EQ(enter_row(archive_, {{"subject", "x"}}, on("2026-03-09")).number, 10);
}

TEST_F(BookTest, BooksFollowEachOtherAndDoNotOverlap) {
  EXPECT_EQ(close_book(archive_, close(0, 2)).volume, "1");
  EXPECT_THROW(close_book(archive_, close(2, 3)), Error);
  const ClosedBook second = close_book(archive_, close(0, 0));
  EXPECT_EQ(second.volume, "2");
  EXPECT_EQ(second.first, 3);
  EXPECT_THROW(close_book(archive_, close(0, 0)), Error) << "nothing is left to close";
  EXPECT_THROW(close_book(archive_, close(4, 90)), Error);
}

TEST_F(BookTest, ABookComesBackFromTheObjectsAlone) {
  const ClosedBook book = close_book(archive_, close(0, 0));
  archive_.rebuild("lan");
  ASSERT_EQ(closed_books(archive_, "2026").size(), 1U);
  EXPECT_EQ(to_json(closed_books(archive_, "2026")[0]), to_json(book));
  EXPECT_TRUE(archive_.verify().empty());
}

}  // namespace
}  // namespace vanthu
