// SPDX-License-Identifier: GPL-3.0-or-later
// What each query must find, first to last, over papers.h.
#include "index/search.h"

#include <gmock/gmock.h>

#include <random>

#include "pipeline/error.h"
#include "tests/index/papers.h"

namespace vanthu::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAreArray;

struct Case {
  const char* query;
  std::vector<std::string> found;
};

class Search : public testing::Test {
 protected:
  static void SetUpTestSuite() { shelf_ = new Shelf; }
  static void TearDownTestSuite() { delete shelf_, shelf_ = nullptr; }
  static Shelf& shelf() { return *shelf_; }

 private:
  static Shelf* shelf_;
};
Shelf* Search::shelf_ = nullptr;

// Its number's digits are written by hand and were not read; its notation is print.
TEST_F(Search, ANotationIsFoundWhereTheDigitsWereNotRead) {
  Reading half = paper("half", "", "2015-06-05", "GIẤY MỜI", "SỞ VĂN HÓA", "dự hội nghị", "x\n");
  Field& number = half.dispatches.front().number;
  number.status = Status::handwritten;
  number.evidence = {{"print", "/GM-SVHTTDL", 0.9}};
  Shelf shelf({half});
  for (const char* query : {"so:GM-SVHTTDL", "so:/GM-SVHTTDL", "so:svhttdl"})
    EXPECT_THAT(shelf.names(query), ElementsAre("half")) << query;
  for (const char* query : {"so:96/GM-SVHTTDL", "so:SVHTTDL-GM"})
    EXPECT_THAT(shelf.names(query), IsEmpty()) << query;
}

// A file of two dispatches: the second bears the id of the plan.
TEST_F(Search, FindsTheseAndOnlyThese) {
  const std::vector<Case> cases{
      {"khuyen hoc ninh thuan", {"letter"}},
      {"khuyến học ninh thuận", {"letter"}},
      {"\"xây dựng xã hội học tập\"", {"letter"}},
      {"\"xay dung xa hoi\"", {"letter"}},
      {"\"xây dung xã hội\"", {}},
      {"\"hội xã\"", {}},
      {"so:3795", {"letter"}},
      {"so:3795/ubnd", {"letter"}},
      {"so:3795/UBND-VXNV", {"letter"}},
      {"so:\"3795 UBND VXNV\"", {"letter"}},
      {"so:\"số 03795 / ubnd - vxnv\"", {"letter"}},
      {"Số: 3795/UBND-VXNV", {"letter"}},
      {"so:379", {}},
      {"so:169", {"plan"}},
      {"so:2019", {}},
      {"so:3", {"invite"}},
      {"so:ubnd", {"letter", "halt"}},
      {"so:10..20", {"halt", "order"}},
      {"so:100..", {"letter", "plan"}},
      {"so:11-CT/TW", {"order"}},
      {"11-CT/TW", {"order", "letter", "plan"}},
      {"11-ct/tw", {"order", "letter", "plan"}},
      {"49-KL/TW", {"plan"}},
      {"169/KH-KHVN", {"plan", "letter"}},
      {"ngay:2019-09..2019-12", {"letter", "halt", "invite"}},
      {"ngay:9/9/2019", {"letter"}},
      {"ngay:t9/2019", {"letter"}},
      {"ngay:2019", {"letter", "plan", "halt", "invite"}},
      {"ngay:..2010", {"order"}},
      {"ngay:2020..", {"usage"}},
      {"ngay:15/12/2019", {"invite"}},
      {"ngay:1/11/2019", {}},
      {"loai:\"kế hoạch\"", {"plan"}},
      {"type:chi-thi", {"order"}},
      {"loai:(kế-hoạch or chỉ-thị)", {"plan", "order"}},
      {"coquan:\"Ninh Thuận\"", {"letter", "halt"}},
      {"coquan:khuyến", {"plan"}},
      {"issuer:\"so y te\"", {"usage"}},
      {"noinhan:\"Sở Giáo dục\"", {"letter"}},
      {"to:so -coquan:x", {"letter"}},
      {"nguoiky:bình", {"letter"}},
      {"signer:\"tat dong\"", {"plan"}},
      {"trichyeu:\"khuyến học\"", {"order"}},
      {"khan:\"hỏa tốc\"", {"invite"}},
      {"khan:\"hoả tốc\"", {"invite"}},
      {"\"hòa bình\"", {"invite"}},
      {"danh-hiệu", {"plan"}},
      {"khuyến -tài", {"order"}},
      {"bến xe -dừng", {"usage"}},
      {"=nam", {"letter", "plan"}},
      {"quyen:unit", {}},
      {"\"nội bộ\"", {}},
      {"zzz", {}},
  };
  for (const Case& c : cases)
    EXPECT_THAT(shelf().names(c.query), UnorderedElementsAreArray(c.found)) << c.query;
}

TEST_F(Search, PutsThePaperOfThatNumberBeforeThoseThatCiteIt) {
  EXPECT_EQ(shelf().names("11-CT/TW").front(), "order");
  EXPECT_EQ(shelf().names("169/KH-KHVN").front(), "plan");
  EXPECT_EQ(shelf().names("169 kh khvn").front(), "plan");
  EXPECT_EQ(shelf().names("3795").front(), "letter");
}

