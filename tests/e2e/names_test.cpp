// SPDX-License-Identifier: GPL-3.0-or-later
// Names as they come from other people's machines.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::vector<std::string> kNames = {
    "công văn số 3795.png", "it's \"quoted\".png", "-j.png",    "two\nlines.png",
    "red\x1b[31m.png",      "bad\xff\xfe.png",     "a{}b%s.png"};

TEST(Names, OfEveryKindAreKeptAndComeBack) {
  const Place place;
  place.must({"init"});
  unsigned seed = 1;
  for (const std::string& name : kNames) place.scan("in/" + name, seed++);
  const std::vector<Json> lines = place.json_lines({"import", place.path("in")});
  ASSERT_EQ(lines.size(), kNames.size() + 1);
  place.must({"verify"});
  const Json list = place.json({"list"});
  for (const Json& row : list["dispatches"]) {
    const std::string name = place.json({"show", row["id"]})["document"]["file"];
    EXPECT_THAT(name, HasSubstr(".png"));
  }
}

TEST(Names, ThatAreNotUtf8AreGivenInHexToo) {
  const Place place;
  place.must({"init"});
  const std::vector<Json> lines = place.json_lines({"import", place.scan("bad\xff.png")});
  EXPECT_THAT(lines[0]["path_bytes"], HasSubstr("626164ff2e706e67"));
}

TEST(Names, NeverReachTheTerminalRaw) {
  const Place place;
  place.must({"init"});
  const std::string bad = place.write("x\x1b[31m\xff\n.png", "no scan");
  const Finished finished = place.run({"import", bad});
  EXPECT_EQ(finished.code, 1);
  for (const std::string& said : {finished.out, finished.err}) {
    EXPECT_THAT(said, Not(HasSubstr("\x1b")));
    EXPECT_THAT(said, Not(HasSubstr("\xff")));
  }
  const Finished read = place.run({"read", bad});
  EXPECT_EQ(read.code, 65);
  EXPECT_THAT(read.err, Not(HasSubstr("\x1b")));
  EXPECT_EQ(std::count(read.err.begin(), read.err.end(), '\n'), 2) << read.err;
}

TEST(Names, ThatLookLikeOptionsAreExplained) {
  const Place place;
  place.scan("-thu.png");
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(place.path(""));
  const Finished bare = place.run({"read", "-thu.png"});
  const Finished after = place.run({"read", "--", "-thu.png"});
  std::filesystem::current_path(before);
  EXPECT_EQ(bare.code, 64);
  EXPECT_THAT(bare.err, HasSubstr("./-thu.png"));
  EXPECT_EQ(after.code, 0) << after.err;
}

TEST(Names, OfTheArchiveItselfMayBeUnusual) {
  Place place;
  place.environment["VANTHU_ARCHIVE"] = place.path("kho 'của' tôi {}");
  place.must({"init"});
  place.must({"import", place.scan("a.png")});
  place.must({"search", "so:1"});
  place.must({"verify"});
}

}  // namespace
}  // namespace vanthu::e2e
