// SPDX-License-Identifier: GPL-3.0-or-later
// Finding by what people remember: short forms and former names, half a number, keys, doubtful
// words.
#include <gmock/gmock.h>

#include "index/search.h"
#include "tests/index/papers.h"

namespace vanthu::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

Reading says(const char* name, const char* text) { return paper(name, "", "", "", "", "", text); }

// A paper whose number was written by hand and may be any of these.
Reading doubtful(const char* name, const std::vector<std::string>& numbers) {
  Reading out = says(name, "Kính gửi các đơn vị\n");
  Field& number = out.dispatches.front().number;
  number.status = Status::handwritten;
  for (const std::string& one : numbers) number.candidates.push_back({one, 0.4});
  return out;
}

// One page of one line of words; `raw` and confidence of the word at `place` as given.
Reading read_as(const char* name, const std::vector<std::string>& words, std::size_t place,
                const std::string& raw, double confidence) {
  Reading out = says(name, "");
  Line line;
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word word;
    word.text = words[i];
    word.box = {100 * static_cast<int>(i), 50, 90, 20};
    word.confidence = i == place ? confidence : 0.95;
    if (i == place) word.raw = raw;
    line.words.push_back(word);
  }
  out.pages.front().lines = {line};
  out.pages.front().text = text_of(line) + "\n";
  return out;
}

TEST(Finds, ShortFormsAndFullNamesOfOneThing) {
  Shelf shelf({says("full", "Chủ tịch Ủy ban nhân dân tỉnh"), says("brief", "Chủ tịch UBND tỉnh"),
               says("apart", "dân ủy nhân ban")});
  EXPECT_THAT(shelf.names("ubnd"), UnorderedElementsAre("full", "brief"));
  EXPECT_THAT(shelf.names("ủy ban nhân dân tỉnh"), UnorderedElementsAre("full", "brief"));
  EXPECT_THAT(shelf.names("uy ban nhan dan"), UnorderedElementsAre("full", "brief", "apart"));
  EXPECT_THAT(shelf.names("\"ủy ban nhân dân\""), ElementsAre("full"));
  EXPECT_THAT(shelf.names("=ubnd"), ElementsAre("brief"));
}

TEST(Finds, WhatIsTypedStandsBeforeItsOtherName) {
  Shelf shelf({says("full", "Ủy ban nhân dân tỉnh"), says("brief", "UBND tỉnh UBND tỉnh")});
  EXPECT_THAT(shelf.names("ủy ban nhân dân"), ElementsAre("full", "brief"));
  EXPECT_TRUE(shelf.search("ủy ban nhân dân").hits.at(1).exact);
}

