// SPDX-License-Identifier: GPL-3.0-or-later
// Copies, archive line, signers, marks and stamps.
#include <gtest/gtest.h>

#include "paper.h"
#include "pipeline/fields/fields.h"
#include "pipeline/fields/people_copies.h"
#include "pipeline/fields/recipient.h"
#include "pipeline/fields/signer.h"
#include "pipeline/fields/vocabulary.h"

namespace vanthu {
namespace {

Dispatch read(const sheet::Sheet& page) {
  return understand({page.page()}, "a.pdf").dispatches.at(0);
}
Dispatch read(const sheet::Letter& letter) { return read(sheet::set(letter)); }

TEST(Copies, ItemsPurposesAndTheArchiveLineComeApart) {
  const Dispatch d = read(sheet::Letter{});
  ASSERT_EQ(d.copies.size(), 2u);
  EXPECT_EQ(d.copies[0].who.value, "Như trên");
  EXPECT_EQ(d.copies[1].purpose, "b/c");
  EXPECT_EQ(d.archive_line.value, "Lưu: VT, NVY");
  EXPECT_EQ(d.drafting_unit.value, "NVY");
}

TEST(Copies, RecipientsFollowTheArchiveLineUnderASubHead) {
  const Dispatch d = read({.copies = {"Noi nhận:", "- Lưu: VT;", "Bản điện tử:", "- Lãnh đạo Sở;",
                                      "- Các đơn vị thuộc Sở."}});
  ASSERT_EQ(d.copies.size(), 2u);
  EXPECT_EQ(d.copies[0].channel, "điện tử");
  EXPECT_EQ(d.copies[1].who.value, "Các đơn vị thuộc Sở");
}

TEST(Copies, NestedItemsJoinTheirParentAndLuuLeavesThem) {
  const Dispatch d = read({.copies = {"Nơi nhận:", "- Như kính gửi;", "- Văn phòng: + LĐVP;",
                                      "+ Chuyên viên TH, NC;", "+ Lưu VT."}});
  ASSERT_EQ(d.copies.size(), 2u);
  EXPECT_EQ(d.copies[1].who.value, "Văn phòng: + LĐVP; + Chuyên viên TH, NC");
  EXPECT_EQ(d.archive_line.value, "Lưu VT");
}

TEST(Recipient, ASoThatCountsNothingAndAReportAreMended) {
  for (const auto& [seen, meant] : {std::pair{"BGĐ Số", "BGĐ Sở"},
                                    {"Số Y tế (để bíc)", "Sở Y tế (để b/c)"},
                                    {"Tỉnh ủy (bể)", "Tỉnh ủy (b/c)"},
                                    {"SYT (để b.c)", "SYT (để b/c)"},
                                    {"Lãnh đạo Sơ", "Lãnh đạo Sở"}})
    EXPECT_EQ(fields::mended_recipient(seen), meant);
}

TEST(Recipient, WhatMayBeMeantStays) {
  for (const char* item :
       {"Trường Tiểu học Số 2", "Tổ công tác số 5", "Công an (2 bản)", "Lưu (b)ao", "Sổ 3/2",
        "TT Tỉnh ủy (để biết)", "Đội (bộ)", "Ban Điều hành theo QĐ Số: 12", "", "()"})
    EXPECT_EQ(fields::mended_recipient(item), item);
}

TEST(Copies, ALineThatBeginsLikeLuuIsARecipient) {
  const Dispatch d = read({.copies = {"Nơi nhận:", "- Như trên;", "- Lữ đoàn 45;", "- Lưu: VT."}});
  EXPECT_EQ(d.copies.size(), 2u);
}

TEST(ArchiveLine, UnitAndDrafter) {
  struct Case {
    const char *line, *unit, *drafter;
  };
  for (const Case& one :
       {Case{"Lưu: VT, VXNV. NAM.", "VXNV", "NAM"}, Case{"Lưu VT (NC). Thuận100b", "NC", "Thuận"},
        Case{"Lưu: VT, HC (2).", "HC", ""}, Case{"Lưu: VT, bcluan.", "", "bcluan"},
        Case{"Lưu VPTW Hội.", "", ""}, Case{"Lưu: VT, csthuan, “HT”.", "", "csthuan"},
        Case{"Lưu TTra. LTP.", "TTra", "LTP"}, Case{"Lưu VT,TC-HC.", "TC-HC", ""},
        Case{"Lưu: VF, VXNV. NAM.", "VXNV", "NAM"}, Case{"Lưu:", "", ""}, Case{"", "", ""}}) {
    const auto parts = fields::parse_archive_line(one.line);
    EXPECT_EQ(parts.unit, one.unit) << one.line;
    EXPECT_EQ(parts.drafter, one.drafter) << one.line;
  }
}

TEST(Signer, TheNameStandsUnderTheTitles) {
  const Dispatch d = read(sheet::Letter{});
  EXPECT_EQ(d.signer.value, "Nguyễn Văn Hải");
  EXPECT_EQ(d.signer_title.value, "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC");
  ASSERT_EQ(d.signers.size(), 1u);
  EXPECT_EQ(d.signers[0].role, "signs");
}

TEST(Signer, TitlesGetTheirMarksBack) {
  EXPECT_EQ(fields::plain_title("KT.GIÁM ĐÓC"), "KT.GIÁM ĐỐC");
  EXPECT_EQ(fields::plain_title("PHÓ GIÁAM ĐỌC"), "PHÓ GIÁM ĐỐC");
  EXPECT_EQ(fields::plain_title("TM. BAN GIÁM HIỆU LẠ"), "TM. BAN GIÁM HIỆU LẠ");
}

TEST(Signer, ANameWithoutBlanksIsPartedAtItsCapitals) {
  EXPECT_EQ(fields::plain_name("LêHoàngAnh"), "Lê Hoàng Anh");
  EXPECT_EQ(fields::plain_name("NGUYỄN VĂN AN"), "NGUYỄN VĂN AN");
}

TEST(Signer, NamesAndNoNames) {
  EXPECT_EQ(fields::name_likeness("Nguyễn Văn Hải"), 1.0);
  EXPECT_EQ(fields::name_likeness("GS.TS Phạm Tất Dong"), 1.0);
  for (const char* text :
       {"GIÁM ĐỐC", "Như trên;", "Nguyễn", "(Đã ký)", "Sở Y tế Kiên Giang báo cáo", "“Xe ? ( „"})
    EXPECT_LT(fields::name_likeness(text), 0.7) << text;
}

TEST(Signer, ASecondTitleBelowTheSignatureAndAnApprovingBlock) {
  const Dispatch d =
      read({.signature = {"PHÓ CHỦ TỊCH HỘI ĐỒNG", "", "", "PHÓ GIÁM ĐỐC SỞ Y TẾ",
                          "Nguyễn Trúc Giang", "PHÊ DUYỆT", "GIÁM ĐỐC", "", "Lê Hoàng Anh"}});
  EXPECT_EQ(d.signer.value, "Nguyễn Trúc Giang");
  EXPECT_EQ(d.signer_title.value, "PHÓ CHỦ TỊCH HỘI ĐỒNG\nPHÓ GIÁM ĐỐC SỞ Y TẾ");
  ASSERT_EQ(d.signers.size(), 2u);
  EXPECT_EQ(d.signers[1].role, "approves");
  EXPECT_EQ(d.signers[1].name.value, "Lê Hoàng Anh");
}

TEST(Signer, ANameWithoutItsFamilyNameIsACandidate) {
  const Dispatch d = read({.signature = {"GIÁM ĐỐC", "", "", "Trúc Giang"}});
  EXPECT_EQ(d.signer.value, std::nullopt);
  ASSERT_EQ(d.signer.candidates.size(), 1u);
  EXPECT_EQ(d.signer.candidates[0].value, "Trúc Giang");
}

TEST(Signer, ANameHiddenByTheSealIsUnreadableNotInvented) {
  const Dispatch d = read({.signature = {"GIÁM ĐỐC", "", "", "“Xe ( „ }-"}});
  EXPECT_EQ(d.signer.value, std::nullopt);
  EXPECT_EQ(d.signer.status, Status::unreadable);
}

TEST(Signer, AFamilyNameALetterOffIsMendedAndNotTrusted) {
  for (const char* seen : {"Ngưyễn Văn Hải", "Nguyên Văn Hải", "“8 nguyễn Văn Hải"}) {
    const Dispatch d = read({.signature = {"GIÁM ĐỐC", "", "", seen}});
    EXPECT_EQ(d.signer.value, "Nguyễn Văn Hải") << seen;
    EXPECT_LT(d.signer.confidence, kTrusted) << seen;
  }
}

TEST(Signer, ASyllableThatMayBeTwoFamilyNamesIsNotMended) {
  EXPECT_EQ(fields::family_name_near("Bài"), std::nullopt);
  EXPECT_EQ(fields::family_name_near("Phạnh"), std::nullopt);
  const Dispatch d = read({.signature = {"GIÁM ĐỐC", "", "", "Bài Văn Hải"}});
  EXPECT_FALSE(d.signer.value);
  ASSERT_EQ(d.signer.candidates.size(), 1u);
}

TEST(Signer, ASentenceBesideTheSignatureIsNoName) {
  const Dispatch d = read({.signature = {"GIÁM ĐỐC", "", "", "các phòng và ban"}});
  EXPECT_FALSE(d.signer.value);
}

TEST(Signer, ANameUnderTheSealMayStandInTheTextBesideItsTitle) {
  const std::string body = "Thành phần gồm Ông Trần Công Luận, Hiệu trưởng.";
  const Dispatch d = read({.body = body, .signature = {"HIỆU TRƯỞNG", "", "", ""}});
  EXPECT_EQ(d.signer.value, "Trần Công Luận");
  EXPECT_EQ(d.signer.status, Status::inferred);
  EXPECT_LT(d.signer.confidence, kTrusted);
}

TEST(Signer, NotForADeputyNorForAnotherTitle) {
  const std::string body = "Thành phần gồm Ông Trần Công Luận, Hiệu trưởng.";
  EXPECT_FALSE(
      read({.body = body, .signature = {"KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", ""}}).signer.value);
  EXPECT_FALSE(read({.body = body, .signature = {"GIÁM ĐỐC", "", ""}}).signer.value);
  const std::string deputy = "Thành phần gồm Ông Nguyễn Ngọc Minh Phó Hiệu trưởng.";
  EXPECT_FALSE(read({.body = deputy, .signature = {"HIỆU TRƯỞNG", "", ""}}).signer.value);
}

TEST(Urgency, AStampBesideKinhGuiCounts) {
  sheet::Sheet page = sheet::set({});
  page.stamped(320, 900, "HỎA TỐC");
  EXPECT_EQ(read(page).urgent.value, "HỎA TỐC");
}

TEST(Urgency, TheWordInASentenceDoesNot) {
  sheet::Letter letter;
  letter.body =
      "Đề nghị các đơn vị khẩn trương thực hiện; công điện hỏa tốc được gửi tới các đơn vị trong "
      "ngày hôm nay.";
  EXPECT_EQ(read(letter).urgent.value, std::nullopt);
}

TEST(Secrecy, AnyStandaloneMarkIsSeen) {
  for (const char* mark : {"MẬT", "TỐI MẬT", "TUYỆT MẬT", "MÂT", "TUYỆT MAT"}) {
    sheet::Sheet page = sheet::set({});
    page.stamped(320, 900, mark, 0.5);
    EXPECT_TRUE(read(page).secret.value.has_value()) << mark;
  }
  sheet::Sheet printed = sheet::set({});
  printed.at(320, 900, "MẬT");
  EXPECT_EQ(read(printed).secret.value, "MẬT");
}

TEST(Secrecy, AMarkBesideTheNumberIsNoPartOfIt) {
  sheet::Sheet page = sheet::set({});
  page.at(300, 462, "TỐI MẬT");
  const Dispatch said = read(page);
  EXPECT_EQ(said.secret.value, "TỐI MẬT");
  EXPECT_EQ(said.number.value, "342/SYT-NVY");
}

TEST(Secrecy, OrdinaryWordsAndReleasedPapersAreNotSecret) {
  sheet::Letter letter;
  letter.body =
      "Thực hiện Luật Bảo vệ bí mật nhà nước và quy chế bảo mật thông tin, các đơn vị giữ mật khẩu "
      "của mình.";
  EXPECT_EQ(read(letter).secret.value, std::nullopt);
  EXPECT_EQ(read(letter).secret.status, Status::missing);
  sheet::Sheet page = sheet::set({});
  page.stamped(320, 900, "GIẢI MẬT");
  EXPECT_EQ(read(page).secret.value, std::nullopt);
}

TEST(Due, AnInvitationIsDueWhenTheMeetingIs) {
  sheet::Letter letter;
  letter.v_v.clear();
  letter.title = "GIẤY MỜI";
  letter.subject = {"Họp Ban Chỉ đạo"};
  letter.body =
      "Sở Y tế kính mời dự họp. Thời gian: 08 giờ 00, ngày 15/4/2018 (thứ hai). Đề nghị gửi tham "
      "luận trước ngày 10/4/2018./.";
  const Field due = read(letter).due;
  EXPECT_EQ(due.value, "2018-04-15");
  EXPECT_EQ(due.raw, "Thời gian: 08 giờ 00, ngày 15/4/2018");
  letter.title.clear();
  letter.v_v = {"V/v họp Ban Chỉ đạo"};
  EXPECT_EQ(read(letter).due.value, "2018-04-10") << "of a letter the deadline";
}

TEST(Due, ADeadlineWithoutAYearIsTheNextSuchDay) {
  const Field due = read({.body = "Đề nghị báo cáo trước ngày 30/9 để tổng hợp./."}).due;
  EXPECT_EQ(due.value, "2018-09-30");
  EXPECT_EQ(due.status, Status::inferred);
  EXPECT_LT(due.confidence, kTrusted);
  EXPECT_EQ(read({.body = "Đề nghị báo cáo trước ngày 15/01 để tổng hợp./."}).due.value,
            "2019-01-15");
  EXPECT_EQ(read({.date = "", .body = "Đề nghị báo cáo trước ngày 30/9 để tổng hợp./."}).due.value,
            std::nullopt)
      << "of a paper without a day";
}

TEST(Due, DatesMonthsAndQuarters) {
  struct Case {
    const char *body, *value;
  };
  for (const Case& one :
       {Case{"Báo cáo gửi về Sở trước ngày 05/01/2012 để tổng hợp.", "2012-01-05"},
        Case{"thực hiện trong tháng 9/2019; báo cáo", "2019-09"},
        Case{"Trong Quý IH/2019 và đầu Quý IV/2019 triển khai", "Quý III/2019 và đầu Quý IV/2019"},
        Case{"chậm nhất là ngày 27/10/2017 và qua", "2017-10-27"}})
    EXPECT_EQ(read({.body = one.body}).due.value, one.value) << one.body;
  EXPECT_EQ(
      read({.body = "Căn cứ Quyết định ngày 05/01/2012 và Quý sau đó trong tháng tới."}).due.value,
      std::nullopt);
}

TEST(Circulation, InternalPapersAreFlagged) {
  sheet::Sheet page = sheet::set({});
  page.at(1800, 120, "LƯU HÀNH NỘI BỘ");
  EXPECT_EQ(read(page).circulation.value, "LƯU HÀNH NỘI BỘ");
  EXPECT_EQ(read({.number = "Số 5053-CV/VPTW/nb"}).circulation.value, "nb");
  EXPECT_EQ(read(sheet::Letter{}).circulation.value, std::nullopt);
}

TEST(ArrivalStamp, ReceiverNumberAndDateAreRead) {
  sheet::Sheet page = sheet::set({});
  page.stamped(300, 900, "SỞ KẾ HOẠCH VÀ ĐẦU TƯ", 0.9).stamped(300, 960, "ĐẾN Số: 2093", 0.9);
  page.stamped(420, 1020, "Ngày: 02/4", 0.9).stamped(300, 1080, "Chuyển:.......", 0.9);
  const Dispatch d = read(page);
  ASSERT_EQ(d.stamps.size(), 1u);
  EXPECT_EQ(d.stamps[0].receiver.value, "SỞ KẾ HOẠCH VÀ ĐẦU TƯ");
  EXPECT_EQ(d.stamps[0].number.value, "2093");
  EXPECT_EQ(d.stamps[0].date.value, "2018-04-02") << "soon after the issue date: the year is told";
  EXPECT_LT(d.stamps[0].date.confidence, kTrusted);
  EXPECT_EQ(d.stamps[0].transfer.status, Status::absent);
}

TEST(ArrivalStamp, AValueALittleAboveItsDotsIsFound) {
  sheet::Sheet page = sheet::set({});
  page.stamped(300, 900, "SỞ Y TẾ", 0.9)
      .stamped(300, 980, "ĐẾN", 0.9)
      .stamped(420, 960, "Số đến:", 0.9);
  page.stamped(420, 1030, "Ngày đến:", 0.9).stamped(660, 1010, "02/4", 0.9);
  const Dispatch d = read(page);
  ASSERT_EQ(d.stamps.size(), 1u);
  EXPECT_EQ(d.stamps[0].date.value, "2018-04-02");
  EXPECT_EQ(d.stamps[0].number.value, std::nullopt) << "the dots of the number are bare";
}

// A stamp whose rows of number and date were read by the net of digits.
sheet::Sheet by_hand(const std::vector<Guess>& number, const std::vector<Guess>& date) {
  sheet::Sheet page = sheet::set({});  // of 27/3/2018
  page.stamped(300, 900, "SỞ Y TẾ", 0.9).stamped(300, 980, "ĐẾN", 0.9);
  page.stamped(420, 960, "Số: " + number[0].text, 0.9);
  page.stamped(420, 1030, "Ngày: " + date[0].text, 0.9);
  OcrPage& read = page.page();
  const auto write = [](Word& word, const std::vector<Guess>& guesses) {
    word.by_hand = true;
    word.confidence = guesses[0].confidence;
    word.guesses = guesses;
  };
  write(read.lines[read.lines.size() - 2].words.back(), number);
  write(read.lines.back().words.back(), date);
  return page;
}

TEST(ArrivalStamp, ANumberByHandIsAsSureAsTheNet) {
  const Dispatch d = read(by_hand({{"2354", 0.93}, {"2359", 0.05}}, {{"02/4/18", 0.9}}));
  ASSERT_EQ(d.stamps.size(), 1u);
  EXPECT_EQ(d.stamps[0].number.value, "2354");
  EXPECT_NEAR(d.stamps[0].number.confidence, 0.93, 0.001);
  ASSERT_EQ(d.stamps[0].number.candidates.size(), 1u);
}

TEST(ArrivalStamp, ADoubtfulNumberIsForTheClerkToSay) {
  const Dispatch d = read(by_hand({{"98", 0.3}, {"93", 0.28}}, {{"02/4/18", 0.9}}));
  ASSERT_EQ(d.stamps.size(), 1u);
  EXPECT_EQ(d.stamps[0].number.value, std::nullopt);
  EXPECT_EQ(d.stamps[0].number.status, Status::handwritten);
  EXPECT_EQ(d.stamps[0].number.candidates.size(), 2u);
}

TEST(ArrivalStamp, TheCalendarChoosesAmongDaysByHand) {
  const Dispatch d = read(by_hand({{"2354", 0.93}}, {{"09/1", 0.5}, {"02/4", 0.4}}));
  ASSERT_EQ(d.stamps.size(), 1u);
  EXPECT_EQ(d.stamps[0].date.value, "2018-04-02") << "six days after it was issued";
  EXPECT_LT(d.stamps[0].date.confidence, kTrusted) << "its year is not written there";
}

TEST(ArrivalStamp, APaperOfDecemberMayArriveInJanuary) {
  sheet::Letter letter;
  letter.date = "Kiên Giang, ngày 28 tháng 12 năm 2018";
  sheet::Sheet page = sheet::set(letter);
  page.stamped(300, 900, "SỞ Y TẾ", 0.9).stamped(300, 980, "ĐẾN Số: 12", 0.9);
  page.stamped(420, 1030, "Ngày: 03/1", 0.9);
  page.page().lines.back().words.back().by_hand = true;
  page.page().lines.back().words.back().guesses = {{"03/1", 0.9}};
  const Dispatch d = read(page);
  ASSERT_EQ(d.stamps.size(), 1u);
  EXPECT_EQ(d.stamps[0].date.value, "2019-01-03");
}

TEST(ArrivalStamp, BodyTextAboutArrivingIsNone) {
  sheet::Letter letter;
  letter.body =
      "Thời gian thực hiện từ ngày 10/5/2019 đến ngày 31/12/2019. Số lượng bản gửi đến Sở Y tế là "
      "02 bản; chuyển về phòng.";
  EXPECT_TRUE(read(letter).stamps.empty());
}

}  // namespace
}  // namespace vanthu
