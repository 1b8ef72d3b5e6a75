// SPDX-License-Identifier: GPL-3.0-or-later
// The index over time: written anew, replaced, emptied, read while it is written, broken.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>

#include "index/index.h"
#include "index/search.h"
#include "pipeline/error.h"
#include "tests/index/papers.h"

namespace vanthu::test {
namespace {

using testing::IsEmpty;

const char* const kQueries[] = {"khuyến học", "dừng",      "dung",
                                "11-CT/TW",   "ngay:2019", "so:1..",
                                "-zzz",       "xe or học", "coquan:\"sở nội vụ\"",
                                "dừng zzz"};

std::string answers(const std::string& path) {
  Searcher searcher = Searcher::open(path);
  SearchOptions options;
  options.access = {"open", "unit"};
  std::string out;
  for (const char* query : kQueries)
    for (const SortBy sort : {SortBy::relevance, SortBy::date, SortBy::number}) {
      options.sort = sort;
      const Results found = searcher.search(query, options);
      out += std::string(query) + " " + std::to_string(found.total) + ":";
      for (const Hit& hit : found.hits)
        out += " " + name_of(hit.id) + (hit.exact ? "" : "?") + "@" +
               std::to_string(hit.snippet.page) + hit.snippet.text;
      out += "\n";
    }
  return out;
}

Code code_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& e) {
    return e.code;
  }
  return Code::ok;
}

TEST(IndexLife, RebuiltFromTheReadingsGivesTheSameAnswers) {
  TempDir dir;
  std::vector<Reading> readings = papers();
  {
    Writer grown = Writer::open(dir.at("grown"));
    grown.put(paper("gone", "11-CT/TW", "2019", "", "", "khuyến học", "dừng xe"), access_of);
    for (const Reading& reading : readings) {
      Reading early = reading;
      early.pages.front().text = "bản đọc đầu tiên, sai";
      grown.put(early, access_of);
      grown.commit();
    }
    std::reverse(readings.begin(), readings.end());
    for (const Reading& reading : readings) grown.put(reading, access_of);
    grown.remove(paper("gone", "", "", "", "", "", "").sha256);
    grown.commit();
  }
  write(dir.at("fresh"), papers());
  EXPECT_EQ(answers(dir.at("grown")), answers(dir.at("fresh")));
}

TEST(IndexLife, EqualHitsStandNewestFirstThenById) {
  const auto same = [](const char* name, const char* date) {
    return paper(name, "", date, "", "", "", "cùng một câu");
  };
  Shelf shelf(
      {same("b", "2019-01-01"), same("d", ""), same("a", "2019-01-01"), same("c", "2020-01-01")});
  EXPECT_THAT(shelf.names("câu"), testing::ElementsAre("c", "a", "b", "d"));
}

TEST(IndexLife, AFileReadAgainReplacesAllItsDispatches) {
  TempDir dir;
  Writer writer = Writer::open(dir.at("index"));
  Reading both = papers().front();
  writer.put(both, access_of);
  EXPECT_EQ(writer.size(), 2u);
  both.dispatches.pop_back();
  writer.put(both, access_of);
  writer.commit();
  EXPECT_EQ(writer.size(), 1u);
  EXPECT_EQ(Searcher::open(dir.at("index")).search("so:169").total, 0u);
}

TEST(IndexLife, WhatIsRemovedIsFoundNoMore) {
  TempDir dir;
  write(dir.at("index"), papers());
  Writer writer = Writer::open(dir.at("index"));
  Searcher searcher = Searcher::open(dir.at("index"));
  EXPECT_EQ(searcher.search("so:3795").total, 1u);
  writer.remove(papers().front().sha256);
  writer.commit();
  EXPECT_EQ(searcher.search("so:3795").total, 0u);
  EXPECT_EQ(searcher.search("ninh thuan").total, 1u);
}

TEST(IndexLife, AReaderSeesEveryCommitAndNeverFailsOnOne) {
  TempDir dir;
  Writer writer = Writer::open(dir.at("index"));
  Searcher searcher = Searcher::open(dir.at("index"));
  for (int i = 1; i <= 20; ++i) {
    writer.put(paper("n" + std::to_string(i), "", "", "", "", "", "chung"), access_of);
    writer.commit();
    EXPECT_EQ(searcher.search("chung").total, static_cast<std::size_t>(i));
  }
}

TEST(IndexLife, AReaderGoesOnWithAnIndexRebuiltInItsPlace) {
  TempDir dir;
  write(dir.at("index"), papers());
  Searcher searcher = Searcher::open(dir.at("index"));
  write(dir.at("new"), {paper("x", "1/QĐ-X", "", "", "", "", "thay thế")});
  std::filesystem::rename(dir.at("index"), dir.at("old"));
  std::filesystem::rename(dir.at("new"), dir.at("index"));
  std::filesystem::remove_all(dir.at("old"));
  EXPECT_EQ(searcher.search("thay thế").total, 1u);
}

TEST(IndexLife, TwoWritersAtOnceAreOneTooMany) {
  TempDir dir;
  Writer first = Writer::open(dir.at("index"));
  EXPECT_EQ(code_of([&] { Writer::open(dir.at("index")); }), Code::busy);
}

TEST(IndexLife, AMissingIndexIsToldFromADamagedOne) {
  TempDir dir;
  EXPECT_EQ(code_of([&] { Searcher::open(dir.at("none")); }), Code::no_input);
  write(dir.at("index"), papers());
  for (const auto& file : std::filesystem::directory_iterator(dir.at("index")))
    std::ofstream(file.path(), std::ios::trunc) << "not an index";
  EXPECT_EQ(code_of([&] { Searcher::open(dir.at("index")); }), Code::corrupt);
  EXPECT_EQ(code_of([&] { Writer::create(dir.at("index")); }), Code::ok);
}

TEST(IndexLife, AnIndexThatCannotBeMadeSaysSo) {
  TempDir dir;
  std::ofstream(dir.at("file")) << "in the way";
  EXPECT_EQ(code_of([&] { Writer::open(dir.at("file") + "/index"); }), Code::cannot_create);
}

TEST(IndexLife, AnEmptyIndexAnswersEveryQuery) {
  TempDir dir;
  write(dir.at("index"), {});
  Searcher searcher = Searcher::open(dir.at("index"));
  EXPECT_EQ(searcher.size(), 0u);
  for (const char* query : kQueries) EXPECT_THAT(searcher.search(query).hits, IsEmpty()) << query;
}

TEST(IndexLife, HostileReadingsAreIndexedLikeAnyOther) {
  std::string long_word(5000, 'x'), number(400, '9');
  Reading odd = paper("odd", number + "/" + long_word, "2019-99-99", long_word, "\xFF\xFE", "…",
                      long_word + " bình \x01\xC3 thường " + std::string(3, '\0'));
  odd.dispatches.front().pages = {1, 7};
  Shelf shelf({odd});
  EXPECT_EQ(shelf.search("bình thường").total, 1u);
}

}  // namespace
}  // namespace vanthu::test
