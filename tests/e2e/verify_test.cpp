// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string object_in(const Place& place) {
  for (const auto& entry : fs::recursive_directory_iterator(place.archive()))
    if (entry.path().filename() == "0=ocfl_object_1.1") return entry.path().parent_path().string();
  return {};
}

void keep_one(const Place& place) {
  place.must({"init"});
  place.must({"import", place.scan("a.png", 1)});
}

TEST(VerifyCommand, JudgesOneObjectWithoutAnArchive) {
  Place place;
  keep_one(place);
  const std::string object = place.path("elsewhere");
  fs::copy(object_in(place), object, fs::copy_options::recursive);
  fs::remove_all(place.archive());
  EXPECT_THAT(place.must({"verify", "--object", object}), HasSubstr("whole"));
  place.write("elsewhere/extra.txt", "x");
  EXPECT_THAT(place.must({"verify", "--object", object}, 76), HasSubstr("E001"));
  EXPECT_EQ(place.run({"verify", "--object", place.path("nowhere")}).code, 66);
}

TEST(VerifyCommand, AdviceIsToldAndIsNoFailure) {
  const Place place;
  keep_one(place);
  const std::string object = object_in(place);
  fs::create_directories(object + "/extensions/mine");
  const Json said = place.json({"verify", "--object", object});
  ASSERT_EQ(said["faults"].size(), 1U);
  EXPECT_EQ(said["faults"][0]["code"], "W013");
}

TEST(VerifyCommand, MendsTheIndexAndTheCatalogue) {
  const Place place;
  keep_one(place);
  const Json list = place.json({"list"});
  fs::remove_all(place.archive() + "/index");
  EXPECT_EQ(place.json({"verify"}, 76)["faults"][0]["code"], "IDX");
  place.must({"verify", "--repair"});
  place.must({"verify"});
  for (const char* tail : {"-wal", "-shm"})
    fs::remove(place.archive() + "/catalogue.sqlite" + tail);
  std::ofstream(place.archive() + "/catalogue.sqlite") << "no database at all";
  EXPECT_EQ(place.run({"verify"}).code, 76);
  EXPECT_THAT(place.must({"verify", "--repair"}), HasSubstr("put aside"));
  place.must({"verify"});
  EXPECT_EQ(place.json({"list"}), list);
}

TEST(VerifyCommand, MakesDerivedFilesAgain) {
  const Place place;
  keep_one(place);
  const std::string content_of = object_in(place) + "/v1/content";
  const std::string pdf = content(content_of + "/access.pdf");
  std::ofstream(content_of + "/access.pdf", std::ios::app) << "damage";
  fs::remove(content_of + "/alto.xml");
  EXPECT_EQ(place.json({"verify"}, 76)["faults"].size(), 2U);
  place.must({"verify", "--repair"});
  EXPECT_EQ(content(content_of + "/access.pdf"), pdf);
  place.must({"verify"});
}

TEST(VerifyCommand, SaysWhatTheBackupMustBring) {
  const Place place;
  keep_one(place);
  std::ofstream(object_in(place) + "/v1/content/original.png") << "other";
  EXPECT_THAT(place.must({"verify", "--repair"}, 76), HasSubstr("original.png"));
}

TEST(VerifyCommand, ACheckThatCameToItsEndLeavesNothingToResume) {
  const Place place;
  keep_one(place);
  place.must({"verify"});
  const fs::path state = place.path(".local/state/vanthu");
  EXPECT_TRUE(!fs::exists(state) || fs::is_empty(state));
  EXPECT_EQ(place.json({"verify", "--resume"})["documents"], 1);
}

}  // namespace
}  // namespace vanthu::e2e
