// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/visible_text_letters.h"

#include <gtest/gtest.h>

#include "pipeline/text.h"

namespace vanthu {
namespace {

std::vector<VisibleWord> words(const std::string& text) {
  std::vector<VisibleWord> out;
  for (const std::string& word : words_of(text)) out.push_back({word, {0, 0, 10, 10}, 0});
  return out;
}

TEST(VisibleLetters, SyllablesPassTheGrammar) {
  for (const char* word : {"Nghiêng", "quyết", "QUỐC",  "giếng", "gì",    "giữ",   "khuyến", "thuở",
                           "Hoà",     "hòa",   "uỷ",    "ủy",    "kỹ",    "lý",    "y",      "yêu",
                           "Đắk",     "Krông", "ngoằn", "xoong", "huỳnh", "khuya", "ghế"})
    EXPECT_TRUE(is_syllable_by_grammar(word)) << word;
}

TEST(VisibleLetters, OthersDoNot) {
  for (const char* word : {"khơng", "thơng", "cĩ", "quyetd", "tấtp", "kàng", "gêm", "điòa",
                           "république", "bạtc", "cáòng", ""})
    EXPECT_FALSE(is_syllable_by_grammar(word)) << word;
  EXPECT_FALSE(is_syllable_by_grammar("cằp"));  // a stop carries sắc or nặng only
}

TEST(VisibleLetters, PlainTextMayBeVietnamese) {
  EXPECT_TRUE(may_be_vietnamese(words("Ủy ban nhân dân tỉnh Đắk Lắk, số 12/QĐ-UBND của HĐND.")));
  EXPECT_TRUE(may_be_vietnamese(words("UY BAN NHAN DAN TINH")));
  EXPECT_TRUE(may_be_vietnamese(words("VĂN THƢ VÀ LƢU TRỮ")));  // look-alikes are mended
}

TEST(VisibleLetters, BulletsOfASymbolFontDoNoHarm) {
  EXPECT_TRUE(may_be_vietnamese(
      words("\uF0B7 Thực hiện nghiêm các quy định về phòng cháy tại cơ quan, đơn vị")));
}

TEST(VisibleLetters, OldFontsGiveThemselvesAway) {
  EXPECT_FALSE(may_be_vietnamese(words("Céng hßa x· héi chñ nghÜa ViÖt Nam QuyÕt ®Þnh")));
  EXPECT_FALSE(may_be_vietnamese(words("COÄNG HOØA XAÕ HOÄI Ñoäc laäp - Töï do - Haïnh phuùc")));
}

TEST(VisibleLetters, AWrongConversionGivesItselfAway) {
  EXPECT_FALSE(may_be_vietnamese(
      words("khơng cĩ thơng tin về cơng việc của Cộng hồ xã hội, cĩ khơng đồng ý thơng qua")));
}

TEST(VisibleLetters, BrokenMapsGiveThemselvesAway) {
  EXPECT_FALSE(may_be_vietnamese(words("Qu\uFFFDt \uFFFDnh c\uFFFDa \uF0A1\uF0A2\uF0A3 ban")));
  EXPECT_FALSE(may_be_vietnamese(words("")));
  EXPECT_FALSE(may_be_vietnamese(words("12 345 -")));
}

TEST(VisibleLetters, TextStaysAsPrinted) {
  EXPECT_EQ(as_printed("Hòa"), "Hòa");  // loose mark
  EXPECT_EQ(as_printed("LƢU"), "LƯU");
  EXPECT_EQ(as_printed("Đ\u200Bộc – lập"), "Độc–lập");
}

}  // namespace
}  // namespace vanthu
