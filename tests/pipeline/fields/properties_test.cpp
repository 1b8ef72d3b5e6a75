// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the engine says, the rules answer: random words, random bytes, odd pages.
#include <gtest/gtest.h>

#include <random>

#include "paper.h"
#include "pipeline/fields/citations.h"
#include "pipeline/fields/date.h"
#include "pipeline/fields/fields.h"
#include "pipeline/fields/number.h"
#include "pipeline/fields/people_copies.h"
#include "pipeline/fields/signer.h"
#include "pipeline/fields/subject.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr const char* kScraps[] = {
    "Số:",   "Số",  "Kính",   "gửi:", "Nơi",  "nhận:", "-",   "+",    "12/QĐ-UBND", "ngày",
    "tháng", "năm", "2019",   "ĐẾN",  "Lưu:", "VT,",   "V/v", "CỘNG", "HÒA",        "XÃ",
    "HỘI",   "KẾ",  "HOẠCH",  "MẬT",  "…",    "./.",   ":",   "/",    "(",          "",
    "GIÁM",  "ĐỐC", "Nguyễn", "Văn",  "Ð",    "của",   "SAO", "LỤC"};

OcrPage random_page(std::mt19937& dice, int number) {
  const auto any = [&](int most) { return static_cast<int>(dice() % static_cast<unsigned>(most)); };
  OcrPage page;
  page.number = number;
  page.width = any(3000);
  page.height = any(4000);
  for (int i = any(60); i > 0; --i) {
    Line line;
    line.region = static_cast<Region>(any(7));
    for (int j = any(8); j > 0; --j) {
      const Box box{any(3000) - 100, any(4000) - 100, any(300) - 10, any(90) - 5};
      line.words.push_back({kScraps[static_cast<std::size_t>(any(38))], {}, box, any(101) / 100.0});
      line.box = unite(line.box, box);
    }
    page.lines.push_back(line);
  }
  return page;
}

std::string random_bytes(std::mt19937& dice) {
  std::string out;
  for (auto i = dice() % 80; i > 0; --i)
    out += static_cast<char>(dice() % 4 == 0 ? dice() % 256 : "Số:/-QĐ019 gàynăm"[dice() % 20]);
  return out;
}

TEST(Understand, NeverThrowsOnRandomWords) {
  std::mt19937 dice(7);
  for (int i = 0; i < 120; ++i) {
    std::vector<OcrPage> pages;
    for (unsigned n = 1; n <= dice() % 4 + 1; ++n)
      pages.push_back(random_page(dice, static_cast<int>(n)));
    const Understood u = understand(pages, random_bytes(dice));
    EXPECT_GE(u.dispatches.size(), 1u);
    EXPECT_EQ(u.roles.size(), pages.size());
  }
}

TEST(Understand, NoPagesIsOneEmptyDispatch) {
  const Understood u = understand({}, "");
  ASSERT_EQ(u.dispatches.size(), 1u);
  EXPECT_EQ(u.dispatches[0].number.value, std::nullopt);
}

TEST(Understand, EveryValueHasAPlaceEvidenceAndAConfidence) {
  const Dispatch d = understand({sheet::set({}).page()}, "a.pdf").dispatches[0];
  for (const Field* field : {&d.number, &d.date, &d.place, &d.issuer, &d.parent, &d.subject,
                             &d.signer, &d.signer_title, &d.archive_line}) {
    ASSERT_TRUE(field->value.has_value());
    EXPECT_EQ(field->page, 1);
    EXPECT_FALSE(field->boxes.empty());
    EXPECT_FALSE(field->evidence.empty()) << *field->value;
    EXPECT_GT(field->confidence, 0);
    EXPECT_LE(field->confidence, 1);
  }
}

TEST(Parsers, SurviveArbitraryBytes) {
  std::mt19937 dice(11);
  for (int i = 0; i < 1000; ++i) {
    const std::string bytes = random_bytes(dice);
    const std::u32string text = to_u32(repair_utf8(bytes));
    fields::parse_number_row(text);
    fields::find_citations(text);
    fields::parse_date_row(text, to_u32(fold(bytes)));
    std::size_t at = 0;
    fields::take_date(text, at);
    fields::parse_archive_line(repair_utf8(bytes));
    fields::purpose_of(bytes);
    fields::plain_subject(repair_utf8(bytes));
    fields::plain_title(repair_utf8(bytes));
    fields::name_likeness(repair_utf8(bytes));
  }
}

TEST(Parsers, LongTextTakesLinearTime) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "12/QĐ-UBND ngày 1/1/2019 - - / 5 ";
  EXPECT_EQ(fields::find_citations(to_u32(text)).size(), 4000u);
}

}  // namespace
}  // namespace vanthu
