// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "paper.h"
#include "pipeline/fields/fields.h"

namespace vanthu {
namespace {

OcrPage plain_page(int number, const char* text) {
  sheet::Sheet page(number);
  page.body(300, text);
  return page.page();
}

OcrPage annex(int number) {
  sheet::Letter letter;
  letter.number.clear();
  letter.date.clear();
  letter.v_v.clear();
  letter.addressed.clear();
  letter.copies.clear();
  letter.signature.clear();
  letter.title = "CHƯƠNG TRÌNH";
  letter.subject = {"Hội nghị chuyên đề ngày 11/4/2012"};
  return sheet::set(letter, number).page();
}

TEST(Split, ASecondNumberedHeadOpensADispatch) {
  const auto u = understand(
      {sheet::set({}).page(), sheet::set({.number = "Số: 1460/QĐ-SYT"}, 2).page()}, "a.pdf");
  ASSERT_EQ(u.dispatches.size(), 2u);
  EXPECT_EQ(u.dispatches[1].pages, std::vector<int>({2}));
}

TEST(Split, AnAnnexWithANationalHeadDoesNot) {
  const auto u = understand({sheet::set({}).page(), annex(2)}, "a.pdf");
  ASSERT_EQ(u.dispatches.size(), 1u);
  EXPECT_EQ(u.roles, std::vector<std::string>({"main", "annex"}));
}

TEST(Split, BlankBacksAndCopySlipsBelongToTheDispatchBefore) {
  OcrPage blank;
  blank.number = 2, blank.width = 2480, blank.height = 3508, blank.blank = true;
  sheet::Letter slip;
  slip.number = "Số: 12/SL-SYT";
  slip.v_v.clear();
  slip.title = "SAO LỤC";
  const auto u = understand({sheet::set({}).page(), blank, sheet::set(slip, 3).page()}, "a.pdf");
  ASSERT_EQ(u.dispatches.size(), 1u);
  EXPECT_EQ(u.dispatches[0].pages, std::vector<int>({1, 2, 3}));
  EXPECT_EQ(u.roles, std::vector<std::string>({"main", "blank", "copy_slip"}));
}

TEST(Split, APageOfTextThatCitesNumbersOpensNothing) {
  sheet::Letter first;
  first.copies.clear();
  first.signature.clear();
  const auto u = understand(
      {sheet::set(first).page(), plain_page(2,
                                            "Số 12/QĐ-UBND ngày 20/8/2019 của Ủy ban nhân dân "
                                            "tỉnh; Kế hoạch số 169/KH-KHVN của Hội.")},
      "a.pdf");
  EXPECT_EQ(u.dispatches.size(), 1u);
  EXPECT_FALSE(u.dispatches[0].complete) << "no foot is seen";
}

TEST(Bundle, TheLettersPrintTellsThePlansHandwriting) {
  sheet::Letter letter;
  letter.body =
      "Sở Y tế gửi kèm theo Quyết định số 1460/QĐ-SYT ngày 13/3/2018 của Sở Y tế về việc thành lập "
      "Tổ chuyên gia./.";
  sheet::Letter decision{.number = "",
                         .date = "",
                         .v_v = {},
                         .title = "QUYẾT ĐỊNH",
                         .subject = {"Thành lập Tổ chuyên gia"},
                         .addressed = {}};
  sheet::Sheet second = sheet::set(decision, 2);
  second.at(500, 462, "Số: 12L6O/QĐ-SYT", 0.4)
      .at(1300, 462, "Kiên Giang, ngày |Š tháng 3 năm 2018");
  const auto u = understand({sheet::set(letter).page(), second.page()}, "a.pdf");
  ASSERT_EQ(u.dispatches.size(), 2u);
  EXPECT_EQ(u.dispatches[1].number.value, "1460/QĐ-SYT");
  EXPECT_EQ(u.dispatches[1].number.status, Status::inferred);
  EXPECT_EQ(u.dispatches[1].date.value, "2018-03-13");
  EXPECT_EQ(u.dispatches[1].attached_to, "0");
  ASSERT_EQ(u.dispatches[0].cites.size(), 1u);
  EXPECT_EQ(u.dispatches[0].cites[0].resolved, "1");
}

TEST(Bundle, ASureReadingStandsAgainstTheOtherPapersSlip) {
  sheet::Letter letter;
  letter.body =
      "Sở Y tế gửi kèm theo Quyết định số 1460/QĐ-SYT ngày 13/3/2018 của Sở Y tế về việc thành lập "
      "Tổ chuyên gia./.";
  const auto number_read_with = [&](double sure) {
    sheet::Sheet second =
        sheet::set({.number = "", .date = "Kiên Giang, ngày 13 tháng 3 năm 2018"}, 2);
    second.at(500, 462, "Số: 1466/QĐ-SYT");
    OcrPage page = second.page();
    page.lines.back().words.back().by_hand = true;
    page.lines.back().words.back().raw = "/QĐ-SYT";
    page.lines.back().words.back().guesses = {{"1466/QĐ-SYT", sure},
                                              {"1460/QĐ-SYT", (1 - sure) / 2}};
    return understand({sheet::set(letter).page(), page}, "a.pdf").dispatches.at(1).number;
  };
  EXPECT_EQ(number_read_with(0.99).value, "1466/QĐ-SYT");
  EXPECT_LT(number_read_with(0.97).confidence, kTrusted) << "two guesses, one cited";
  EXPECT_EQ(number_read_with(0.6).value, "1460/QĐ-SYT");
}

TEST(Bundle, ACitationOfAnotherMonthTellsNothing) {
  sheet::Letter letter;
  letter.body =
      "Thực hiện Quyết định số 1460/QĐ-SYT ngày 13/9/2017 của Sở Y tế về việc thành lập Tổ chuyên "
      "gia, đề nghị các đơn vị./.";
  sheet::Letter decision{.number = "",
                         .date = "",
                         .v_v = {},
                         .title = "QUYẾT ĐỊNH",
                         .subject = {"Thành lập Tổ chuyên gia"},
                         .addressed = {}};
  sheet::Sheet second = sheet::set(decision, 2);
  second.at(500, 462, "Số: ##/QĐ-SYT", 0.4).at(1300, 462, "Kiên Giang, ngày |Š tháng 3 năm 2018");
  const auto u = understand({sheet::set(letter).page(), second.page()}, "a.pdf");
  ASSERT_EQ(u.dispatches.size(), 2u);
  EXPECT_EQ(u.dispatches[1].number.value, std::nullopt);
}

}  // namespace
}  // namespace vanthu
