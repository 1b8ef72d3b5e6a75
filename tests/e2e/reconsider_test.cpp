// SPDX-License-Identifier: GPL-3.0-or-later
// The pass over an archive of readings that an engine would have made: what it writes, what it
// leaves, and that doing it twice says the same as once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/archive.h"
#include "archive/digest.h"
#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;

Field sure(const std::string& value) {
  Field out;
  out.value = value;
  out.confidence = 0.98;
  out.status = Status::read;
  return out;
}

struct Shelf : Place {
  Shelf() {
    must({"init"});
    keep(1, sure("1050/SYT-NVY"), "2018-03-15");
    keep(2, sure("1130/SYT-NVY"), "2018-04-06");
    Field number;
    number.status = Status::handwritten;
    number.candidates = {{"1104/SYT-NVY", 0.44}, {"1184/SYT-NVY", 0.42}};
    id = keep(3, number, "2018-03-27");
  }

  // Of one page; returns the id of its dispatch.
  std::string keep(unsigned seed, const Field& number, const std::string& date) {
    const Scan scan{std::to_string(seed) + ".png", png_page(seed)};
    Reading reading;
    reading.file = scan.name;
    reading.sha256 = sha256_hex(scan.bytes);
    reading.pages.resize(1);
    Dispatch one;
    one.id = reading.sha256.substr(0, 12) + ".1";
    one.pages = {1};
    one.number = number;
    one.date = sure(date);
    one.issuer = sure("SỞ Y TẾ");
    one.parent = sure("UBND TỈNH KIÊN GIANG");
    reading.dispatches = {one};
    Archive::open(archive(), {.mode = Mode::write}).keep(scan, reading, "Lan");
    return one.id;
  }

  Json number() const { return json({"show", id})["dispatch"]["number"]; }
  std::size_t versions() const { return json({"show", id})["versions"].size(); }
  std::string id;
};

TEST(Reconsider, WritesANewVersionThatNamesItsEvidence) {
  const Shelf shelf;
  const Json said = shelf.json({"reconsider"});
  EXPECT_EQ(said["documents"], 1);
  EXPECT_EQ(said["changes"][0]["after"]["value"], "1104/SYT-NVY");
  EXPECT_EQ(shelf.number()["value"], "1104/SYT-NVY");
  EXPECT_LT(shelf.number()["confidence"].get<double>(), 0.9);
  EXPECT_THAT(shelf.number()["evidence"].dump(), HasSubstr("1050 2018-03-15"));
  EXPECT_EQ(shelf.versions(), 2u);
  EXPECT_THAT(shelf.must({"search", "1104/SYT-NVY"}), HasSubstr(shelf.id)) << "and is found by it";
  EXPECT_THAT(shelf.must({"verify"}), testing::Not(HasSubstr("CAT")));
}

TEST(Reconsider, TwiceSaysTheSameAsOnce) {
  const Shelf shelf;
  shelf.must({"reconsider"});
  const Json once = shelf.number();
  EXPECT_EQ(shelf.json({"reconsider"})["documents"], 0);
  EXPECT_EQ(shelf.number(), once);
  EXPECT_EQ(shelf.versions(), 2u);
}

TEST(Reconsider, ADryRunWritesNothing) {
  const Shelf shelf;
  EXPECT_THAT(shelf.must({"reconsider", "--dry-run"}), HasSubstr("1104/SYT-NVY"));
  EXPECT_EQ(shelf.versions(), 1u);
}

TEST(Reconsider, WhatAPersonSetStaysAndIsAGround) {
  Shelf shelf;
  shelf.must({"correct", shelf.id, "number=1184/SYT-NVY", "--by", "Lan"});
  EXPECT_EQ(shelf.json({"reconsider"})["documents"], 0);
  EXPECT_EQ(shelf.number()["value"], "1184/SYT-NVY");
  EXPECT_EQ(shelf.number()["status"], "corrected");
}

TEST(Reconsider, AGroundThatWasWrongIsTakenBack) {
  const Shelf shelf;
  shelf.must({"reconsider"});
  const Json list = shelf.json({"list"});
  for (const Json& one : list["dispatches"])
    if (one["number"] == "1050/SYT-NVY")
      shelf.must({"correct", one["id"].get<std::string>(), "date=2017-03-15"});
  shelf.must({"reconsider"});
  EXPECT_TRUE(shelf.number()["value"].is_null()) << "as the file alone said";
}

}  // namespace
}  // namespace vanthu::e2e
