// SPDX-License-Identifier: GPL-3.0-or-later
// Every damaged file we can think of in one batch with one good file.
#include "tests/support/malformed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

TEST(MalformedBatch, EachIsOneClearErrorAndTheGoodOneIsKept) {
  const Place place;
  place.must({"init"});
  const std::vector<Malformed> files = malformed_files();
  ASSERT_GE(files.size(), 40u);
  Arguments line = {"import", "-j", "2", place.scan("good.png", 77)};
  std::map<std::string, Expected> expected;
  for (const Malformed& file : files) {
    line.push_back(place.write("bad/" + file.name, file.bytes));
    expected[line.back()] = file.expected;
  }
  const std::vector<Json> outcomes = place.json_lines(line, 1);
  ASSERT_EQ(outcomes.size(), files.size() + 2);  // the good file, and the summary
  for (const Json& outcome : outcomes) {
    if (!outcome.contains("outcome") || !expected.contains(outcome["path"])) continue;
    const std::string name = outcome["path"];
    if (expected[name] == Expected::readable) {
      EXPECT_NE(outcome["outcome"], "failed") << outcome;
      continue;
    }
    EXPECT_EQ(outcome["outcome"], "failed") << outcome;
    const Json error = outcome.value("error", Json::object());
    EXPECT_THAT(error.value("code", 0), testing::AnyOf(65, 69)) << outcome;  // never a crash
    EXPECT_GT(error.value("what", "").size(), 10u) << outcome;
  }
  EXPECT_GE(outcomes.back()["summary"]["imported"], 1);
  place.must({"verify"});
}

}  // namespace
}  // namespace vanthu::e2e
