// SPDX-License-Identifier: GPL-3.0-or-later
// Another version of the program is played by leaving out a step of the reading, which its readings
// tell of.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;

TEST(Reread, WritesANewVersionInWhichCorrectionsStand) {
  Place place;
  place.must({"init"});
  place.must({"import", place.scan("a.png", 1)});
  const std::string id = place.json({"list"})["dispatches"][0]["id"];
  place.must({"correct", id, "number=12/UBND-VX"});
  place.environment["VANTHU_WITHOUT"] = "deskew";
  EXPECT_EQ(place.json({"reread", "--all"})["changed"], 1);
  EXPECT_EQ(place.json({"show", id})["dispatch"]["number"]["value"], "12/UBND-VX");
  const Json after = Json::parse(place.must({"get", id, "--reading"}));
  EXPECT_THAT(after["made_by"].dump(), HasSubstr("deskew"));
  const Json first = Json::parse(place.must({"get", id, "--reading", "--version", "1"}));
  EXPECT_NE(first["made_by"], after["made_by"]) << "the older reading is still there";
  place.must({"verify"});
  EXPECT_THAT(place.must({"search", "so:12/UBND-VX"}), HasSubstr("12/UBND-VX"));
}

TEST(Reread, WhatThisVersionReadIsPassedOver) {
  Place place;
  place.must({"init"});
  for (unsigned n = 0; n < 3; ++n) place.scan("in/" + std::to_string(n) + ".png", n);
  place.must({"import", place.path("in")});
  const Json done = place.json({"reread", "--all", "-j", "1"});
  EXPECT_EQ(done["same"], 1) << "the first tells what this version calls itself";
  EXPECT_EQ(done["passed_over"], 2);
  EXPECT_EQ(done["changed"], 0);
}

TEST(Reread, AFileThatCannotBeReadKeepsWhatWasRead) {
  Place place;
  place.must({"init"});
  place.must({"import", place.scan("a.png", 1)});
  const std::string id = place.json({"list"})["dispatches"][0]["id"];
  const std::string before = place.must({"get", id, "--reading"});
  place.environment["VANTHU_ENGINE"] = "crash";
  EXPECT_THAT(place.must({"reread", id}, 1), HasSubstr("killed by signal 11"));
  EXPECT_EQ(place.must({"get", id, "--reading"}), before);
}

TEST(Reread, ASecrecyMarkSeenNowIsSaidAndNotWritten) {
  Place place;
  place.must({"init"});
  place.must({"import", place.scan("a.png", 1)});
  place.environment["VANTHU_ENGINE"] = "secret";
  EXPECT_THAT(place.must({"reread", "--all"}, 80), HasSubstr("secrecy mark is seen now"));
  place.must({"verify"});
}

TEST(Reread, WantsToKnowWhich) {
  const Place place;
  place.must({"init"});
  EXPECT_EQ(place.run({"reread"}).code, 64);
}

}  // namespace
}  // namespace vanthu::e2e
