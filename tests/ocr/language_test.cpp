// SPDX-License-Identifier: GPL-3.0-or-later
// Correction by context with the model that ships: what it finds, and what it leaves alone.
#include "ocr/language.h"

#include <gtest/gtest.h>

#include "pipeline/text.h"
#include "tests/ocr/lines.h"

namespace vanthu {
namespace {

std::string corrected(const std::vector<std::string>& texts, double confidence = 0.9) {
  std::vector<Line> lines;
  int y = 0;
  for (const std::string& text : texts) lines.push_back(line_of(text, 0, y += 30, confidence));
  correct(lines);
  const std::string all = text_of(lines);
  return all.substr(0, all.size() - 1);
}

struct Case {
  const char *read, *printed;
};

class Mends : public testing::TestWithParam<Case> {};
TEST_P(Mends, WhatContextTells) { EXPECT_EQ(corrected({GetParam().read}), GetParam().printed); }
INSTANTIATE_TEST_SUITE_P(
    Language, Mends,
    testing::Values(
        Case{"về bình đăng giới trong gia đình", "về bình đẳng giới trong gia đình"},
        Case{"các cơ quan, tô chức, cá nhân có liên quan",
             "các cơ quan, tổ chức, cá nhân có liên quan"},
        Case{"Luật Phòng, chông bạo lực gia đình", "Luật Phòng, chống bạo lực gia đình"},
        Case{"quy định cụ thê như sau:", "quy định cụ thể như sau:"},
        Case{"quy định chỉ tiết một số điều của Luật", "quy định chi tiết một số điều của Luật"},
        Case{"đề nghị các đơn vị tông hợp báo cáo", "đề nghị các đơn vị tổng hợp báo cáo"},
        Case{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
        Case{"CỘNG HÒA XÃ HỘI CHỦ NGHIA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
        Case{"KT. GIÁM ĐÓC PHÓ GIÁM ĐÓC", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC"},
        Case{"Đề nghị các sở, ban, ngành, Uy ban nhân dân các huyện, thành phô;",
             "Đề nghị các sở, ban, ngành, Ủy ban nhân dân các huyện, thành phố;"},
        Case{"bảo vệ tài sản nhà nưởc và nhân dân", "bảo vệ tài sản nhà nước và nhân dân"}));

TEST(Language, ReadsOnOverTheEndOfALine) {
  EXPECT_EQ(corrected({"trách nhiệm của các cơ quan, tô", "chức, cá nhân trong việc phòng, chông",
                       "tham những, lãng phí"}),
            "trách nhiệm của các cơ quan, tổ\nchức, cá nhân trong việc phòng, chống\n"
            "tham nhũng, lãng phí");
}

TEST(Language, KeepsTheRawWordAndSaysHowSureItIs) {
  std::vector<Line> lines = {line_of("các cơ quan, tô chức, cá nhân", 0, 0, 0.9)};
  correct(lines);
  const Word& word = lines[0].words[3];
  EXPECT_EQ(word.text, "tổ");
  EXPECT_EQ(word.raw, "tô");
  EXPECT_GT(word.confidence, 0.9);
  EXPECT_LE(word.confidence, 1.0);
  EXPECT_EQ(lines[0].words[1].raw, "");
  EXPECT_EQ(lines[0].words[1].confidence, 0.9);
}

TEST(Language, PartsWordsThatRanTogether) {
  EXPECT_EQ(corrected({"tổ chức.các hoạt động thamnhũng, lãng phí"}),
            "tổ chức các hoạt động tham nhũng, lãng phí");
  std::vector<Line> lines = {line_of("thực hiện các.hoạt động truyền thông", 0, 0, 0.9)};
  const Box whole = lines[0].words[2].box;
  correct(lines);
  ASSERT_EQ(lines[0].words.size(), 7u);
  EXPECT_EQ(lines[0].words[2].box.x, whole.x);
  EXPECT_EQ(lines[0].words[3].box.right(), whole.right());
}

TEST(Language, TakesAFullStopWithinASentenceForACommaOrDirt) {
  EXPECT_EQ(corrected({"các cơ quan. tổ chức, cá nhân có liên quan", "chịu trách. nhiệm thi hành"}),
            "các cơ quan, tổ chức, cá nhân có liên quan\nchịu trách nhiệm thi hành");
  EXPECT_EQ(corrected({"~ Chủ tịch Ủy ban nhân dân tỉnh;"}), "- Chủ tịch Ủy ban nhân dân tỉnh;");
}

TEST(Language, TakesABracketWithinARomanNumeralForAnI) {
  EXPECT_EQ(corrected({"Nghị quyết Trung ương 4 (khoá X])", "phần I| và chương V|I của Luật"}),
            "Nghị quyết Trung ương 4 (khoá XI)\nphần II và chương VII của Luật");
  EXPECT_EQ(corrected({"tài liệu [X] và [VI] của cơ quan"}), "tài liệu [X] và [VI] của cơ quan");
  EXPECT_EQ(corrected({"phòng A] của cơ quan"}), "phòng A] của cơ quan");
}

TEST(Language, LeavesFullStopsThatMayBePrinted) {
  const std::string text = "chịu trách nhiệm thi hành. Quyết định này có hiệu lực kể từ ngày ký.";
  EXPECT_EQ(corrected({text}), text);
  EXPECT_EQ(corrected({"TP. Hồ Chí Minh, tr. 5, v.v. và"}), "TP. Hồ Chí Minh, tr. 5, v.v. và");
}

class Leaves : public testing::TestWithParam<const char*> {};
TEST_P(Leaves, AsItStands) {
  EXPECT_EQ(corrected({GetParam()}), GetParam());
  EXPECT_EQ(corrected({GetParam()}, 0.8), GetParam());
}
INSTANTIATE_TEST_SUITE_P(
    Language, Leaves,
    testing::Values("đồng chí Nguyễn Thị Thanh, Phó Chủ tịch Ủy ban nhân dân tỉnh",
                    "ông Trần Văn Hoà, bà Lê Thị Hoa và ông Phạm Đang Thanh",
                    "Danh sách: Nguyễn Hoa, Lê Thị Thu Hà, Đỗ Thanh Binh, Hồ Chi Linh",
                    "Ông Hướng, bà Tuân và anh Quyên", "16 Nghiêm Huyền Thúy 1969 Nam",
                    "Bà Thai, xã Thanh Phu, ấp Hoa Binh", "Số: 298/STTTT-CNTT ngày 12/9/2012",
                    "theo Quyết định số 1342/QĐ-UBND", "tổng số 4.000.000 đồng, đạt 12,5 %",
                    "UBND, HĐND, BCĐ, TTYT, KHTC và TCCB", "- VPUB: LĐ, CV; SGDĐT, BCHTƯ, TĐKT",
                    "a) Cá nhân; ì) Tổ chức", "thủ tục hoà giải ở cơ sở và hòa giải viên",
                    "uỷ ban và ủy viên được uỷ quyền", "theo qui định của pháp luật về kĩ thuật",
                    "the National Strategy for gender equality in Vietnam",
                    "le Comité populaire de la province et les services",
                    "qua địa chỉ http://bacgiang.gov.vn hoặc so_tttt@bacgiang.gov.vn"));

TEST(Language, TellsForeignLines) {
  std::vector<Line> lines = {line_of("Socialist Republic of Vietnam and the Government", 0, 0),
                             line_of("Ministère de la Santé pour les hôpitaux", 0, 30),
                             line_of("Căn cứ Luật Tổ chức chính quyền địa phương", 0, 60),
                             line_of("ព្រះរាជាណាចក្រកម្ពុជា", 0, 90),
                             line_of("越南社會主義共和國", 0, 120)};
  correct(lines);
  EXPECT_EQ(lines[0].language, "en");
  EXPECT_EQ(lines[1].language, "fr");
  EXPECT_EQ(lines[2].language, "vi");
  EXPECT_EQ(lines[3].language, "km");
  EXPECT_EQ(lines[4].language, "zh");
}

TEST(Language, LeavesTextTypedWithoutMarksWithout) {
  const std::vector<std::string> typed = {"uy ban nhan dan tinh de nghi cac don vi to chuc",
                                          "thuc hien nghiem tuc cac noi dung sau"};
  EXPECT_EQ(corrected(typed), typed[0] + '\n' + typed[1]);
}

TEST(Language, TakesOffTheFewMarksThatTheEngineInventedOnAPageTypedWithout) {
  const std::vector<std::string> typed = {
      "Can cu tình hinh thuc te o dia phuong va de nghi cua cac",
      "nganh co lien quan nay quy dinh mot so diem",
      "de cac cap thi hành thong nhạt va bao cao ve Uy ban",
      "Cac dong chi thu truong các nganh chu tich"};
  EXPECT_EQ(corrected(typed),
            "Can cu tinh hinh thuc te o dia phuong va de nghi cua cac\n"
            "nganh co lien quan nay quy dinh mot so diem\n"
            "de cac cap thi hanh thong nhat va bao cao ve Uy ban\n"
            "Cac dong chi thu truong cac nganh chu tich");
}

TEST(Language, LeavesTheMarksOfAFrenchPage) {
  const std::vector<std::string> page = {
      "Ministère de la Santé publique pour les établissements et hôpitaux de la province",
      "Considérant le rapport présenté par le directeur des services",
      "dans le cadre des programmes soutenus par les partenaires du ministère"};
  EXPECT_EQ(corrected(page), page[0] + '\n' + page[1] + '\n' + page[2]);
}

TEST(Language, LeavesAnUnmarkedLineAmongMarkedOnes) {
  EXPECT_EQ(corrected({"đề nghị các đơn vị tổ chức thực hiện", "dien thoai lien he co quan",
                       "nghiêm túc thực hiện các nội dung sau:"}),
            "đề nghị các đơn vị tổ chức thực hiện\ndien thoai lien he co quan\n"
            "nghiêm túc thực hiện các nội dung sau:");
}

TEST(Language, LeavesWhatTheEngineIsSureOf) {
  EXPECT_EQ(corrected({"các cơ quan, tô chức, cá nhân"}, 0.99), "các cơ quan, tô chức, cá nhân");
}

TEST(Language, LeavesNamesWherePeopleSign) {
  std::vector<Line> lines = {line_of("KT. GIÁM ĐÓC", 0, 0, 0.9, Region::foot_right),
                             line_of("Sà Rương", 0, 30, 0.7, Region::foot_right)};
  correct(lines);
  EXPECT_EQ(text_of(lines), "KT. GIÁM ĐỐC\nSà Rương\n");
}

TEST(Language, LeavesStampsAlone) {
  std::vector<Line> lines = {line_of("CÔNG VĂN ĐÊN", 0, 0, 0.6, Region::stamp)};
  correct(lines);
  EXPECT_EQ(text_of(lines), "CÔNG VĂN ĐÊN\n");
}

TEST(Language, DoubtsAWordThatContextSpeaksAgainst) {
  std::vector<Line> lines = {line_of("bà Nguyễn Thị Hằng", 0, 0, 0.95)};
  correct(lines);
  EXPECT_EQ(lines[0].words[3].confidence, 0.95);  // a name: context has no say
}

TEST(Language, TakesEmptyPagesAndLines) {
  std::vector<Line> none, empty(2);
  correct(none), correct(empty);
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(empty[0].language, "vi");
}

}  // namespace
}  // namespace vanthu
