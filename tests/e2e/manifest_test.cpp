// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;

constexpr const char* kHead = "Tệp;Phông;Hộp số;Tờ số;Số, ký hiệu;Ghi chú\n";

TEST(Manifest, GoesWithEachFileAsEvidence) {
  const Place place;
  place.must({"init"});
  place.scan("in/a.png", 1);
  place.scan("in/b.png", 2);
  const std::string list = place.write(
      "kệ 3.csv", std::string(kHead) +
                      "a.png;UBND tỉnh;15;1-3;12/UBND-VX;rách góc\nmất.png;UBND tỉnh;15;4;;\n");
  const std::string out = place.must({"import", "--manifest", list, place.path("in")});
  EXPECT_THAT(out, HasSubstr("1 rows of the list were kept with their files; 1 name no file"));
  EXPECT_THAT(out, HasSubstr("mất.png"));
  place.must({"verify"});
  const std::string found = place.must({"search", "so:12/UBND-VX"});
  EXPECT_THAT(found, HasSubstr("12/UBND-VX"));
  std::size_t typed = 0;
  const Json list_now = place.json({"list"});
  for (const Json& row : list_now["dispatches"]) {
    const std::string id = row["id"];
    const Json shown = place.json({"show", id});
    if (shown["typed"].empty()) continue;
    ++typed;
    EXPECT_EQ(shown["typed"][0]["list"], "kệ 3.csv");
    EXPECT_EQ(shown["typed"][0]["shelf"]["box"], "15");
    EXPECT_EQ(shown["typed"][0]["shelf"]["Ghi chú"], "rách góc");
    EXPECT_THAT(place.must({"show", id}), HasSubstr("Box: 15"));
  }
  EXPECT_EQ(typed, 1U);
}

TEST(Manifest, MayComeAfterTheScansAndChangesNothingTwice) {
  const Place place;
  place.must({"init"});
  const std::string scan = place.scan("in/a.png", 1);
  place.must({"import", scan});
  const std::string list = place.write("l.csv", std::string(kHead) + "a.png;UBND;1;2;7/A;\n");
  place.must({"import", "--manifest", list, scan});
  place.must({"import", "--manifest", list, scan});
  const std::string id = place.json({"list"})["dispatches"][0]["id"];
  const Json shown = place.json({"show", id});
  EXPECT_EQ(shown["versions"].size(), 2U);
  EXPECT_EQ(shown["dispatch"]["number"]["value"], "7/A");
  EXPECT_EQ(shown["dispatch"]["number"]["evidence"].back()["source"], "list");
}

TEST(Manifest, ThatSaysMatStopsThePaper) {
  const Place place;
  place.must({"init"});
  const std::string scan = place.scan("in/a.png", 1);
  const std::string list = place.write("l.csv", "file,secret\na.png,MẬT\n");
  place.must({"import", "--manifest", list, scan}, 80);
  EXPECT_EQ(place.json({"list"})["total"], 0);
  EXPECT_TRUE(std::filesystem::exists(place.archive() + ".quarantine/a.png"));
}

TEST(Manifest, OneThatCannotBeUsedStopsBeforeTheFirstFile) {
  const Place place;
  place.must({"init"});
  const std::string scan = place.scan("in/a.png", 1);
  const Finished bad = place.run({"import", "--manifest", place.write("l.csv", "hộp\n1\n"), scan});
  EXPECT_EQ(bad.code, 65);
  EXPECT_THAT(bad.err, HasSubstr("l.csv, line 1: no column names the file"));
  EXPECT_EQ(place.json({"list"})["total"], 0);
  EXPECT_EQ(place.run({"import", "--manifest", place.path("none.csv"), scan}).code, 66);
}

}  // namespace
}  // namespace vanthu::e2e
