// SPDX-License-Identifier: GPL-3.0-or-later
// The book of incoming dispatches, as a clerk keeps it every morning.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/archive/support.h"
#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;

struct Office : Place {
  Office() {
    must({"init"});
    for (unsigned seed : {1u, 2u, 3u}) {
      const std::string name = std::to_string(seed) + ".png";
      must({"import", scan(name, seed)});
    }
    const Json list = json({"list", "--sort", "id"});
    for (const Json& row : list["dispatches"]) ids.push_back(row["id"]);
  }
  // The arrival numbers of the register, in its order.
  std::vector<std::string> numbers() const {
    std::vector<std::string> out;
    const Json rows = book()["rows"];
    for (const Json& row : rows)
      if (row["cells"][1] != "") out.push_back(row["cells"][1]);
    return out;
  }
  Json book() const { return json({"register", "--from", "1/1/2026", "--to", "31/12/2026"}); }
  std::vector<std::string> ids;
};

TEST(Arrive, GivesTheNextNumbersInTheOrderTyped) {
  const Office office;
  const std::string said =
      office.must({"arrive", office.ids[2], office.ids[0], "--day", "9/3/2026"});
  EXPECT_THAT(said, HasSubstr(office.ids[2] + ": arrival number 1, 2026-03-09"));
  EXPECT_THAT(said, HasSubstr(office.ids[0] + ": arrival number 2, 2026-03-09"));
  const Json next = office.json({"arrive", office.ids[1], "--day", "10/3/2026"});
  EXPECT_EQ(next["arrived"][0]["number"], 3);
  EXPECT_EQ(office.numbers(), (std::vector<std::string>{"1", "2", "3"}));
}

TEST(Arrive, IsTheSameWhenItIsAskedTwice) {
  const Office office;
  office.must({"arrive", office.ids[0], "--day", "9/3/2026"});
  EXPECT_THAT(office.must({"arrive", office.ids[0]}), HasSubstr("has arrival number 1 already"));
}

TEST(Arrive, ATakenNumberIsOneClearError) {
  const Office office;
  office.must({"arrive", office.ids[0], "--day", "9/3/2026", "--number", "7"});
  const Finished again =
      office.run({"arrive", office.ids[1], "--day", "9/3/2026", "--number", "7"});
  EXPECT_EQ(again.code, 64);
  EXPECT_THAT(again.err, HasSubstr("arrival number 7 of 2026 is taken: " + office.ids[0]));
}

TEST(Arrive, EntersAPaperThatIsNotScannedAndFindsIt) {
  const Office office;
  office.must({"arrive", "--without-scan", "issuer=Sở Y tế", "number=15/SYT-VP", "date=1/3/2026",
               "subject=mời họp giao ban", "--day", "9/3/2026"});
  const Json row = office.book()["rows"][0];
  EXPECT_EQ(row["cells"][2], "Sở Y tế");
  EXPECT_EQ(row["cells"][4], "01/03/2026");
  EXPECT_THAT(std::string(row["cells"][9]), HasSubstr("không có bản quét"));
  EXPECT_EQ(office.json({"search", "giao ban"})["hits"].size(), 1U);
}

TEST(Arrive, TellsOfAPaperEnteredBefore) {
  const Office office;
  const Arguments paper = {"arrive",        "--without-scan", "issuer=Sở Y tế", "number=15/SYT-VP",
                           "date=1/3/2026", "--day",          "9/3/2026"};
  office.must(paper);
  EXPECT_THAT(office.run(paper).err, HasSubstr("The same dispatch more than once"));
}

TEST(Arrive, CancelsANumberWithAReason) {
  const Office office;
  office.must({"arrive", office.ids[0], "--day", "9/3/2026"});
  EXPECT_EQ(office.run({"arrive", "--cancel", "2", "--year", "2026"}).code, 64);
  office.must({"arrive", "--cancel", "2", "--year", "2026", "--reason", "đóng dấu nhầm"});
  EXPECT_EQ(office.json({"arrive", office.ids[1], "--day", "9/3/2026"})["arrived"][0]["number"], 3);
  const Json rows = office.book()["rows"];
  EXPECT_EQ(rows[1]["cancelled"], true);
  EXPECT_EQ(rows[1]["cells"][9], "ĐÃ HỦY SỐ: đóng dấu nhầm");
  EXPECT_EQ(office.book()["gaps"].size(), 0U);
}

TEST(Arrive, NothingIsGivenUnlessEveryIdIsKnown) {
  const Office office;
  EXPECT_EQ(office.run({"arrive", office.ids[0], "ffffffffffff.1", "--day", "9/3/2026"}).code, 67);
  EXPECT_EQ(office.run({"arrive", office.ids[0], "--day", "30/2/2026"}).code, 64);
  EXPECT_EQ(office.run({"arrive"}).code, 64);
  EXPECT_EQ(office.run({"arrive", office.ids[0], office.ids[1], "--number", "4"}).code, 64);
  EXPECT_TRUE(office.numbers().empty());
}

TEST(Arrive, TheBookComesBackFromTheObjectsAlone) {
  const Office office;
  office.must({"arrive", office.ids[0], office.ids[1], "--day", "9/3/2026"});
  office.must({"arrive", "--cancel", "3", "--year", "2026", "--reason", "nhầm"});
  const Json before = office.book();
  for (const char* part : {"/catalogue.sqlite", "/catalogue.sqlite-wal", "/catalogue.sqlite-shm"})
    std::filesystem::remove(office.archive() + part);
  office.must({"reindex", "--catalogue"});
  EXPECT_EQ(office.book(), before);
  office.must({"verify"});
}

