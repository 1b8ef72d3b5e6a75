// SPDX-License-Identifier: GPL-3.0-or-later
// The command line itself: what is wrong with it is said, what it can do too.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;

TEST(CommandLine, WithoutACommandSaysWhatThereIs) {
  const Place place;
  EXPECT_THAT(place.must({}), HasSubstr("search"));
}

TEST(CommandLine, WhatIsWrongIsOneLineAndAHint) {
  const Place place;
  const std::vector<std::pair<Arguments, std::string>> wrong = {
      {{"serch", "x"}, "Did you mean 'search'?"},
      {{"list", "--limti", "3"}, "'--limti' is not understood"},
      {{"list", "--limit", "x"}, "--limit N"},
      {{"list", "--sort", "colour"}, "--sort date|id"},
      {{"import"}, "PATH is missing"},
      {{"show"}, "ID is missing"},
      {{"search"}, "QUERY is missing"},
      {{"help", "serach"}, "Did you mean 'search'?"},
  };
  for (const auto& [line, said] : wrong) {
    const Finished finished = place.run(line);
    EXPECT_EQ(finished.code, 64) << line.front();
    EXPECT_EQ(finished.out, "") << line.front();
    EXPECT_THAT(finished.err, HasSubstr(said));
    EXPECT_LE(std::count(finished.err.begin(), finished.err.end(), '\n'), 2) << finished.err;
  }
}

TEST(CommandLine, WithJsonTheErrorIsAnObject) {
  const Place place;
  const Finished finished = place.run({"show", "1f3a", "--json"});
  EXPECT_EQ(finished.out, "");
  const Json error = Json::parse(finished.err)["error"];
  EXPECT_EQ(error["code"], finished.code);
  EXPECT_EQ(error["name"], "not_found");
  EXPECT_TRUE(error["what"].is_string());
}

TEST(CommandLine, TheExitCodesAreInTheHelp) {
  const Place place;
  EXPECT_THAT(place.must({"help", "exit-codes"}), HasSubstr("80  secret"));
  EXPECT_EQ(place.json({"help", "exit-codes"})["exit_codes"][0]["name"], "ok");
}

TEST(CommandLine, ANameOfACommandCanBeSearchedFor) {
  const Place place;
  place.must({"init"});
  EXPECT_EQ(Json::parse(place.must({"search", "--json", "--", "so:1", "-x"}))["query"], "so:1 -x");
  EXPECT_EQ(place.json({"search", "list"})["query"], "list");
  EXPECT_EQ(place.json({"search", "khuyến", "-tài"})["query"], "khuyến -tài");
}

TEST(CommandLine, AMalformedQueryShowsThePlace) {
  const Place place;
  place.must({"init"});
  const Finished finished = place.run({"search", "\"khuyen hoc"});
  EXPECT_EQ(finished.code, 64);
  EXPECT_THAT(finished.err, HasSubstr("^"));
}

TEST(CommandLine, AReaderThatHadEnoughIsNoError) {
  const Place place;
  EXPECT_EQ(place.run({"worker", "--help"}).code, 0);
  EXPECT_EQ(place.run({"--version"}).out.substr(0, 7), "vanthu ");
}

TEST(CommandLine, AWorkerWithNobodyToServeEnds) {
  const Place place;
  EXPECT_EQ(place.run({"worker"}).code, 0);
}

}  // namespace
}  // namespace vanthu::e2e
