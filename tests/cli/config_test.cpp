// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/error.h"
#include "tests/cli/support.h"

namespace vanthu::cli {
namespace {

using testing::HasSubstr;

Error error_of(const std::string& toml) {
  const Speaking english(Language::en);
  try {
    parse_config(toml, "config.toml");
  } catch (const Error& error) {
    return error;
  }
  return Error(Code::ok, "no error");
}

TEST(Config, AnEmptyFileIsTheDefaults) {
  const Config config = parse_config("# nothing\n", "c");
  EXPECT_EQ(config.archive, "");
  EXPECT_EQ(config.jobs, 0);
  EXPECT_EQ(config.worker.page_seconds, WorkerOptions().page_seconds);
}

TEST(Config, EveryKeyIsTaken) {
  std::string toml;
  for (const ConfigKey& key : config_keys())
    toml += std::string(key.name) + " = " + std::string(key.example) + '\n';
  const Config config = parse_config(toml, "c");
  EXPECT_EQ(config.archive, "/srv/vanthu");
  EXPECT_EQ(config.language, "vi");
  EXPECT_EQ(config.by, "Nguyễn Thị Lan");
  EXPECT_EQ(config.quarantine, "/srv/vanthu-mat");
  EXPECT_EQ(config.vocabulary, "/srv/vanthu/tu-vung");
  EXPECT_EQ(config.jobs, 4);
  EXPECT_EQ(config.worker.engine.language, "vie");
  EXPECT_EQ(config.worker.intake.max_pages, 3000);
  EXPECT_EQ(config.worker.intake.max_bytes, 1LL << 30);
  EXPECT_EQ(config.worker.intake.max_pixels, 200'000'000);
  EXPECT_EQ(config.worker.page_seconds, 600);
  EXPECT_EQ(config.worker.memory_bytes, 4LL << 30);
}

TEST(Config, AnUnknownKeyIsAnErrorThatNamesTheNearest) {
  const Error error = error_of("archve = \"/srv\"\n");
  EXPECT_EQ(error.code, Code::config);
  EXPECT_THAT(error.what(), HasSubstr("config.toml"));
  EXPECT_THAT(error.what(), HasSubstr("archve"));
  EXPECT_THAT(error.hint, HasSubstr("'archive'"));
}

TEST(Config, AKeyLikeNoOtherPointsToTheList) {
  EXPECT_THAT(error_of("zebra = 1\n").hint, HasSubstr("vanthu help config"));
}

TEST(Config, WrongKindsAndRangesAreErrors) {
  for (const char* toml : {"jobs = \"4\"\n", "jobs = 0\n", "jobs = 2.5\n", "archive = 3\n",
                           "language = \"fr\"\n", "page_seconds = -1\n", "[archive]\nx = 1\n"})
    EXPECT_EQ(error_of(toml).code, Code::config) << toml;
}

TEST(Config, WhatIsNotTomlIsAnErrorWithItsLine) {
  const Error error = error_of("jobs = 2\narchive = = 3\n");
  EXPECT_EQ(error.code, Code::config);
  EXPECT_THAT(error.what(), HasSubstr("line 2"));
}

TEST(Config, StandsWhereXdgSays) {
  const Variable xdg("XDG_CONFIG_HOME", "/x"), home("HOME", "/home/lan");
  EXPECT_EQ(config_path(), "/x/vanthu/config.toml");
  const Variable relative("XDG_CONFIG_HOME", "x");  // the specification says: to be ignored
  EXPECT_EQ(config_path(), "/home/lan/.config/vanthu/config.toml");
}

TEST(Config, NoFileIsNoError) {
  EXPECT_EQ(load_config("/nowhere/at/all/config.toml").archive, "");
  EXPECT_EQ(load_config("").archive, "");
}

TEST(Config, AFolderInItsPlaceIsAnError) { EXPECT_THROW(load_config("/tmp"), Error); }

}  // namespace
}  // namespace vanthu::cli
