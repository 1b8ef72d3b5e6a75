// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

TEST(Watch, TakesWhatIsThereAndPutsEachAwayByItsOutcome) {
  const Place place;
  place.must({"init"});
  place.scan("in/a.png", 1);
  place.scan("in/sub/b.png", 2);
  place.write("in/bad.pdf", "no scan at all");
  place.must({"watch", "--once", "--still", "0", place.path("in")}, 1);
  EXPECT_EQ(place.json({"list"})["total"], 2);
  EXPECT_TRUE(fs::exists(place.path("in/done/a.png")));
  EXPECT_TRUE(fs::exists(place.path("in/done/sub/b.png")));
  EXPECT_TRUE(fs::exists(place.path("in/failed/bad.pdf")));
  EXPECT_THAT(content(place.path("in/failed/bad.pdf.LY-DO.txt")), HasSubstr("bad.pdf"));
  EXPECT_FALSE(fs::exists(place.path("in/a.png")));
  place.must({"verify"});
}

TEST(Watch, RunsUntilItIsStopped) {
  const Place place;
  place.must({"init"});
  place.scan("in/a.png", 1);
  const Finished stopped =
      interrupt_program({"watch", "--still", "0", place.path("in")}, place.environment, SIGTERM);
  EXPECT_EQ(stopped.code, 0) << stopped.err;
  EXPECT_TRUE(fs::exists(place.path("in/done/a.png")));
}

TEST(Watch, APaperWithASecrecyMarkLeavesTheFolderForTheQuarantine) {
  Place place;
  place.must({"init"});
  place.environment["VANTHU_ENGINE"] = "secret";
  place.scan("in/a.png", 1);
  place.run({"watch", "--once", "--still", "0", place.path("in")});
  EXPECT_FALSE(fs::exists(place.path("in/a.png")));
  EXPECT_FALSE(fs::exists(place.path("in/done/a.png")));
  EXPECT_TRUE(fs::exists(place.archive() + ".quarantine/a.png"));
}

TEST(Watch, AFolderThatIsNotThereIsSaid) {
  const Place place;
  place.must({"init"});
  EXPECT_EQ(place.run({"watch", place.path("nowhere")}).code, 66);
}

TEST(Report, HasOneRowAFileAndOpensInASpreadsheet) {
  const Place place;
  place.must({"init"});
  const std::string bad = place.write("=bad, \"one\".pdf", "no scan");
  place.must({"import", "--report", place.path("r.csv"), place.scan("a.png", 1), bad}, 1);
  const std::string report = content(place.path("r.csv"));
  EXPECT_TRUE(report.starts_with("\xEF\xBB\xBFpath,outcome,"));
  EXPECT_EQ(std::count(report.begin(), report.end(), '\n'), 3);
  EXPECT_THAT(report, HasSubstr("a.png,imported,"));
  EXPECT_THAT(report, HasSubstr("=bad, \"\"one\"\".pdf\",failed,"));
}

}  // namespace
}  // namespace vanthu::e2e
