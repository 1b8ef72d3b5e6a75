// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of the parsers whatever the text: what was written is read back, what is read is
// in the text, and no paper's reading hangs on another's.
#include <gtest/gtest.h>

#include <random>

#include "paper.h"
#include "pipeline/fields/citations.h"
#include "pipeline/fields/date.h"
#include "pipeline/fields/fields.h"
#include "pipeline/fields/number.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using namespace fields;

struct Dice {
  std::mt19937 engine{2026};
  int below(int n) { return static_cast<int>(engine() % static_cast<unsigned>(n)); }
  template <std::size_t N>
  std::string any(const char* const (&list)[N]) {
    return list[below(static_cast<int>(N))];
  }
};

constexpr const char* kCodes[] = {"QĐ-UBND", "SYT-NVY", "KH-KHVN",     "TB-SGDĐT",
                                  "BC-KCN",  "TTr-SNV", "UBND-KSTTHC", "2020/NĐ-CP"};
constexpr const char* kPieces[] = {"Căn cứ ",    "Quyết định ", "số ",       "12/QĐ-UBND",
                                   "ngày ",      "20/8/2019",   " của ",     "Bộ Y tế",
                                   "; ",         "Luật ",       "Đấu thầu",  " năm 2013",
                                   "49-KL/TW",   ", ",          "\n",        "Kế hoạch ",
                                   "thực hiện",  " và ",        "thay thế ", "2014/",
                                   "/",          "-",           "1.",        "tháng 9 năm 2019",
                                   "Hiến pháp ", "ND-CP",       "(V/v ",     "Bộ luật Lao động",
                                   ". ",         "99999999999"};

std::string random_text(Dice& dice) {
  std::string out;
  for (int i = dice.below(40); i > 0; --i) out += dice.any(kPieces);
  return out;
}

TEST(ParserProperties, ANumberRowIsReadAsItWasWritten) {
  Dice dice;
  for (int i = 0; i < 500; ++i) {
    const std::string digits = std::to_string(1 + dice.below(9999)), code = dice.any(kCodes);
    const std::string gap = std::string(static_cast<std::size_t>(dice.below(3)), ' ');
    const NumberParts parts = parse_number_row(to_u32("Số: " + digits + gap + "/" + code));
    EXPECT_EQ(parts.digits, digits) << code;
    EXPECT_EQ(whole_number(parts.digits, parts.notation, parts.joint), digits + "/" + code);
  }
}

TEST(ParserProperties, EveryDayOfTheCalendarIsReadInEveryForm) {
  for (int year = 1946; year < 2030; year += 7)
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; day <= 31; ++day) {
        const auto iso = iso_date(year, month, day);
        const std::string d = std::to_string(day), m = std::to_string(month),
                          y = std::to_string(year);
        for (const std::string& text :
             {d + "/" + m + "/" + y, d + " tháng " + m + " năm " + y, d + "-" + m + "-" + y}) {
          std::size_t at = 0;
          EXPECT_EQ(take_date(to_u32(text), at), iso) << text;
          EXPECT_EQ(at, iso ? to_u32(text).size() : 0u) << text;
        }
      }
}

TEST(ParserProperties, CitationsLieInTheTextInOrderAndApart) {
  Dice dice;
  for (int i = 0; i < 2000; ++i) {
    const std::u32string text = to_u32(random_text(dice));
    std::size_t end = 0;
    for (const CitationSpan& span : find_citations(text)) {
      EXPECT_GE(span.from, end) << from_u32(text);
      EXPECT_LE(span.from, span.number_from);
      EXPECT_LE(span.number_from, span.number_to);
      EXPECT_LE(span.number_to, span.to);
      ASSERT_LE(span.to, text.size());
      end = span.to;
      const Citation& cite = span.citation;
      EXPECT_FALSE(cite.raw.empty());
      EXPECT_TRUE(!cite.number.empty() || !cite.title.empty()) << cite.raw;
      EXPECT_EQ(nfc(cite.number + cite.title), cite.number + cite.title);
      EXPECT_TRUE(cite.date.empty() || cite.date.front() != '-')
          << "a whole day, a month or a year";
    }
  }
}

TEST(ParserProperties, WhatIsAddedBehindAParagraphChangesNoCitationBeforeIt) {
  Dice dice;
  for (int i = 0; i < 300; ++i) {
    const std::string first = random_text(dice) + ".\n\n";
    const auto alone = find_citations(to_u32(first));
    const auto both = find_citations(to_u32(first + "Kính gửi: Các đơn vị. " + random_text(dice)));
    ASSERT_GE(both.size(), alone.size()) << first;
    for (std::size_t k = 0; k < alone.size(); ++k)
      EXPECT_EQ(both[k].citation, alone[k].citation) << first;
  }
}

TEST(ParserProperties, StrokesAreGivenBackOnce) {
  Dice dice;
  for (int i = 0; i < 200; ++i) {
    const std::string once = notation_with_strokes(dice.any(kCodes));
    EXPECT_EQ(notation_with_strokes(once), once);
  }
}

// The dispatch's number is its own row's, whatever numbers its text holds.
TEST(ParserProperties, ANumberNeverComesOutOfTheBody) {
  Dice dice;
  for (int i = 0; i < 60; ++i) {
    sheet::Letter letter;
    letter.body = random_text(dice) + " Số: " + std::to_string(dice.below(999)) + "/QĐ-UBND";
    EXPECT_EQ(understand({sheet::set(letter).page()}, "a.pdf").dispatches[0].number.value,
              "342/SYT-NVY");
    letter.number.clear();
    EXPECT_EQ(understand({sheet::set(letter).page()}, "a.pdf").dispatches[0].number.value,
              std::nullopt)
        << letter.body;
  }
}

TEST(ParserProperties, AReadingDoesNotHangOnWhatWasReadBefore) {
  Dice dice;
  const auto page = sheet::set({}).page();
  const auto first = understand({page}, "a.pdf").dispatches;
  for (int i = 0; i < 20; ++i) {
    sheet::Letter other;
    other.number = "Số: " + std::to_string(dice.below(999)) + "/SYT-NVY";
    other.body = random_text(dice);
    understand({sheet::set(other).page()}, "a.pdf");
    EXPECT_EQ(understand({page}, "a.pdf").dispatches, first);
  }
}

}  // namespace
}  // namespace vanthu