TEST_F(Search, TellsAllThatAHitIsPrintedWith) {
  const Hit hit = shelf().search("so:3795").hits.at(0);
  EXPECT_EQ(hit.id, "6c6574746572.1");
  EXPECT_EQ(hit.number, "3795/UBND-VXNV");
  EXPECT_EQ(hit.date, "2019-09-09");
  EXPECT_EQ(hit.type, "CÔNG VĂN");
  EXPECT_EQ(hit.issuer, "ỦY BAN NHÂN DÂN TỈNH NINH THUẬN");
  EXPECT_EQ(hit.subject, "phối hợp triển khai thực hiện Kế hoạch số 169/KH-KHVN");
  EXPECT_EQ(hit.access, "open");
  EXPECT_TRUE(hit.exact);
}

TEST_F(Search, ShowsThePageOfTheHitInAFileOfTwoDispatches) {
  const Hit hit = shelf().search("\"công dân học tập\"").hits.at(0);
  EXPECT_EQ(hit.snippet.page, 2);
  ASSERT_EQ(hit.snippet.marks.size(), 1u);
  const TextRange mark = hit.snippet.marks[0];
  EXPECT_EQ(hit.snippet.text.substr(mark.begin, mark.end - mark.begin), "Công dân học tập");
}

TEST_F(Search, LooksForSomeOfTheWordsWhenNothingHasAllAndSaysSo) {
  const Results some = shelf().search("dừng zzz");
  EXPECT_TRUE(some.relaxed);
  EXPECT_EQ(name_of(some.hits.at(0).id), "halt");
  EXPECT_FALSE(shelf().search("dừng").relaxed);
  EXPECT_FALSE(shelf().search("yyy zzz").relaxed);
  EXPECT_THAT(shelf().names("dừng zzz loai:\"giấy mời\""), IsEmpty());
}

TEST_F(Search, SortsByDateAndByNumber) {
  SearchOptions options;
  options.sort = SortBy::date;
  EXPECT_THAT(shelf().names("so:1..", options),
              ElementsAre("usage", "invite", "halt", "letter", "plan", "order"));
  options.sort = SortBy::number;
  EXPECT_THAT(shelf().names("so:1..", options),
              ElementsAre("invite", "order", "halt", "usage", "plan", "letter"));
}

TEST_F(Search, PagesThroughTheHits) {
  SearchOptions options;
  options.sort = SortBy::date;
  options.limit = 2, options.offset = 3;
  const Results page = shelf().search("so:1..", options);
  EXPECT_EQ(page.total, 6u);
  EXPECT_TRUE(page.total_exact);
  EXPECT_THAT(shelf().names("so:1..", options), ElementsAre("letter", "plan"));
  options.offset = 1000000;
  EXPECT_THAT(shelf().names("so:1..", options), IsEmpty());
  options.limit = 0, options.offset = 0;
  EXPECT_EQ(shelf().search("so:1..", options).total, 6u);
}

TEST_F(Search, ShowsWhatMayBeSeenAndNothingElse) {
  SearchOptions options;
  EXPECT_EQ(shelf().search("khuyến học").total, 3u);
  options.access = {"open", "unit"};
  EXPECT_EQ(shelf().search("khuyến học", options).total, 4u);
  options.access = {"unit"};
  EXPECT_THAT(shelf().names("khuyến học", options), ElementsAre("closed"));
  EXPECT_THAT(shelf().names("-zzz", options), ElementsAre("closed"));
  options.access = {};
  EXPECT_EQ(shelf().search("khuyến học or -khuyến", options).total, 0u);
}

TEST_F(Search, OfAMalformedQueryIsAnErrorNotAnEmptyPage) {
  try {
    shelf().search("ngay:x");
    ADD_FAILURE();
  } catch (const Error& e) {
    EXPECT_EQ(e.code, Code::usage);
    EXPECT_EQ(e.hint, "ngay:x\n     ^");
  }
}

// Whatever is typed is either answered or told to be malformed.
TEST_F(Search, TakesAnyBytes) {
  const std::vector<std::string> pieces{"\"",   "(",     ")",    "-",    "=",     "|",    ":",
                                        "so:",  "ngay:", "or",   "dừng", "3795",  "2019", "11-CT/",
                                        "..",   " ",     " ",    "“",    "*",     "\xFF", "\xC3",
                                        "\x01", "loai:", "học,", "/",    "quyen:"};
  std::mt19937 random(11);
  for (int i = 0; i < 3000; ++i) {
    std::string query;
    for (std::size_t n = random() % 12; n > 0; --n) query += pieces[random() % pieces.size()];
    try {
      shelf().search(query);
    } catch (const Error& e) {
      EXPECT_EQ(e.code, Code::usage) << query;
      EXPECT_EQ(e.hint.back(), '^') << query;
    }
  }
}

}  // namespace
}  // namespace vanthu::test
