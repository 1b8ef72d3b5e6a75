// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/citations.h"

#include <gtest/gtest.h>

#include "pipeline/text.h"

namespace vanthu {
namespace {

std::vector<Citation> cites(std::string_view text) {
  std::vector<Citation> out;
  for (const auto& span : fields::find_citations(to_u32(text))) out.push_back(span.citation);
  return out;
}

TEST(Citations, CodesOfEveryKind) {
  for (const char* code : {"66.7/2025/NQ-CP", "55/2005/TTLT-BNV-VPCP", "5053-CV/VPTW/nb",
                           "44/2014/TT-BGDĐT", "281/QĐ-TTg", "225-KH/TWĐTN-TNNT", "202/2025/QH15",
                           "30c/NQ-CP", "35-L/CTN", "11/2016/TT-BYT"}) {
    const auto found = cites(std::string("theo số ") + code + " đã nêu");
    ASSERT_EQ(found.size(), 1u) << code;
    EXPECT_EQ(found[0].number, code);
  }
}

TEST(Citations, BlanksAndOneLineBreakAreAllowed) {
  EXPECT_EQ(cites("Công văn số 425/VTLTNN - NVTW về")[0].number, "425/VTLTNN-NVTW");
  const auto found = cites(
      "Quyết định số 44 /2005/QĐ-UBND ngày 06 / 7 /2005 của Ủy ban nhân dân tỉnh Bình Thuận về");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].number, "44/2005/QĐ-UBND");
  EXPECT_EQ(found[0].date, "2005-07-06");
  EXPECT_EQ(found[0].issuer, "Ủy ban nhân dân tỉnh Bình Thuận");
  EXPECT_EQ(cites("Thông tư 11/2016/TT-\nBYT")[0].number, "11/2016/TT-BYT");
}

TEST(Citations, TypeDateIssuerAndRelation) {
  const auto found =
      cites("Căn cứ Nghị định số 63/2014/NĐ-CP ngày 26/06/2014 của Chính phủ quy định chi tiết");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].type, "NGHỊ ĐỊNH");
  EXPECT_EQ(found[0].date, "2014-06-26");
  EXPECT_EQ(found[0].issuer, "Chính phủ");
  EXPECT_EQ(found[0].relation, "basis");
  EXPECT_EQ(found[0].raw, "Nghị định số 63/2014/NĐ-CP ngày 26/06/2014 của Chính phủ");
}

TEST(Citations, IssuersDoNotBleedIntoTheSentence) {
  EXPECT_EQ(cites("Kế hoạch số 169/KH-KHVN của Hội Khuyến học Việt Nam kịp thời")[0].issuer,
            "Hội Khuyến học Việt Nam");
}

TEST(Citations, ADateAfterACommaBelongsToTheNextUnlessCuaFollows) {
  const auto two = cites(
      "thực hiện Chỉ thị 11-CT/TW, ngày 10/5/2019, Ban Bí thư ban hành Kết luận số 49-KL/TW về");
  ASSERT_EQ(two.size(), 2u);
  EXPECT_EQ(two[0].date, "");
  EXPECT_EQ(two[1].date, "2019-05-10");
  EXPECT_EQ(cites("Công văn số 64-CV/TW, ngày 10/4/2025 của Ban Bí thư")[0].date, "2025-04-10");
  EXPECT_EQ(cites("Ngày 13/4/2007, Bộ Chính trị ban hành Chỉ thị 11-CT/TW về")[0].date,
            "2007-04-13");
}

TEST(Citations, LawsAreCitedByName) {
  const auto found = cites("Căn cứ Luật Đấu thầu số 43/2013/QH13 ngày 26/11/2013;");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].type, "LUẬT");
  EXPECT_EQ(found[0].title, "Luật Đấu thầu");
}

TEST(Citations, LawsByNameAloneAsTheRuleHasIt) {
  struct Case {
    const char *text, *title, *date, *type;
  };
  for (const Case& one :
       {Case{"Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
             "Luật Tổ chức chính quyền địa phương", "2015-06-19", "LUẬT"},
        Case{"Căn cứ Luật Phòng, chống tham nhũng;", "Luật Phòng, chống tham nhũng", "", "LUẬT"},
        Case{"theo quy định của Bộ luật Lao động năm 2019, các đơn vị", "Bộ luật Lao động", "2019",
             "BỘ LUẬT"},
        Case{"Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức "
             "chính quyền địa phương ngày 22/11/2019;",
             "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính "
             "quyền địa phương",
             "2019-11-22", "LUẬT"},
        Case{"Căn cứ Hiến pháp năm 2013;", "Hiến pháp", "2013", "HIẾN PHÁP"},
        Case{"Pháp lệnh Ưu đãi người có công\nnăm 2020 quy định", "Pháp lệnh Ưu đãi người có công",
             "2020", "PHÁP LỆNH"}}) {
    const auto found = cites(one.text);
    ASSERT_EQ(found.size(), 1u) << one.text;
    EXPECT_EQ(found[0].title, one.title);
    EXPECT_EQ(found[0].date, one.date);
    EXPECT_EQ(found[0].type, one.type);
  }
  EXPECT_EQ(cites("Căn cứ Luật Đất đai năm 2013;")[0].relation, "basis");
}

