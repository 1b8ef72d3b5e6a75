// SPDX-License-Identifier: GPL-3.0-or-later
// Issuer, kind, subject and addressees: what stands between the top of the page and the body.
#include <gtest/gtest.h>

#include "paper.h"
#include "pipeline/fields/fields.h"
#include "pipeline/fields/issuer.h"
#include "pipeline/fields/kind.h"
#include "pipeline/fields/subject.h"
#include "pipeline/fields/vocabulary.h"

namespace vanthu {
namespace {

Dispatch read(const sheet::Letter& letter) {
  return understand({sheet::set(letter).page()}, "a.pdf").dispatches.at(0);
}

std::vector<std::string> values(const std::vector<Field>& fields) {
  std::vector<std::string> out;
  for (const Field& field : fields) out.push_back(field.value.value_or("-"));
  return out;
}

TEST(Issuer, TheLineAboveIsTheParent) {
  const Dispatch d = read({});
  EXPECT_EQ(d.issuer.value, "SỞ Y TẾ");
  EXPECT_EQ(d.parent.value, "UBND TỈNH KIÊN GIANG");
  EXPECT_GE(d.issuer.confidence, kTrusted);
}

TEST(Issuer, ACommitteeOverItsProvinceIsOneBodyWithoutParent) {
  const Dispatch d =
      read({.issuers = {"UỶ BAN NHÂN DÂN", "TỈNH BÁC GIANG"}, .number = "Số: 342/UBND-NVY"});
  EXPECT_EQ(d.issuer.value, "UỶ BAN NHÂN DÂN TỈNH BẮC GIANG");
  EXPECT_EQ(d.parent.value, std::nullopt);
  EXPECT_EQ(d.parent.status, Status::absent);
}

TEST(Issuer, LongNamesRunOverLines) {
  const Dispatch d = read({.issuers = {"TỈNH ỦY BẮC GIANG", "BỘ PHẬN THƯỜNG TRỰC",
                                       "CHỈ ĐẠO THỰC HIỆN NGHỊ", "QUYẾT TW4"}});
  EXPECT_EQ(d.issuer.value, "BỘ PHẬN THƯỜNG TRỰC CHỈ ĐẠO THỰC HIỆN NGHỊ QUYẾT TW4");
  EXPECT_EQ(d.parent.value, "TỈNH ỦY BẮC GIANG");
}

TEST(Issuer, GluedWordsAndCommasComeRight) {
  EXPECT_EQ(read({.issuers = {"UBND TỈNH QUẢNG TRỊ", "SỞNÔNG NGHIỆP"}}).issuer.value,
            "SỞ NÔNG NGHIỆP");
  EXPECT_EQ(fields::restore_marks("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
            "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH");
}

TEST(Issuer, ANumberRowThatLostItsSlashIsNoIssuer) {
  const Dispatch d = read({.number = "Số: ŸGM-SVHTTDL"});
  EXPECT_EQ(d.issuer.value, "SỞ Y TẾ");
  EXPECT_EQ(d.number.status, Status::handwritten);
  ASSERT_FALSE(d.number.evidence.empty());
  EXPECT_EQ(d.number.evidence[0].value, "/GM-SVHTTDL");
}

TEST(Issuer, UnknownNamesAreKeptButNotTrusted) {
  const Dispatch d = read({.issuers = {"CÔNG TY CỔ PHẦN XYZ", "BAN GÌ ĐÓ LẠ"}});
  EXPECT_EQ(d.issuer.value, "BAN GÌ ĐÓ LẠ");
  EXPECT_LT(d.issuer.confidence, kTrusted);
}

TEST(Issuer, ANotationIsSpeltOutByANameInTheText) {
  const Field issuer = fields::issuer_from_code(
      "KHVN", "Để thực hiện, Hội Khuyến học Việt Nam xây dựng kế hoạch", "TM. HỘI KHVN");
  EXPECT_EQ(issuer.value, "Hội Khuyến học Việt Nam");
  EXPECT_EQ(issuer.status, Status::inferred);
  EXPECT_EQ(fields::issuer_from_code("KHVN", "Không có tên nào ở đây cả", "").value, std::nullopt);
}

TEST(Vocabulary, LostMarksComeBackAndOthersStay) {
  EXPECT_EQ(fields::restore_marks("SỞ Y TE"), "SỞ Y TẾ");
  EXPECT_EQ(fields::restore_marks("UỶ BAN NHÂN DÂN"), "UỶ BAN NHÂN DÂN");
  EXPECT_EQ(fields::restore_marks("CÔNG HÒA LẠ TAI"), "CÔNG HÒA LẠ TAI");
  EXPECT_EQ(fields::province("tỉnh Kien Giang"), "Kiên Giang");
  EXPECT_EQ(fields::province("Kiên Gian"), std::nullopt);
}

TEST(Vocabulary, OneLetterOffInALongPhraseIsMendedButNotKnown) {
  double known = 1;
  EXPECT_EQ(fields::restore_marks("BAN QUÁẢN LÝ", &known), "BAN QUẢN LÝ");
  EXPECT_LT(known, 1);
  EXPECT_EQ(fields::restore_marks("BAN KHUYẾN LÝ"), "BAN KHUYẾN LÝ");
  EXPECT_EQ(fields::restore_marks("TỈNH TIỀN GIANG"), "TỈNH TIỀN GIANG") << "not KIÊN GIANG";
}

TEST(Kind, ATitleThatLostItsFirstWordIsToldByItsEnding) {
  EXPECT_EQ(read({.number = "Số: 9/KH-SYT",
                  .v_v = {},
                  .title = "HOẠCH",
                  .subject = {"Thanh tra chuyên môn"}})
                .type.value,
            "KẾ HOẠCH");
  EXPECT_NE(read({.number = "Số: 9/SYT-NVY", .v_v = {}, .title = "TRÌNH"}).type.value, "TỜ TRÌNH")
      << "or CHƯƠNG TRÌNH";
}

TEST(Kind, CodesKeepTheirAmbiguities) {
  EXPECT_EQ(fields::kind_of_code("QĐ", false)->name, "QUYẾT ĐỊNH");
  EXPECT_EQ(fields::kind_of_code("QĐ", true), nullptr);
  EXPECT_EQ(fields::kind_of_code("HĐ", false)->name, "HỢP ĐỒNG");
  EXPECT_EQ(fields::kind_of_code("HD", false)->name, "HƯỚNG DẪN");
  EXPECT_EQ(fields::kind_of_code("SYT", false), nullptr);
}

TEST(Kind, ThePrintedTitleComesFirst) {
  const Dispatch d = read({.number = "Số: 09/KH-TTra",
                           .v_v = {},
                           .title = "KÉ HOẠCH",
                           .subject = {"Thanh tra hoạt động chuyên môn"},
                           .addressed = {}});
  EXPECT_EQ(d.type.value, "KẾ HOẠCH");
  EXPECT_EQ(d.type.status, Status::read);
  EXPECT_EQ(d.subject.value, "Thanh tra hoạt động chuyên môn");
  EXPECT_EQ(d.to_status, "absent");
}

TEST(Kind, OtherWordsForAKindAreKeptAsRaw) {
  const Dispatch d = read({.number = "Số: 289/GM-UBND", .v_v = {}, .title = "MỜI HỌP UBND TỈNH"});
  EXPECT_EQ(d.type.value, "GIẤY MỜI");
  EXPECT_EQ(d.type.raw, "MỜI HỌP");
}

TEST(Kind, WithoutTitleTheNotationDecidesElseItIsALetter) {
  EXPECT_EQ(read({.number = "Số: 74/GM-UBND", .v_v = {}}).type.value, "GIẤY MỜI");
  const Field letter = read({}).type;
  EXPECT_EQ(letter.value, "CÔNG VĂN");
  EXPECT_EQ(letter.status, Status::inferred);
}

TEST(Kind, AHeadingOfTheBodyIsNoTitle) {
  sheet::Sheet page = sheet::set({});
  page.centred(1300, 1600, "BÁO CÁO");
  EXPECT_EQ(understand({page.page()}, "a.pdf").dispatches[0].type.value, "CÔNG VĂN");
}

TEST(Subject, LeadInsAndFullStopsAreDropped) {
  for (const char* text :
       {"V/v tăng cường giám sát.", "(V/v tăng cường giám sát)", "V/v: tăng cường giám sát",
        "Về việc tăng cường giám sát", "Vív tăng cường giám sát", "V/v về việc tăng cường giám sát",
        "VÁN tăng cường giám sát"})
    EXPECT_EQ(fields::plain_subject(text), "tăng cường giám sát") << text;
  EXPECT_EQ(fields::plain_subject("Văn phòng báo cáo (lần 2)"), "Văn phòng báo cáo (lần 2)");
}

TEST(Subject, SharesTheTitlesRow) {
  const Dispatch d = read({.number = "Số: 115/BC-KCN",
                           .v_v = {},
                           .title = "BÁO CÁO CÔNG TÁC PHÒNG NGỪA",
                           .subject = {"Tháng 11 năm 2012"},
                           .addressed = {}});
  EXPECT_EQ(d.type.value, "BÁO CÁO");
  EXPECT_EQ(d.subject.value, "CÔNG TÁC PHÒNG NGỪA Tháng 11 năm 2012");
}

TEST(Subject, StopsBeforeTheAuthorityLine) {
  sheet::Letter letter{
      .number = "Số: 12/QĐ-SYT",
      .v_v = {},
      .title = "QUYẾT ĐỊNH",
      .subject = {"Về việc thành lập Tổ chuyên gia", "xét thầu", "GIÁM ĐỐC SỞ Y TẾ KIÊN GIANG"},
      .addressed = {}};
  EXPECT_EQ(read(letter).subject.value, "thành lập Tổ chuyên gia xét thầu");
}

TEST(Subject, NoneIsMissing) {
  const Field subject = read({.number = "Số: 74/GM-UBND", .v_v = {}}).subject;
  EXPECT_EQ(subject.value, std::nullopt);
  EXPECT_EQ(subject.status, Status::missing);
}

TEST(Addressed, OneInline) {
  const Dispatch d = read({});
  EXPECT_EQ(values(d.to), std::vector<std::string>({"Đơn vị thuộc, trực thuộc Sở Y tế"}));
  EXPECT_EQ(d.to_status, "read");
}

TEST(Addressed, SeveralWithWrappedItemsAndSemicolonsInside) {
  const Dispatch d = read(
      {.addressed = {"Kinh gửi:", "- Văn phòng Tỉnh uỷ; các Ban thuộc Tỉnh uỷ;",
                     "- Uỷ ban MTTQ, Hội Cựu chiến binh, Hội", "- UBND các huyện, thành phố."}});
  EXPECT_EQ(values(d.to), std::vector<std::string>({"Văn phòng Tỉnh uỷ; các Ban thuộc Tỉnh uỷ",
                                                    "Uỷ ban MTTQ, Hội Cựu chiến binh, Hội",
                                                    "UBND các huyện, thành phố"}));
}

TEST(Addressed, DotsAreBlankAndInkOnDotsIsByHand) {
  EXPECT_EQ(read({.addressed = {"Kính gửi: ........................"}}).to_status, "blank");
  const Dispatch filled = read({.addressed = {"Kính gửi:...... Nhu....thanh....phan"}});
  ASSERT_EQ(filled.to.size(), 1u);
  EXPECT_EQ(filled.to[0].value, std::nullopt);
  EXPECT_EQ(filled.to[0].status, Status::handwritten);
}

TEST(Addressed, AListWithoutItsAnchorIsToldByItsPlace) {
  const Dispatch d =
      read({.addressed = {"- Các Bệnh viện trong tỉnh;", "- Trung tâm Y tế các huyện."}});
  EXPECT_EQ(values(d.to),
            std::vector<std::string>({"Các Bệnh viện trong tỉnh", "Trung tâm Y tế các huyện"}));
  EXPECT_EQ(read({.addressed = {"- Một dòng lẻ loi;"}}).to_status, "missing");
}

TEST(Addressed, AStampReadInFrontOfTheListIsCutOff) {
  sheet::Letter letter;
  letter.addressed = {"Kính gửi:", "", "", ""};
  sheet::Sheet page = sheet::set(letter);
  int y = 0;
  for (const Line& line : page.page().lines)
    if (text_of(line) == "Kính gửi:") y = line.box.y;
  ASSERT_GT(y, 0);
  OcrPage ocr = page.page();
  const auto row = [&](int at, const char* lead, double sure, const char* item) {
    sheet::Sheet one;
    one.at(1200, at, item);
    Line line = one.page().lines.front();
    line.words.insert(line.words.begin(), Word{lead, "", {300, at, 860, 44}, sure});
    line.box = {300, at, line.box.right() - 300, 44};
    ocr.lines.push_back(line);
  };
  row(y + 66, "[8Ó//", 0.2, "- Phòng Y tế các huyện;");
  row(y + 132, "KHẨN", 0.9, "- Bệnh viện đa khoa tỉnh.");  // sure, but far to the left
  const Dispatch d = understand({ocr}, "a.pdf").dispatches.at(0);
  ASSERT_EQ(d.to.size(), 2u);
  EXPECT_EQ(d.to[0].value, "Phòng Y tế các huyện");
  EXPECT_EQ(d.to[1].value, "Bệnh viện đa khoa tỉnh");
}

TEST(Addressed, TheFirstItemMayHangUnderItsAnchor) {
  sheet::Letter letter;
  letter.addressed = {"Kính gửi:", "", ""};
  sheet::Sheet page = sheet::set(letter);
  Box anchor;
  for (const Line& line : page.page().lines)
    if (text_of(line) == "Kính gửi:") anchor = line.box;
  ASSERT_FALSE(anchor.empty());
  page.at(anchor.right() - 10, anchor.y + 59, "- Trung tâm Y tế;");
  page.at(anchor.right() - 10, anchor.y + 118, "- Phòng Y tế.");
  const Dispatch d = understand({page.page()}, "a.pdf").dispatches.at(0);
  EXPECT_EQ(values(d.to), std::vector<std::string>({"Trung tâm Y tế", "Phòng Y tế"}));
}

// The engine takes the white, and marks of the next line, into the boxes of words at the edge.
TEST(Addressed, BoxesSpreadOverTheWhiteLoseNoItem) {
  sheet::Letter letter;
  letter.addressed = {"Kính gửi:", "", ""};
  OcrPage page = sheet::set(letter).page();
  const auto anchor = std::find_if(page.lines.begin(), page.lines.end(),
                                   [](const Line& line) { return text_of(line) == "Kính gửi:"; });
  ASSERT_NE(anchor, page.lines.end());
  const Box at = anchor->box;
  anchor->words.back().box.w = anchor->box.w = 1100;
  sheet::Sheet list;
  list.at(at.right() + 60, at.y + 42, "- Trưởng phòng Y tế;");
  list.at(at.right() + 60, at.y + 101, "- Giám đốc Bệnh viện.");
  Line first = list.page().lines.front();
  Word& dash = first.words.front();
  dash.box = {at.right() - 70, dash.box.y, dash.box.right() - at.right() + 70, dash.box.h};
  first.box = {dash.box.x, first.box.y, first.box.right() - dash.box.x, first.box.h};
  page.lines.push_back(first);
  page.lines.push_back(list.page().lines.back());
  EXPECT_EQ(values(understand({page}, "a.pdf").dispatches.at(0).to),
            std::vector<std::string>({"Trưởng phòng Y tế", "Giám đốc Bệnh viện"}));
}

TEST(Addressed, ABodyLineIsNotCut) {
  const Dispatch d = read({.addressed = {"Kính gửi: Sở Y tế."}});
  ASSERT_EQ(d.to.size(), 1u);
  EXPECT_EQ(d.to[0].value, "Sở Y tế");
}

TEST(Subject, AListItemUnderTheTitleIsNoSubject) {
  const Dispatch d = read({.number = "Số: 15/GM-UBND",
                           .v_v = {},
                           .title = "MỜI HỌP UBND TỈNH",
                           .subject = {"Thường trực HĐND tỉnh;"},
                           .addressed = {}});
  EXPECT_EQ(d.subject.value, "MỜI HỌP UBND TỈNH");
}

TEST(Subject, AStrokeUnderItIsNoneOfIt) {
  sheet::Sheet sheet = sheet::set({.v_v = {"V/v bàn giao tài sản"}});
  OcrPage page = sheet.page();
  for (const Line& line : page.lines)
    if (text_of(line) == "V/v bàn giao tài sản")
      sheet.at(line.box.x + 200, line.box.y + sheet::kStep, "V (ah", 0.5);
  const Dispatch d = understand({sheet.page()}, "a.pdf").dispatches.at(0);
  EXPECT_EQ(d.subject.value, "bàn giao tài sản");
}

TEST(Subject, AShortLastLineIsKept) {
  EXPECT_EQ(read({.v_v = {"V/v bàn giao tài sản", "năm 2017"}}).subject.value,
            "bàn giao tài sản năm 2017");
}

TEST(Subject, ALeadInThatLostItsSlashIsDropped) {
  EXPECT_EQ(read({.v_v = {"1v Tổ chức Hội thi", "Tin học"}}).subject.value,
            "Tổ chức Hội thi Tin học");
  EXPECT_EQ(read({.v_v = {"V/v vi phạm hành chính"}}).subject.value, "vi phạm hành chính");
}

TEST(Subject, DirtLeftOfItIsCutOff) {
  const sheet::Letter letter{
      .number = "Số: 15/KH-SYT", .v_v = {}, .title = "KẾ HOẠCH", .subject = {}, .addressed = {}};
  const auto with = [&](const std::string& before, double sure, int gap) {
    sheet::Sheet sheet = sheet::set(letter);
    int y = 0;
    for (const Line& line : sheet.page().lines)
      if (text_of(line) == "KẾ HOẠCH") y = line.box.y + sheet::kStep;
    const std::string words = "Ứng dụng công nghệ thông tin trong các cơ quan nhà nước";
    sheet.centred(sheet::kWidth / 2, y, words);
    const int left = (sheet::kWidth - sheet::width_of(words)) / 2;
    sheet.word(left - gap - sheet::width_of(before), y, before, sure);
    return understand({sheet.page()}, "a.pdf").dispatches.at(0).subject.value.value_or("");
  };
  EXPECT_EQ(with("nuyy", 0.35, 120), "Ứng dụng công nghệ thông tin trong các cơ quan nhà nước");
  EXPECT_EQ(with("Về", 0.35, 20), "Về Ứng dụng công nghệ thông tin trong các cơ quan nhà nước");
}

TEST(Issuer, ABodyTheEngineLostIsNamedByNotationAndText) {
  sheet::Letter letter{.issuers = {"UBND TỈNH KIÊN GIANG"}, .number = "Số: 1942/KH-SYT"};
  letter.body = "Căn cứ Quyết định số 12/QĐ-SYT của Sở Y tế, Sở Y tế xây dựng kế hoạch năm 2018./.";
  const Dispatch d = read(letter);
  EXPECT_EQ(d.issuer.value, "SỞ Y TẾ");
  EXPECT_EQ(d.issuer.status, Status::inferred);
  EXPECT_LT(d.issuer.confidence, kTrusted);
  EXPECT_EQ(d.parent.value, "UBND TỈNH KIÊN GIANG");
}

TEST(Issuer, ACommitteeThatSignsItselfStaysTheIssuer) {
  sheet::Letter letter{.issuers = {"UBND TỈNH KIÊN GIANG"}, .number = "Số: 1942/KH-UBND"};
  letter.body = "Giao Sở Y tế chủ trì, Sở Y tế phối hợp với các ngành thực hiện kế hoạch này./.";
  EXPECT_EQ(read(letter).issuer.value, "UBND TỈNH KIÊN GIANG");
  letter.number = "Số: 1942/VP-KGVX";
  EXPECT_EQ(read(letter).issuer.value, "UBND TỈNH KIÊN GIANG");
}

TEST(Addressed, AbsentAndMissingDiffer) {
  EXPECT_EQ(read({.addressed = {}}).to_status, "missing");
  EXPECT_EQ(
      read({.number = "Số: 9/QĐ-SYT", .v_v = {}, .title = "QUYẾT ĐỊNH", .addressed = {}}).to_status,
      "absent");
}

}  // namespace
}  // namespace vanthu
