// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the papers that have every word stands first: words from one passage, the month that was
// said, who signed and who issued.
#include "index/nearness.h"

#include <gmock/gmock.h>

#include <set>

#include "tests/index/papers.h"

namespace vanthu::test {
namespace {

using testing::ElementsAre;

std::string filler(std::size_t words) {
  std::string out;
  for (std::size_t i = 0; i < words; ++i) out += " việc" + std::to_string(i);
  return out;
}

TEST(Nearness, PutsThePassageBeforePapersThatSayTheWordsFarApart) {
  const std::string far =
      "đê. đê. đê." + filler(40) + " kè. kè. kè." + filler(40) + " sạt lở sạt lở";
  Shelf shelf({paper("far", "1/A-B", "2019-01-01", "", "", "", far),
               paper("near", "2/A-B", "2018-01-01", "", "", "",
                     filler(40) + " gia cố đê và kè bị sạt nặng" + filler(90))});
  for (const char* query : {"de ke sat", "sat de ke", "đê kè sạt"})
    EXPECT_THAT(shelf.names(query), ElementsAre("near", "far")) << query;
}

TEST(Nearness, NeverLiftsAHitOverATier) {
  Shelf shelf({paper("near", "", "", "", "", "", "tam dung ben xe"),
               paper("marks", "", "", "", "", "",
                     "tạm" + filler(30) + " dừng" + filler(30) + " bến" + filler(30) + " xe")});
  EXPECT_THAT(shelf.names("tạm dừng bến xe"), ElementsAre("marks", "near"));
}

TEST(Nearness, OrdersTheFirstHundredHitsTheSameOnEveryPage) {
  std::vector<Reading> many;
  for (int n = 0; n < 130; ++n)
    many.push_back(paper("p" + std::to_string(n), "", "2019", "", "", "",
                         "sông" + filler(static_cast<std::size_t>(n * 7 % 50)) + " hồ"));
  Shelf shelf(many);
  SearchOptions options;
  options.limit = 130;
  const std::vector<std::string> whole = shelf.names("song ho", options);
  std::vector<std::string> paged;
  for (options.limit = 30;;) {
    const Results page = shelf.search("song ho", options);
    for (const Hit& hit : page.hits) paged.push_back(name_of(hit.id));
    if (page.next.empty()) break;
    options.after = page.next;
  }
  EXPECT_EQ(paged, whole);
  EXPECT_EQ(std::set<std::string>(whole.begin(), whole.end()).size(), 130u);
}

TEST(SaidMonth, PutsThePapersOfThatMonthFirst) {
  const std::string text = "khuyến học, báo cáo trong tháng 9 năm 2019";
  Shelf shelf({paper("other", "", "2020-01-05", "", "", "", text + " " + text),
               paper("month", "", "2019-09-07", "", "", "", "khuyến học" + filler(60)),
               paper("none", "", "2018-09-07", "", "", "", "khuyến học")});
  EXPECT_THAT(shelf.names("khuyen hoc thang 9 nam 2019"), ElementsAre("month", "other"));
  EXPECT_THAT(shelf.names("khuyến học t9/2019"), ElementsAre("month"));
  EXPECT_THAT(shelf.names("khuyen hoc 2018"), ElementsAre("none"));
}

TEST(NamesInAQuery, PutFirstWhatTheySignedOrIssued) {
  Reading own = paper("own", "", "2010", "", "SỞ TƯ PHÁP", "hòa giải", "hòa giải" + filler(50));
  own.dispatches.front().signer = read_field("Đặng Quốc Hòa");
  Shelf shelf({own, paper("says", "", "2020", "", "SỞ Y TẾ", "",
                          "Ông Đặng Quốc Hòa, Sở Tư pháp, bàn hòa giải, hòa giải")});
  EXPECT_THAT(shelf.names("dang quoc hoa hoa giai"), ElementsAre("own", "says"));
  EXPECT_THAT(shelf.names("stp hoa giai"), ElementsAre("own", "says"));
}

}  // namespace
}  // namespace vanthu::test