TEST(Assign, SetsOneByOneAndByTheRangeOfNumbers) {
  const Office office;
  office.must({"arrive", office.ids[0], office.ids[1], office.ids[2], "--day", "9/3/2026"});
  office.must({"assign", office.ids[0], "note=gấp"});
  EXPECT_THAT(office.must({"assign", "--from", "1", "--to", "2", "--year", "2026",
                           "đơn vị=Phòng Văn xã", "ngày chuyển=10/3/2026"}),
              HasSubstr("Set: 2 dispatches"));
  const Json rows = office.book()["rows"];
  EXPECT_EQ(rows[0]["cells"][6], "Phòng Văn xã");
  EXPECT_EQ(rows[1]["cells"][7], "10/03/2026");
  EXPECT_EQ(rows[2]["cells"][6], "");
  EXPECT_THAT(std::string(rows[0]["cells"][9]), testing::StartsWith("gấp"));
  const Json show = office.json({"show", office.ids[0]});
  EXPECT_EQ(show["register"][0]["receiver"], "Phòng Văn xã");
  office.must({"register", "--from", "1/1/2026", "-o", office.path("so.html")});
  EXPECT_THAT(content(office.path("so.html")), HasSubstr("Phòng Văn xã"));
}

TEST(Assign, SaysWhatIsNotUnderstoodBeforeAnythingIsSet) {
  const Office office;
  EXPECT_EQ(office.run({"assign", office.ids[0]}).code, 64);
  EXPECT_EQ(office.run({"assign", office.ids[0], "note=a", "colour=red"}).code, 64);
  EXPECT_EQ(office.run({"assign", office.ids[0], "passed=ngày mai"}).code, 64);
  EXPECT_EQ(office.run({"assign", office.ids[0], "--from", "1", "--to", "2", "note=a"}).code, 64);
  EXPECT_EQ(office.run({"assign", "--from", "1", "--to", "2", "note=a"}).code, 67);
  EXPECT_EQ(office.json({"show", office.ids[0]})["versions"].size(), 1U);
}

TEST(Detach, IsForAttachmentsAlone) {
  const Office office;
  EXPECT_EQ(office.run({"detach", office.ids[0]}).code, 64);
  EXPECT_EQ(office.run({"detach", "ffffffffffff.1"}).code, 67);
}

TEST(Detach, GivesAnAttachmentARowOfItsOwn) {
  const Office office;
  std::string attached;
  {
    Archive archive = Archive::open(office.archive(), {Mode::write});
    Reading reading = test::reading_of(png_page(9), "kem.png");
    reading.dispatches.push_back(test::dispatch(reading.sha256, 2, 1));
    reading.dispatches[1].attached_to = reading.dispatches[0].id;
    attached = reading.dispatches[1].id;
    archive.keep({"kem.png", png_page(9)}, reading, "lan");
  }
  const auto rows = [&] { return office.json({"register"})["rows"].size(); };
  EXPECT_EQ(rows(), 4U);
  office.must({"detach", attached});
  EXPECT_EQ(rows(), 5U);
  office.must({"detach", attached, "--undo"});
  EXPECT_EQ(rows(), 4U);
}

TEST(ClosedBook, WhatStandsInTheWayIsSaidInTheLanguageChosen) {
  Office office;
  office.environment["LANG"] = "vi_VN.UTF-8";
  office.must({"arrive", office.ids[0], "--day", "9/3/2026"});
  office.must({"arrive", office.ids[1], "--day", "9/3/2026", "--number", "3"});
  const auto said = [&](Arguments more) {
    Arguments line = {"register", "--close", "--year", "2026"};
    line.insert(line.end(), more.begin(), more.end());
    return office.run(line).err;
  };
  EXPECT_THAT(said({}), HasSubstr("còn số chưa có dòng: 2"));
  EXPECT_THAT(said({"--last", "9"}), HasSubstr("không có những số ấy để khóa: 1-9"));
  office.must({"register", "--close", "--year", "2026", "--last", "1"});
  EXPECT_THAT(said({"--first", "1", "--last", "1"}), HasSubstr("quyển đã khóa: quyển 1"));
  EXPECT_THAT(said({"--first", "3", "--volume", "1"}), HasSubstr("quyển ấy của năm đã khóa: 1"));
}

TEST(ClosedBook, PrintsItsRowsAndWhatDiffersSince) {
  const Office office;
  office.must({"arrive", office.ids[0], office.ids[1], "--day", "9/3/2026"});
  EXPECT_THAT(office.must({"register", "--close", "--year", "2026"}),
              HasSubstr("Volume 1 of 2026 is closed: numbers 1 to 2, 2 rows."));
  office.must({"correct", office.ids[0], "issuer=Sở Y tế"});
  const Json book = office.json({"register", "--year", "2026", "--volume", "1"});
  EXPECT_EQ(book["rows"][0]["cells"][2], "");
  EXPECT_EQ(book["changed_since_closed"][0]["now"], "Sở Y tế");
  EXPECT_EQ(office.book()["rows"][0]["cells"][2], "") << "nor does a printing by days change it";
  const Finished printed = office.run({"register", "--year", "2026", "--volume", "1"});
  EXPECT_THAT(printed.err, HasSubstr("Different since the book was closed"));
  office.must({"register", "--year", "2026", "--volume", "1", "-o", office.path("q1.html")});
  EXPECT_THAT(content(office.path("q1.html")), HasSubstr("Từ số 1 đến số 2. Quyển số 1"));
  EXPECT_EQ(office.run({"register", "--year", "2026", "--volume", "9"}).code, 67);
  EXPECT_EQ(office.run({"arrive", "--cancel", "1", "--year", "2026", "--reason", "x"}).code, 64);
  EXPECT_EQ(office.run({"register", "--close", "--year", "2026"}).code, 64);
  office.must({"verify"});
}

}  // namespace
}  // namespace vanthu::e2e
