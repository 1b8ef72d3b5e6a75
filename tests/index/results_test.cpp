// SPDX-License-Identifier: GPL-3.0-or-later
// What comes with the hits: counts, cursors, boxes, who cites whom.
#include <gmock/gmock.h>

#include <set>

#include "index/search.h"
#include "pipeline/error.h"
#include "tests/index/papers.h"

namespace vanthu::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Facet& facet(const Results& results, const std::string& key) {
  for (const Facet& one : results.facets)
    if (one.key == key) return one;
  throw std::runtime_error("no facet " + key);
}

SearchOptions counted() {
  SearchOptions out;
  out.facet_values = 10;
  return out;
}

Citation cite(const char* number, const char* date, const char* relation) {
  Citation out;
  out.number = number, out.date = date, out.relation = relation;
  return out;
}

TEST(Facets, CountTheHitsByYearTypeIssuerAndUrgency) {
  Shelf shelf;
  const Results found = shelf.search("ngay:2019 or ngay:2007", counted());
  EXPECT_THAT(facet(found, "year").counts,
              ElementsAre(FacetCount{"2019", 4}, FacetCount{"2007", 1}));
  EXPECT_THAT(facet(found, "issuer").counts.at(0),
              (FacetCount{"ỦY BAN NHÂN DÂN TỈNH NINH THUẬN", 2}));
  EXPECT_THAT(facet(found, "urgent").counts, ElementsAre(FacetCount{"HỎA TỐC", 1}));
  EXPECT_THAT(facet(found, "type").counts, SizeIs(5));
  EXPECT_THAT(shelf.search("ngay:2019").facets, IsEmpty());
}

TEST(Facets, CountNothingThatMayNotBeSeen) {
  Shelf shelf;
  EXPECT_THAT(facet(shelf.search("khuyến học", counted()), "type").counts,
              testing::Not(testing::Contains(FacetCount{"BÁO CÁO", 1})));
}

TEST(Facets, AreOfAllHitsNotOfThePageShown) {
  SearchOptions options = counted();
  options.limit = 1;
  EXPECT_EQ(facet(Shelf().search("ngay:2019", options), "year").counts.at(0).count, 4u);
}

TEST(Cursor, LeadsThroughAllHitsOnceEach) {
  for (const SortBy sort : {SortBy::relevance, SortBy::date, SortBy::number}) {
    Shelf shelf;
    SearchOptions options;
    options.limit = 2, options.sort = sort;
    std::vector<std::string> all;
    std::size_t pages = 0;
    do {
      const Results page = shelf.search("so:1..", options);
      for (const Hit& hit : page.hits) all.push_back(name_of(hit.id));
      options.after = page.next;
      ASSERT_LT(++pages, 10u);
    } while (!options.after.empty());
    EXPECT_THAT(all, SizeIs(6));
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), 6u);
    EXPECT_EQ(pages, 3u);
  }
}

TEST(Cursor, GoesOnBehindTheSameHitWhenPapersCameIn) {
  TempDir dir;
  Writer writer = Writer::open(dir.at("index"));
  const auto put = [&](int n) {
    writer.put(paper("n" + std::to_string(n), "", "2019-01-" + std::to_string(n), "", "", "", "x"),
               access_of);
  };
  for (int n = 10; n < 20; ++n) put(n);
  writer.commit();
  Searcher searcher = Searcher::open(dir.at("index"));
  SearchOptions options;
  options.limit = 4, options.sort = SortBy::date;
  options.after = searcher.search("x", options).next;
  for (int n = 20; n < 23; ++n) put(n);  // newer ones: they stand before
  writer.commit();
  EXPECT_EQ(name_of(searcher.search("x", options).hits.at(0).id), "n15");
}

TEST(Cursor, ThatIsNoneIsAnError) {
  SearchOptions options;
  for (const char* after : {"x", "1", ".a", "-1.a", "99999999999.a"}) {
    options.after = after;
    EXPECT_THROW(Shelf().search("dừng", options), Error) << after;
  }
}

TEST(Boxes, OfTheHitWordsAreOnTheScan) {
  Reading reading = paper("p", "", "", "", "", "", "");
  Line line;
  for (int i = 0; i < 4; ++i) {
    Word word;
    word.text = std::vector<std::string>{"Tạm", "dừng", "xe,", "dừng"}[static_cast<std::size_t>(i)];
    word.box = {100 * i + 7, 300, 80 + i, 25};
    line.words.push_back(word);
  }
  reading.pages.front().lines = {line};
  reading.pages.front().text = text_of(line) + "\n";
  const Snippet snippet = Shelf({reading}).search("dừng").hits.at(0).snippet;
  EXPECT_THAT(snippet.boxes,
              ElementsAre(ElementsAre(Box{107, 300, 81, 25}), ElementsAre(Box{307, 300, 83, 25})));
  const Snippet phrase = Shelf({reading}).search("\"tạm dừng\"").hits.at(0).snippet;
  EXPECT_THAT(phrase.boxes, ElementsAre(SizeIs(2)));
}

