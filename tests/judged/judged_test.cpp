// SPDX-License-Identifier: GPL-3.0-or-later
// 3000 papers composed from units.jsonl, and two sets of 150 queries with every right first hit:
// first.tsv by the recipe the ranking was tuned on, second.tsv by one of half remembered words
// (tests/bench/search/queries*.py). The floors are promises; a change that goes under one is wrong.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "tests/bench/search/compose.h"
#include "tests/bench/search/judge.h"

namespace vanthu::bench {
namespace {

constexpr std::size_t kPapers = 3000;
const std::string kFolder = VANTHU_SOURCE_DIR "/tests/judged/";

class Judgement : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ =
        std::filesystem::temp_directory_path() / ("vanthu-judged-" + std::to_string(getpid()));
    engine_ = ours((folder_ / "index").string());
    const std::vector<Article> articles = read_articles(kFolder + "units.jsonl");
    for (std::size_t n = 0; n < kPapers; ++n) engine_->add(compose(articles, n));
    engine_->finish();
  }

  static void TearDownTestSuite() {
    engine_.reset();
    std::filesystem::remove_all(folder_);
  }

  static std::map<std::string, double> ranks(const std::string& file) {
    const std::vector<Judged> queries = read_judged(kFolder + file);
    EXPECT_EQ(queries.size(), 150u);
    std::vector<std::string> misses;
    auto out = mean_reciprocal_rank(*engine_, queries, &misses);
    for (const std::string& miss : misses) std::printf("not first: %s\n", miss.c_str());
    for (const auto& [kind, rank] : out) std::printf("%s\t%.3f\n", kind.c_str(), rank);
    return out;
  }

  static inline std::filesystem::path folder_;
  static inline std::unique_ptr<SearchEngine> engine_;
};

TEST_F(Judgement, OfTheQueriesItWasTunedOn) {
  auto rank = ranks("first.tsv");
  EXPECT_GE(rank["all"], 0.97);
  EXPECT_GE(rank["no marks"], 0.95);
  EXPECT_EQ(rank["numbers"], 1.0);
}

TEST_F(Judgement, OfWordsHalfRemembered) {
  auto rank = ranks("second.tsv");
  EXPECT_GE(rank["all"], 0.97);
  EXPECT_GE(rank["half remembered"], 0.95);
  EXPECT_GE(rank["wrong mark"], 0.90);
  EXPECT_GE(rank["other order"], 0.95);
  EXPECT_EQ(rank["numbers"], 1.0);
}

}  // namespace
}  // namespace vanthu::bench