TEST(Finds, FormerNamesWhenAskedFor) {
  const auto of = [](const char* name, const char* issuer) {
    return paper(name, "", "", "", issuer, "", "");
  };
  Shelf shelf({of("new", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH KHÁNH HÒA"),
               of("agri", "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN"),
               of("soil", "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG TỈNH NINH THUẬN")});
  EXPECT_THAT(shelf.names("coquan:\"Sở NN&MT\""), ElementsAre("new"));
  EXPECT_THAT(shelf.names("coquan:\"Sở NN&MT\" cả tên cũ"),
              UnorderedElementsAre("new", "agri", "soil"));
  EXPECT_THAT(shelf.names("coquan:SNNMT ca ten cu"), UnorderedElementsAre("new", "agri", "soil"));
  EXPECT_THAT(shelf.names("Khánh Hòa cả tên cũ"), UnorderedElementsAre("new", "soil"));
  SearchOptions options;
  options.old_names = true;
  EXPECT_THAT(shelf.names("khanh hoa", options), UnorderedElementsAre("new", "soil"));
  EXPECT_THAT(shelf.names("ninh thuan", options), ElementsAre("soil"));
}

TEST(Finds, ANumberHoweverItIsTyped) {
  std::vector<Reading> all = papers();
  all.push_back(paper("other", "3795/SYT-NVY", "2024-01-01", "", "", "", "chuyện khác\n"));
  all.push_back(paper("cites", "1/BC-X", "2024-02-02", "", "", "",
                      "theo Công văn số 3795/UBND-VXNV, 3795/UBND-VXNV và Kết luận 49-KL/TW\n"));
  all.push_back(
      paper("kl", "49-KL/TW", "2019-05-10", "KẾT LUẬN", "BAN BÍ THƯ", "khuyến học", "KẾT LUẬN\n"));
  Shelf shelf(all);
  for (const char* query : {"3795/UBND-VXNV", "3795/ubnd", "3795 UBND VXNV", "số 3795/UBND-VXNV",
                            "3795 ubnd", "03795-ubnd-vxnv", "so:3795/ubnd", "cv 3795 ubnd"})
    EXPECT_EQ(shelf.names(query).at(0), "letter") << query;
  for (const char* query : {"49 kl tw", "49-kl/tw", "kl 49", "số 49 KL TW", "kết luận 49"})
    EXPECT_EQ(shelf.names(query).at(0), "kl") << query;
  EXPECT_THAT(shelf.names("3795"), ElementsAre("other", "letter", "cites"));
  EXPECT_EQ(shelf.names("cv 3795").at(0), "letter");
}

TEST(Finds, ADoubtfulNumberBehindTheSureOneAndShowsItAsDoubtful) {
  Shelf shelf({doubtful("maybe", {"286/SYT-NVY", "236/SYT-NVY"}),
               paper("sure", "286/SYT-NVY", "2010-01-01", "", "", "", ""),
               says("says", "286 trường hợp 286 286 286")});
  EXPECT_THAT(shelf.names("286"), ElementsAre("sure", "maybe", "says"));
  EXPECT_THAT(shelf.names("286/syt"), ElementsAre("sure", "maybe"));
  EXPECT_THAT(shelf.names("so:236"), ElementsAre("maybe"));
  EXPECT_THAT(shelf.names("236 syt nvy"), ElementsAre("maybe"));
  const Hit hit = shelf.search("so:236").hits.at(0);
  EXPECT_EQ(hit.number, "");
  EXPECT_THAT(hit.numbers, ElementsAre("286/SYT-NVY", "236/SYT-NVY"));
}

TEST(Finds, ADoubtfulDayInTheRangesItMayBeIn) {
  Reading paper = says("maybe", "chung");
  Field& date = paper.dispatches.front().date;
  date.candidates = {{"2019-09-08", 0.5}, {"2019-09-18", 0.3}};
  Shelf shelf({paper});
  EXPECT_THAT(shelf.names("ngay:8/9/2019"), ElementsAre("maybe"));
  EXPECT_THAT(shelf.names("ngay:q3/2019"), ElementsAre("maybe"));
  EXPECT_THAT(shelf.names("ngay:9/9/2019"), IsEmpty());
  EXPECT_THAT(shelf.search("chung").hits.at(0).dates, ElementsAre("2019-09-08", "2019-09-18"));
}

TEST(Finds, WhatAPersonCorrectedIsNoLongerDoubtful) {
  Reading paper = doubtful("fixed", {"286/SYT-NVY"});
  paper.dispatches.front().number.value = "236/SYT-NVY";
  paper.dispatches.front().number.corrected = Correction{"lan", "2026-01-01T00:00:00Z"};
  Shelf shelf({paper});
  EXPECT_THAT(shelf.names("so:286"), IsEmpty());
  EXPECT_THAT(shelf.names("so:236"), ElementsAre("fixed"));
}

TEST(Finds, WordsByTheirBeginning) {
  Shelf shelf;
  EXPECT_THAT(shelf.names("khuy* ninh"), ElementsAre("letter"));
  EXPECT_THAT(shelf.names("so:37*"), ElementsAre("letter"));
  EXPECT_THAT(shelf.names("379*"), ElementsAre("letter"));
  EXPECT_THAT(shelf.names("xyz*"), IsEmpty());
}

TEST(Finds, WordsNearOneAnother) {
  Shelf shelf({says("near", "học tập suốt đời của thanh niên"),
               says("far", "học một hai ba bốn năm sáu bảy tám chín mười thanh niên")});
  EXPECT_THAT(shelf.names("học NEAR/6 \"thanh niên\""), ElementsAre("near"));
  EXPECT_THAT(shelf.names("niên NEAR/7 học"), ElementsAre("near"));
  EXPECT_THAT(shelf.names("học GẦN/3 niên"), IsEmpty());
  EXPECT_THAT(shelf.names("học NEAR/20 niên"), UnorderedElementsAre("near", "far"));
}

TEST(Finds, WhatWasTypedWithTheInputMethodOff) {
  Shelf shelf;
  const Results telex = shelf.search("khuyeens hocj ninh thuaanj");
  EXPECT_EQ(telex.understood, "khuyến học ninh thuận");
  EXPECT_EQ(name_of(telex.hits.at(0).id), "letter");
  EXPECT_TRUE(telex.hits.at(0).exact);
  EXPECT_EQ(name_of(shelf.search("khuye61n ho5c ninh thua65n").hits.at(0).id), "letter");
  EXPECT_EQ(shelf.search("khuyen hoc").understood, "");
  EXPECT_THAT(shelf.search("zzzs").hits, IsEmpty());
}

TEST(Finds, TheRawFormOfAWordThatWasCorrected) {
  Shelf shelf({read_as("read", {"để", "nghị", "xem", "xét"}, 0, "đề", 0.8),
               says("plain", "để nghị xem xét")});
  EXPECT_THAT(shelf.names("\"đề nghị xem\""), ElementsAre("read"));
  EXPECT_THAT(shelf.names("\"để nghị xem\""), UnorderedElementsAre("read", "plain"));
}

TEST(Finds, AWordReadWithDoubtThoughALetterIsWrongWhenNothingElseHasIt) {
  Shelf shelf({read_as("doubt", {"công", "tác", "khuyên", "hẹc"}, 2, "", 0.3),
               read_as("unsure", {"phòng", "nghlên", "cứu"}, 1, "", 0.3),
               read_as("sure", {"phòng", "nghlen", "cứu"}, 1, "", 0.95)});
  const Results found = shelf.search("phong nghien cuu");
  EXPECT_TRUE(found.tolerant);
  ASSERT_EQ(found.hits.size(), 1u);
  EXPECT_EQ(name_of(found.hits[0].id), "unsure");
  EXPECT_FALSE(shelf.search("phong nghlen").tolerant);
}

TEST(Finds, NothingAndSuggestsWordsOfPapersThatMayBeSeen) {
  Reading closed = paper("closed", "7/BC-SNV", "2019-09-20", "", "", "", "nhuyễn thể nhuyễn thể");
  std::vector<Reading> all = papers();
  all.push_back(closed);
  Shelf shelf(all);
  EXPECT_THAT(shelf.search("khuyrn hoc ninh").suggestions, Contains("khuyến hoc ninh"));
  EXPECT_THAT(shelf.search("nhuyem the").suggestions, Not(Contains(testing::HasSubstr("nhuyễn"))));
  EXPECT_THAT(shelf.search("khuyen hoc").suggestions, IsEmpty());
}

}  // namespace
}  // namespace vanthu::test