class Cited : public testing::Test {
 protected:
  static std::vector<Reading> shelf() {
    Reading old = paper("old", "15/QĐ-UBND", "2010-03-01", "QUYẾT ĐỊNH", "", "quy chế cũ", "a\n");
    Reading twin = paper("twin", "15/QĐ-UBND", "2019-03-01", "QUYẾT ĐỊNH", "", "việc khác", "b\n");
    Reading now = paper("now", "20/QĐ-UBND", "2015-01-01", "QUYẾT ĐỊNH", "", "quy chế mới", "c\n");
    now.dispatches.front().cites = {cite("15/QĐ-UBND", "2010-03-01", "repeals"),
                                    cite("99/NĐ-CP", "2014-01-01", "basis")};
    Reading closed = paper("closed", "7/BC-SNV", "2019-09-20", "", "", "",
                           "theo Quyết định số 15/QĐ-UBND và 20/QĐ-UBND\n");
    return {old, twin, now, closed};
  }
  static std::string id_of(const std::string& name) {
    return paper(name, "", "", "", "", "", "").dispatches.front().id;
  }
};

TEST_F(Cited, AHitThatWasRepealedSaysByWhat) {
  const Results found = Shelf(shelf()).search("so:15");
  ASSERT_EQ(found.hits.size(), 2u);
  EXPECT_EQ(name_of(found.hits[0].id), "twin");  // of another year: not meant
  EXPECT_THAT(found.hits[0].repealed_by, IsEmpty());
  ASSERT_EQ(found.hits[1].repealed_by.size(), 1u);
  EXPECT_EQ(found.hits[1].repealed_by[0].number, "20/QĐ-UBND");
}

TEST_F(Cited, AreFoundByTheNumberTheyCite) {
  Shelf shelf(Cited::shelf());
  EXPECT_THAT(shelf.names("dancheu:15/QĐ-UBND"), ElementsAre("now"));
  EXPECT_THAT(shelf.names("dancheu:\"số 15\""), ElementsAre("now"));
  EXPECT_THAT(shelf.names("cites:99/NĐ-CP"), ElementsAre("now"));
  EXPECT_THAT(shelf.names("dancheu:5/QĐ"), IsEmpty());
  SearchOptions all;
  all.access = {"open", "unit"};
  EXPECT_THAT(shelf.names("dancheu:15", all), testing::UnorderedElementsAre("now", "closed"));
}

class GraphTest : public Cited {
 protected:
  GraphTest() : searcher_((write(dir_.at("index"), shelf()), Searcher::open(dir_.at("index")))) {}
  TempDir dir_;
  Searcher searcher_;
};

TEST_F(GraphTest, TellsWhatAPaperRestsOnAlsoWhereThatIsNotThere) {
  const auto graph = searcher_.graph(id_of("now"), {"open"});
  ASSERT_TRUE(graph);
  ASSERT_EQ(graph->cites.size(), 2u);
  EXPECT_EQ(graph->cites[0].id, id_of("old"));
  EXPECT_EQ(graph->cites[0].relation, "repeals");
  EXPECT_EQ(graph->cites[0].title, "quy chế cũ");
  EXPECT_EQ(graph->cites[1].id, "");
  EXPECT_EQ(graph->cites[1].number, "99/NĐ-CP");
}

TEST_F(GraphTest, TellsWhoCitesItToThoseWhoMaySee) {
  ASSERT_EQ(searcher_.graph(id_of("now"), {"open"})->cited_by.size(), 0u);
  const auto all = searcher_.graph(id_of("now"), {"open", "unit"});
  ASSERT_EQ(all->cited_by.size(), 1u);
  EXPECT_EQ(all->cited_by[0].relation, "mentions");
  EXPECT_EQ(searcher_.graph(id_of("old"), {"open"})->cited_by.at(0).relation, "repeals");
  EXPECT_FALSE(searcher_.graph(id_of("closed"), {"open"}));
  EXPECT_FALSE(searcher_.graph("nothing", {"open"}));
}

TEST(MoreLike, FindsPapersOfTheSameMatterAndNotItself) {
  TempDir dir;
  write(dir.at("index"), papers());
  Searcher searcher = Searcher::open(dir.at("index"));
  const Results like = searcher.more_like(searcher.search("so:169").hits.at(0).id, {});
  EXPECT_EQ(name_of(like.hits.at(0).id), "letter");
  for (const Hit& hit : like.hits) EXPECT_NE(name_of(hit.id), "plan");
  EXPECT_THAT(searcher.more_like("nothing", {}).hits, IsEmpty());
}

}  // namespace
}  // namespace vanthu::test
