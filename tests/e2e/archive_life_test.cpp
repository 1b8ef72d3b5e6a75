// SPDX-License-Identifier: GPL-3.0-or-later
// An archive from its making to its checking, and an index that may be lost at any time.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;

// Two papers that can be told apart by search, since a person named their numbers.
void keep_two(const Place& place) {
  place.must({"init"});
  place.must({"import", place.scan("a.png", 1), place.scan("b.png", 2)});
  const Json list = place.json({"list"});
  place.must({"correct", list["dispatches"][0]["id"], "number=3795/UBND-VXNV",
              "subject=phối hợp triển khai khuyến học"});
  place.must({"correct", list["dispatches"][1]["id"], "number=169/KH-KHVN",
              "subject=xây dựng xã hội học tập"});
}

const std::vector<std::string> kQueries = {"so:3795", "khuyen hoc", "\"xây dựng xã hội\"",
                                           "169/KH-KHVN"};

std::vector<Json> answers(const Place& place) {
  std::vector<Json> out;
  for (const std::string& query : kQueries) out.push_back(place.json({"search", query}));
  return out;
}

TEST(ArchiveLife, IsMadeOnceAndOnlyWhereThereIsNothing) {
  const Place place;
  EXPECT_THAT(place.must({"init"}), HasSubstr("vanthu import"));
  EXPECT_EQ(place.run({"init"}).code, 73);
  const std::string file = place.write("f", "x");
  EXPECT_EQ(place.run({"init", file}).code, 73);
}

TEST(ArchiveLife, AnEmptyArchiveAnswersEverything) {
  const Place place;
  place.must({"init"});
  EXPECT_THAT(place.must({"list"}), HasSubstr("The archive is empty"));
  EXPECT_THAT(place.must({"search", "khuyen", "hoc"}), HasSubstr("Nothing found"));
  EXPECT_THAT(place.must({"review"}), HasSubstr("Nothing is left"));
  EXPECT_THAT(place.must({"verify"}), HasSubstr("whole"));
  EXPECT_THAT(place.must({"reindex"}), HasSubstr("0 documents"));
}

TEST(ArchiveLife, WhatWasCorrectedIsFound) {
  const Place place;
  keep_two(place);
  for (const Json& answer : answers(place)) EXPECT_EQ(answer["total"], 1) << answer;
}

TEST(ArchiveLife, ALostCatalogueIsNamedAndMadeAnew) {
  const Place place;
  keep_two(place);
  const Json list = place.json({"list"});
  for (const char* tail : {"", "-wal", "-shm"})
    std::filesystem::remove(place.archive() + "/catalogue.sqlite" + tail);
  const Finished lost = place.run({"list"});
  EXPECT_EQ(lost.code, 76);
  EXPECT_THAT(lost.err, HasSubstr("vanthu reindex --catalogue"));
  place.must({"reindex", "--catalogue"});
  EXPECT_EQ(place.json({"list"}), list);
}

TEST(ArchiveLife, ReindexNamesWhatItCannotRead) {
  const Place place;
  keep_two(place);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(place.archive()))
    if (entry.path().filename() == "reading.json") std::ofstream(entry.path()) << "{";
  const Json index = place.json({"reindex"}, 76);
  EXPECT_EQ(index["documents"], 0);
  EXPECT_EQ(index["faults"].size(), 2U);
  EXPECT_EQ(place.json({"reindex", "--catalogue"}, 76)["faults"].size(), 2U);
}

TEST(ArchiveLife, ReindexGivesTheSameAnswers) {
  const Place place;
  keep_two(place);
  const std::vector<Json> before = answers(place);
  EXPECT_EQ(place.json({"reindex"})["documents"], 2);
  EXPECT_EQ(answers(place), before);
  place.must({"reindex", "--catalogue"});
  EXPECT_EQ(answers(place), before);
}

TEST(ArchiveLife, ALostIndexIsMadeAnewBySearching) {
  const Place place;
  keep_two(place);
  const std::vector<Json> before = answers(place);
  std::size_t removed = 0;
  for (const auto& entry : std::filesystem::directory_iterator(place.archive()))
    if (entry.path().filename().string().find("index") != std::string::npos)
      removed += std::filesystem::remove_all(entry.path());
  ASSERT_GT(removed, 0u);
  EXPECT_EQ(answers(place), before);
}

TEST(ArchiveLife, VerifyFindsAChangedByte) {
  const Place place;
  keep_two(place);
  place.must({"verify"});
  for (const auto& entry : std::filesystem::recursive_directory_iterator(place.archive()))
    if (entry.path().filename() == "original.png") {
      std::filesystem::permissions(entry.path(), std::filesystem::perms::owner_all);
      std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(40);
      file.put('!');
      break;
    }
  EXPECT_THAT(place.must({"verify"}, 76), HasSubstr("original.png"));
  EXPECT_FALSE(place.json({"verify"}, 76)["faults"].empty());
}

TEST(ArchiveLife, IsNamedByOptionVariableOrConfiguration) {
  Place place;
  place.must({"init"});
  place.environment.erase("VANTHU_ARCHIVE");
  EXPECT_EQ(place.run({"list"}).code, 64);
  place.must({"list", "--archive", place.archive()});
  place.must({"--archive", place.archive(), "list"});
  place.write("config/vanthu/config.toml", "archive = \"" + place.archive() + "\"\n");
  place.must({"list"});
}

TEST(ArchiveLife, NoArchiveThereSaysHowToMakeOne) {
  const Place place;
  for (const Arguments& line : std::vector<Arguments>{{"list"}, {"search", "x"}, {"verify"}}) {
    const Finished finished = place.run(line);
    EXPECT_EQ(finished.code, 67);
    EXPECT_THAT(finished.err, HasSubstr("vanthu init"));
  }
}

}  // namespace
}  // namespace vanthu::e2e
