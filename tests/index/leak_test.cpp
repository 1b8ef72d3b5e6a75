// SPDX-License-Identifier: GPL-3.0-or-later
// Who may not see a paper gets the very answers of an index that never had it.
#include <gmock/gmock.h>

#include <set>

#include "tests/index/papers.h"

namespace vanthu::test {
namespace {

Citation cite(const std::string& number, const char* relation) {
  Citation out;
  out.number = number, out.relation = relation;
  return out;
}

std::vector<Reading> open_papers() {
  Reading rule =
      paper("rule", "15/QĐ-UBND", "2019-03-01", "QUYẾT ĐỊNH", "UBND TỈNH X", "quy chế họp",
            "Quy chế họp giao ban, kỷ luật lao động, đơn vị thực hiện.\n");
  Reading report =
      paper("report", "20/BC-SNV", "2019-04-01", "BÁO CÁO", "SỞ NỘI VỤ", "họp giao ban",
            "Theo Quyết định 15/QĐ-UBND và Thông báo 77/TB-SNV về họp giao ban.\n");
  report.dispatches.front().cites = {cite("15/QĐ-UBND", "basis"), cite("77/TB-SNV", "follows")};
  return {rule, report};
}

// Of class "unit" (access_of): it cites, repeals, is cited, and has words that no other has.
std::vector<Reading> with_closed() {
  Reading closed = paper("closed", "77/TB-SNV", "2018-01-02", "THÔNG BÁO", "THANH TRA SỞ",
                         "thửng kỷ luật cán bộ Trần Kín",
                         "Quy chế họp giao ban, thửng, tố giác, tố giắc; thay 15/QĐ-UBND.\n");
  closed.dispatches.front().cites = {cite("15/QĐ-UBND", "repeals")};
  closed.dispatches.front().urgent = read_field("HỎA TỐC");
  closed.dispatches.front().signer = read_field("Trần Kín");
  std::vector<Reading> out = open_papers();
  out.push_back(closed);
  return out;
}

std::string told(const Results& r) {
  std::string out = std::to_string(r.total) + (r.total_exact ? " exact" : " about") +
                    (r.relaxed ? " relaxed" : "") + (r.tolerant ? " tolerant" : "") +
                    " understood:" + r.understood + " suggestions:";
  for (const std::string& one : r.suggestions) out += " [" + one + "]";
  for (const Facet& facet : r.facets)
    for (const FacetCount& one : facet.counts)
      out += "\n" + facet.key + " " + one.value + " " + std::to_string(one.count);
  // In no order: how rare a word is, is counted over all papers, so a closed one may turn two hits.
  std::set<std::string> hits;
  for (const Hit& hit : r.hits) {
    std::string line = "\n" + name_of(hit.id) + ": " + hit.snippet.text;
    for (const PaperLink& by : hit.repealed_by) line += " repealed by " + by.number;
    hits.insert(line);
  }
  for (const std::string& hit : hits) out += hit;
  return out + (r.next.empty() ? "" : "\nmore");
}

std::string told(const std::optional<Graph>& graph) {
  if (!graph) return "nothing";
  std::string out = graph->paper.id;
  for (const auto* links : {&graph->cites, &graph->cited_by})
    for (const PaperLink& link : *links)
      out += "\n" + link.relation + " " + link.id + " " + link.number + " " + link.title;
  return out;
}

class Leak : public testing::Test {
 protected:
  Searcher shelf(const std::string& name, const std::vector<Reading>& readings) {
    write(dir_.at(name), readings);
    return Searcher::open(dir_.at(name));
  }
  TempDir dir_;
  Searcher with_ = shelf("with", with_closed()), without_ = shelf("without", open_papers());
};

TEST_F(Leak, NoAnswerTellsOfAClosedPaper) {
  for (const char* query : {"quy che hop",
                            "họp giao ban",
                            "thửng",
                            "thung",
                            "thửg",
                            "tố giác",
                            "to giac",
                            "togiac kin",
                            "trần kín",
                            "tran kim",
                            "so:77",
                            "77/TB-SNV",
                            "77 tb snv",
                            "dancheu:15/QĐ-UBND",
                            "dancheu:77",
                            "ngay:2018",
                            "nguoiky:kín",
                            "khan:\"hỏa tốc\"",
                            "coquan:\"thanh tra\"",
                            "quyen:unit",
                            "thu*",
                            "so:70..80",
                            "giac NEAR thung",
                            "thuwngr",
                            "thửng hop",
                            "-thửng",
                            "giao ban 2018",
                            "giao ban tháng 1/2018",
                            "thong bao or bao cao"})
    for (const SortBy sort : {SortBy::relevance, SortBy::date, SortBy::number}) {
      SearchOptions options;
      options.facet_values = 10, options.sort = sort;
      EXPECT_EQ(told(with_.search(query, options)), told(without_.search(query, options))) << query;
    }
}

TEST_F(Leak, NoCursorIsACrowbar) {
  SearchOptions options;
  options.after = "1." + paper("closed", "", "", "", "", "", "").dispatches.front().id;
  EXPECT_EQ(told(with_.search("hop", options)), told(without_.search("hop", options)));
}

TEST_F(Leak, NoGraphAndNoLikenessKnowsIt) {
  for (const char* name : {"rule", "report", "closed"}) {
    const std::string id = paper(name, "", "", "", "", "", "").dispatches.front().id;
    EXPECT_EQ(told(with_.graph(id, {"open"})), told(without_.graph(id, {"open"}))) << name;
    for (const Hit& hit : with_.more_like(id).hits) EXPECT_NE(name_of(hit.id), "closed");
  }
  const std::string closed = paper("closed", "", "", "", "", "", "").dispatches.front().id;
  EXPECT_EQ(told(with_.more_like(closed)), told(without_.more_like(closed)));
}

TEST_F(Leak, WhoMaySeeItFindsIt) {
  SearchOptions all;
  all.access = {"open", "unit"};
  EXPECT_EQ(with_.search("thửng", all).total, 1u);
  EXPECT_EQ(with_.search("so:15", all).hits.at(0).repealed_by.size(), 1u);
  EXPECT_TRUE(
      with_.graph(paper("closed", "", "", "", "", "", "").dispatches.front().id, {"open", "unit"}));
}

}  // namespace
}  // namespace vanthu::test