TEST(Citations, AKnownLawEndsWhereItsNameDoes) {
  const auto found = cites("triển khai Luật An toàn, vệ sinh lao động và các văn bản hướng dẫn");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].title, "Luật An toàn, vệ sinh lao động");
  EXPECT_EQ(found[0].relation, "implements");
  EXPECT_EQ(found[0].number, "") << "no day says which";
  EXPECT_EQ(cites("Luật Đấu thầu ngày 26/11/2013 và").at(0).number, "43/2013/QH13");
  EXPECT_EQ(cites("Luật Đấu thầu năm 2013 và").at(0).number, "43/2013/QH13");
  EXPECT_EQ(cites("Luật Đấu thầu năm 1999 và").at(0).number, "");
  EXPECT_EQ(cites("Luật Giáo dục và").at(0).title, "Luật Giáo dục") << "not Luật Giá";
}

TEST(Citations, AListSharesItsVerb) {
  const auto found = cites(
      "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục;\n- "
      "Thông "
      "tư số 05/2016/TT-BYT và Kế hoạch số 12/KH-UBND. Sở Y tế ban hành Công văn số 45/SYT-VP");
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[1].relation, "basis");
  EXPECT_EQ(found[2].relation, "basis");
  EXPECT_EQ(found[3].relation, "") << "a sentence of its own";
}

TEST(Citations, ALawWithItsCodeIsCitedOnce) {
  EXPECT_EQ(cites("Căn cứ Luật Đấu thầu số 43/2013/QH13 ngày 26/11/2013;").size(), 1u);
}

TEST(Citations, TalkOfLawIsNoCitation) {
  for (const char* text : {"Luật sư Nguyễn Văn Hải ngày 20/8/2019", "theo Luật định năm 2019 thì",
                           "theo Luật Núi rừng, các đơn vị báo cáo trước ngày 30/9/2016",
                           "Đại học Luật Hà Nội năm 2019.",
                           "Thực hiện Luật Núi rừng. Ngày 20/8/2019", "pháp luật năm 2019",
                           "Báo Pháp luật ngày 2/3/2019", "Luật này có hiệu lực từ ngày 01/7/2025"})
    EXPECT_TRUE(cites(text).empty()) << text;
}

TEST(Citations, RelationsHaveADirection) {
  const struct {
    const char *text, *relation;
  } cases[] = {{"Căn cứ Quyết định số 12/QĐ-UBND", "basis"},
               {"Thực hiện Kế hoạch số 12/KH-UBND", "implements"},
               {"Phúc đáp Công văn số 12/UBND-VX", "replies_to"},
               {"trả lời Công văn số 12/UBND-VX", "replies_to"},
               {"thay thế Quyết định số 12/QĐ-UBND", "repeals"},
               {"được thay thế bởi Quyết định số 12/QĐ-UBND", "repealed_by"},
               {"hủy bỏ Quyết định số 12/QĐ-UBND", "repeals"},
               {"sửa đổi, bổ sung Quyết định số 12/QĐ-UBND", "amends"},
               {"Tiếp theo Công văn số 12/UBND-VX", "follows"},
               {"Ban hành kèm theo Quyết định số 12/QĐ-UBND", "attachment"},
               {"Theo đề nghị của Sở tại Tờ trình số 12/TTr-SYT", "proposal"},
               {"Quyết định số 12/QĐ-UBND", ""}};
  for (const auto& one : cases) EXPECT_EQ(cites(one.text).at(0).relation, one.relation) << one.text;
}

TEST(Citations, AStrokeThatOneCodeAloneCanHaveComesBackAndRawStays) {
  const auto found = cites("Thực hiện Nghị định số 30/2020/ND-CP ngày 05/3/2020");
  EXPECT_EQ(found.at(0).number, "30/2020/NĐ-CP");
  EXPECT_EQ(found.at(0).type, "NGHỊ ĐỊNH");
  EXPECT_NE(found.at(0).raw.find("30/2020/ND-CP"), std::string::npos);
}

TEST(Citations, AListSharesItsType) {
  const auto found = cites("các Quyết định số 12/QĐ-UBND, số 13/QĐ-UBND và");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].type, "QUYẾT ĐỊNH");
}

TEST(Citations, ThePassiveReversesAnAmendment) {
  EXPECT_EQ(cites("đã được sửa đổi bởi Thông tư số 28/2007/TT-BTC")[0].relation, "amended_by");
  EXPECT_EQ(cites("sửa đổi Thông tư số 28/2007/TT-BTC")[0].relation, "amends");
}

TEST(Citations, NothingElseIsACitation) {
  for (const char* text :
       {"ngày 20/8/2019", "Quý III/2019 và đầu Quý IV/2019", "công nghiệp 4.0 mang lại",
        "HIV/AIDS năm 2017", "029.7387.2704./.", "năm học 2014 - 2015", "24/11/2012", "1. Mục đích",
        "100.000 đồng/suất/năm", "50km/giờ", "", "/-/-/"})
    EXPECT_TRUE(cites(text).empty()) << text;
}

TEST(Citations, TheYearFormIsNotReadAsItsYear) {
  for (const auto& cite : cites("Thông tư 44/2014/TT-BGDĐT và Nghị định 30/2020/NĐ-CP"))
    EXPECT_NE(cite.number.substr(0, 2), "20");
}

}  // namespace
}  // namespace vanthu
