// SPDX-License-Identifier: GPL-3.0-or-later
// Marks that were typed come first, whatever the weights of the words say.
#include <gmock/gmock.h>

#include <random>

#include "index/search.h"
#include "tests/index/papers.h"

namespace vanthu::test {
namespace {

using testing::ElementsAre;

TEST(Marks, ExactPapersRankAboveThoseThatSayItOftener) {
  Shelf shelf;
  const Results found = shelf.search("dừng");
  ASSERT_EQ(found.hits.size(), 3u);  // the letter's "xây dựng" folds to it too
  EXPECT_EQ(name_of(found.hits[0].id), "halt");
  EXPECT_TRUE(found.hits[0].exact);
  EXPECT_FALSE(found.hits[1].exact);
  EXPECT_FALSE(found.hits[2].exact);
}

TEST(Marks, InQuotesOrAfterEqualsAreStrict) {
  Shelf shelf;
  EXPECT_THAT(shelf.names("\"dừng\""), ElementsAre("halt"));
  EXPECT_THAT(shelf.names("=dừng"), ElementsAre("halt"));
  EXPECT_THAT(shelf.names("\"dùng\""), ElementsAre("usage"));
}

TEST(Marks, LeftOutFindAll) {
  Shelf shelf;
  const Results found = shelf.search("dung");
  EXPECT_EQ(found.total, 3u);
  for (const Hit& hit : found.hits) EXPECT_TRUE(hit.exact);
}

TEST(Marks, ExactPapersStandFirstInEveryOrder) {
  const auto says = [](const char* name, const char* date, const char* text) {
    return paper(name, "", date, "", "", "", text);
  };
  Shelf shelf({says("a", "2018", "dừng"), says("b", "2021", "dùng"), says("c", "2019", "dùng"),
               says("d", "2020", "dừng dùng dùng")});
  SearchOptions options;
  options.sort = SortBy::date;
  EXPECT_THAT(shelf.names("dừng", options), ElementsAre("d", "a", "b", "c"));
  EXPECT_THAT(shelf.names("dung", options), ElementsAre("b", "d", "c", "a"));
}

TEST(Marks, TheSnippetOfAnExactHitMarksNothingElse) {
  Shelf shelf;
  const Results found = shelf.search("dừng");
  for (const TextRange& mark : found.hits.at(0).snippet.marks) {
    const std::string hit = found.hits[0].snippet.text.substr(mark.begin, mark.end - mark.begin);
    EXPECT_TRUE(hit == "dừng" || hit == "Dừng") << hit;
  }
  EXPECT_FALSE(found.hits.at(1).snippet.marks.empty());
}

TEST(Marks, EachWordCountsForItself) {
  Shelf shelf({paper("none", "", "", "", "", "dung xa dung xa dung xa", "dung xa dung xa"),
               paper("one", "", "", "", "", "", "dừng xa cho rất nhiều chữ khác nữa ở đây"),
               paper("both", "", "", "", "", "", "dừng và cả một câu dài mới đến chữ xã ở cuối")});
  const Results found = shelf.search("dừng xã");
  ASSERT_EQ(found.hits.size(), 3u);
  EXPECT_EQ(name_of(found.hits[0].id), "both");
  EXPECT_EQ(name_of(found.hits[1].id), "one");
  EXPECT_EQ(name_of(found.hits[2].id), "none");
  EXPECT_TRUE(found.hits[0].exact);
  EXPECT_FALSE(found.hits[1].exact);
}

// Two hundred papers of random syllables that fold alike: in every answer, no exact hit stands
// below one that is not, and the label is true.
TEST(Marks, NoMismatchStandsAboveAnExactHitInRandomPapers) {
  const std::vector<std::string> syllables{"dung", "dùng", "dừng", "dựng", "dụng", "xa",
                                           "xã",   "xạ",   "nam",  "năm",  "nấm"};
  std::mt19937 random(7);
  std::vector<Reading> readings;
  for (int i = 0; i < 200; ++i) {
    std::string text;
    for (std::size_t n = 1 + random() % 12; n > 0; --n)
      text += syllables[random() % syllables.size()] + " ";
    readings.push_back(paper("p" + std::to_string(i), "", "", "", "", "", text));
  }
  Shelf shelf(readings);
  SearchOptions all;
  all.limit = 500, all.snippet_words = 100;
  for (const char* query : {"dừng", "dùng xã", "dựng năm xạ", "dừng or năm", "dừng -xã"}) {
    bool exact = true;
    for (const Hit& hit : shelf.search(query, all).hits) {
      EXPECT_TRUE(exact || !hit.exact) << query;
      exact = hit.exact;
      const bool says_it = (" " + hit.snippet.text).find(" dừng") != std::string::npos;
      EXPECT_TRUE(std::string(query) != "dừng" || hit.exact == says_it) << hit.snippet.text;
    }
    EXPECT_FALSE(exact) << query << ": a query whose every hit is exact tests nothing";
  }
}

}  // namespace
}  // namespace vanthu::test
