// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Import, TheSameFileTwiceIsOneDocument) {
  const Place place;
  place.must({"init"});
  const std::string scan = place.scan("a.png");
  place.scan("b.png");  // the same bytes under another name
  EXPECT_THAT(place.must({"import", scan}), HasSubstr("1 imported"));
  EXPECT_THAT(place.must({"import", scan, place.path("b.png")}), HasSubstr("2 kept already"));
  EXPECT_EQ(place.json({"list"})["total"], 1);
  place.must({"verify"});
}

TEST(Import, OneBadFileCostsOneOutcome) {
  const Place place;
  place.must({"init"});
  place.scan("in/1.png", 1);
  place.write("in/2.pdf", "%PDF-1.4\nnothing follows");
  place.scan("in/3.png", 3);
  const std::string out = place.must({"import", place.path("in")}, 1);
  EXPECT_THAT(out, HasSubstr("2 imported"));
  EXPECT_THAT(out, HasSubstr("1 failed:"));
  EXPECT_THAT(out, HasSubstr("2.pdf: "));
  EXPECT_EQ(place.json({"list"})["total"], 2);
}

TEST(Import, SaysHowManyFieldsWaitForAPerson) {
  const Place place;
  place.must({"init"});
  const std::string out = place.must({"import", place.scan("a.png")});
  EXPECT_THAT(out, HasSubstr("to check: vanthu review"));
}

TEST(Import, WithJsonIsOneLineAFileAndASummary) {
  const Place place;
  place.must({"init"});
  const std::vector<Json> lines =
      place.json_lines({"import", place.scan("a.png", 1), place.write("b.png", "no")}, 1);
  ASSERT_EQ(lines.size(), 3u);
  std::map<std::string, Json> by_outcome;
  for (const Json& line : lines)
    if (line.contains("outcome")) by_outcome[line["outcome"]] = line;
  EXPECT_EQ(by_outcome["imported"]["path"], place.path("a.png"));
  EXPECT_EQ(by_outcome["failed"]["error"]["code"], 65);
  EXPECT_EQ(lines.back()["summary"]["imported"], 1);
  EXPECT_EQ(lines.back()["summary"]["failed"], 1);
}

TEST(Import, ManyReadersGiveTheSameArchiveAsOne) {
  const Place one, many;
  for (const Place* place : {&one, &many}) {
    place->must({"init"});
    for (unsigned i = 0; i < 12; ++i) place->scan("in/" + std::to_string(i) + ".png", i);
    place->must({"import", "-j", place == &one ? "1" : "4", place->path("in")});
  }
  EXPECT_EQ(one.json({"list", "--sort", "id"}), many.json({"list", "--sort", "id"}));
}

TEST(Import, MoveTakesTheSourceAwayOnceItIsKept) {
  const Place place;
  place.must({"init"});
  const std::string good = place.scan("in/a.png"), bad = place.write("in/b.png", "no");
  place.must({"import", "--move", place.path("in")}, 1);
  EXPECT_FALSE(std::filesystem::exists(good));
  EXPECT_TRUE(std::filesystem::exists(bad));
}

TEST(Import, InAPipeThereIsNoProgressBar) {
  const Place place;
  place.must({"init"});
  const Finished finished = place.run({"import", place.scan("a.png")});
  EXPECT_EQ(finished.err, "");
  EXPECT_THAT(finished.out, Not(HasSubstr("[#")));
}

TEST(Import, OnATerminalThereIsOne) {
  const Place place;
  place.must({"init"});
  const Finished finished = run_on_terminal({"import", place.scan("a.png")}, place.environment);
  EXPECT_EQ(finished.code, 0) << finished.out;
  EXPECT_THAT(finished.out, HasSubstr("[...................."));
  EXPECT_THAT(finished.out, HasSubstr("\x1b[KDone: 1 of 1 files"));  // the bar gave way
}

TEST(Import, NothingThereIsAnError) {
  const Place place;
  place.must({"init"});
  EXPECT_EQ(place.run({"import", place.path("nowhere")}).code, 66);
  place.write("empty/readme.txt", "no scan");
  EXPECT_EQ(place.run({"import", place.path("empty")}).code, 66);
}

TEST(Import, AWorkerThatReachesOutOfItsCageCostsItsDocumentAlone) {
  Place place;
  place.must({"init"});
  place.environment["VANTHU_ENGINE"] = "socket";
  const std::vector<std::string> scans = {place.scan("a.png", 1), place.scan("b.png", 2)};
  const auto lines = place.json_lines({"import", scans[0], scans[1]}, 1);
  ASSERT_EQ(lines.size(), 3U);
  for (std::size_t n : {0U, 1U}) {
    EXPECT_EQ(lines[n]["outcome"], "failed");
    EXPECT_THAT(lines[n].dump(), HasSubstr("out of its cage"));
  }
  place.environment["VANTHU_ENGINE"] = "none";
  place.must({"import", scans[0], scans[1]});
  place.must({"verify"});
}

TEST(Import, AWorkerThatDiesCostsItsDocumentAlone) {
  Place place;
  place.must({"init"});
  const std::string scan = place.scan("a.png");
  place.environment["VANTHU_ENGINE"] = "crash";
  const std::vector<Json> lines = place.json_lines({"import", scan}, 1);
  EXPECT_EQ(lines.at(0)["error"]["name"], "worker");
  EXPECT_THAT(lines.at(0)["error"]["what"], HasSubstr("killed by signal 11"));
  EXPECT_EQ(place.json({"list"})["total"], 0);
  place.environment["VANTHU_ENGINE"] = "none";
  place.must({"import", scan});
}

}  // namespace
}  // namespace vanthu::e2e
