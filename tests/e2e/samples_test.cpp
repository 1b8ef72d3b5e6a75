// SPDX-License-Identifier: GPL-3.0-or-later
// The drawn dispatches, from the scans to the found page, with the real engine.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>

#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::HasSubstr;

const std::string kSamples = VANTHU_SOURCE_DIR "/samples";
constexpr int kNotInstalled = 78;  // the language of the engine, as open() says

// Imported once for all tests of the suite: it takes most of a minute.
class Samples : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    place_ = std::make_unique<Place>();
    place_->environment.erase("VANTHU_ENGINE");
    if (!has_engine()) return;
    place_->must({"init"});
    outcomes_ = place_->json_lines({"import", kSamples});
  }
  static void TearDownTestSuite() { place_.reset(); }

  void SetUp() override {
    if (outcomes_.empty())
      GTEST_SKIP() << "tesseract has no Vietnamese here: apt-get install tesseract-ocr-vie";
  }

  static bool has_engine() {
    const std::string smallest = place_->scan("page.png");
    return place_->run({"read", smallest}).code != kNotInstalled;
  }

  static Json hits(const std::string& query) { return place_->json({"search", query})["hits"]; }

  // The files of the dispatches found, by name.
  static std::set<std::string> found(const std::string& query) {
    std::set<std::string> out;
    for (const Json& hit : hits(query))
      out.insert(place_->json({"show", hit["id"]})["document"]["file"]);
    return out;
  }

  static std::unique_ptr<Place> place_;
  static std::vector<Json> outcomes_;
};
std::unique_ptr<Place> Samples::place_;
std::vector<Json> Samples::outcomes_;

constexpr const char* kSeed = "01-cong-van-kem-ke-hoach.pdf";

TEST_F(Samples, AreAllKept) {
  EXPECT_EQ(outcomes_.back()["summary"]["imported"], 12);
  EXPECT_EQ(outcomes_.back()["summary"]["failed"], 0);
  place_->must({"verify"});
}

TEST_F(Samples, TheSeedIsTwoDispatches) {
  for (const Json& outcome : outcomes_) {
    if (outcome.value("path", "") != kSamples + "/" + kSeed) continue;
    EXPECT_EQ(outcome["dispatches"].size(), 2u);
  }
}

TEST_F(Samples, TheSeedIsFoundAsStaffWouldAskForIt) {
  for (const char* query :
       {"khuyen hoc ninh thuan", "\"xây dựng xã hội học tập\"", "so:3795", "11-CT/TW",
        "so:169/KH-KHVN", "ngay:2019-09..2019-12", "coquan:\"ninh thuận\""})
    EXPECT_TRUE(found(query).contains(kSeed)) << query;
}

TEST_F(Samples, MarksThatWereTypedComeFirst) {
  bool exact = true;
  for (const Json& hit : hits("dừng")) {
    EXPECT_TRUE(exact || !hit["exact"]) << "an exact hit below another";
    exact = hit["exact"];
  }
  for (const Json& hit : hits("\"dừng\"")) EXPECT_TRUE(hit["exact"]);
}

TEST_F(Samples, AHitIsMarkedInItsSnippet) {
  EXPECT_THAT(place_->must({"search", "\"xây dựng xã hội học tập\""}),
              HasSubstr("«xây dựng xã hội học tập»"));
}

TEST_F(Samples, ReindexGivesTheSameAnswers) {
  const std::vector<std::string> queries = {"khuyen hoc", "dừng", "11-CT/TW"};
  std::vector<Json> before, after;
  for (const std::string& query : queries) before.push_back(place_->json({"search", query}));
  place_->must({"reindex"});
  for (const std::string& query : queries) after.push_back(place_->json({"search", query}));
  EXPECT_EQ(after, before);
}

TEST_F(Samples, TheTableShowsThemAll) {
  const std::string table = place_->must({"list"});
  EXPECT_THAT(table, HasSubstr("3795/UBND-VXNV"));
  EXPECT_THAT(table, HasSubstr("169/KH-KHVN"));
}

TEST_F(Samples, EveryDoubtHasItsPicture) {
  const Json review = place_->json({"review", "--limit", "5", "--crops", place_->path("crops")});
  for (const Json& field : review["fields"])
    EXPECT_EQ(content(field["crop"]).substr(0, 4), "\x89PNG") << field;
}

}  // namespace
}  // namespace vanthu::e2e
