// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/analyse.h"

#include <gmock/gmock.h>

namespace vanthu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> out;
  for (const Syllable& s : analyse(text).syllables) out.push_back(s.folded);
  return out;
}

std::vector<std::string> written(std::string_view text) {
  std::vector<std::string> out;
  for (const Syllable& s : analyse(text).syllables) out.push_back(s.written);
  return out;
}

std::vector<std::string> numbers(std::string_view text) {
  std::vector<std::string> out;
  for (const DocumentNumber& n : analyse(text).numbers) out.push_back(n.whole());
  return out;
}

TEST(Analyse, EverySyllableHasBothFormsAtOnePlace) {
  const std::string text = "Quyết định số 15: dừng, ĐÌNH chỉ (bến xe) — tạm thời…";
  const Analysis all = analyse(text);
  EXPECT_EQ(all.syllables.size(), 11u);
  for (const Syllable& s : all.syllables) {
    EXPECT_FALSE(s.written.empty());
    EXPECT_FALSE(s.folded.empty());
    EXPECT_LT(s.begin, s.end);
    EXPECT_EQ(analyse(text.substr(s.begin, s.end - s.begin)).syllables.front().written, s.written);
  }
}

TEST(Analyse, MarksAreOffInTheFoldedFormAlone) {
  EXPECT_THAT(folded("Quyết ĐỊNH năm Nam đường"),
              ElementsAre("quyet", "dinh", "nam", "nam", "duong"));
  EXPECT_NE(written("năm"), written("nam"));
  EXPECT_NE(written("dừng"), written("dùng"));
  EXPECT_NE(written("đo"), written("do"));
}

TEST(Analyse, TonePlacementCaseAndComposingDoNotMatter) {
  EXPECT_EQ(written("hòa thủy khỏe"), written("hoà thuỷ khoẻ"));
  EXPECT_EQ(written("HÒA"), written("hòa"));
  EXPECT_EQ(written("ho\u0300a"), written("h\u00F2a"));
}

TEST(Analyse, ALastYThatIsTheOnlyVowelIsAnIInTheFoldedFormAlone) {
  EXPECT_EQ(folded("kỹ lý quý mỹ sỹ"), folded("kĩ lí quí mĩ sĩ"));
  EXPECT_NE(written("kỹ"), written("kĩ"));
  EXPECT_THAT(folded("thúy ủy y ngay"), ElementsAre("thuy", "uy", "y", "ngay"));
}

TEST(Analyse, LookAlikesOfTheLetterDWithStrokeAreThatLetter) {
  EXPECT_EQ(written("\u00D0ảng"), written("Đảng"));
  EXPECT_EQ(folded("\u00D0ảng đảng"), (std::vector<std::string>{"dang", "dang"}));
}

TEST(Analyse, FiguresAreNotTakenForTones) {
  EXPECT_NE(written("hoa1"), written("hoà"));
  EXPECT_THAT(folded("09 9 000 12a"), ElementsAre("9", "9", "0", "12a"));
}

TEST(Analyse, WhatIsNotTextGivesNothing) {
  EXPECT_THAT(folded(""), IsEmpty());
  EXPECT_THAT(folded(" ./. … — \" \xEF\xBB\xBF"), IsEmpty());
  EXPECT_THAT(folded("a\xFF\xC3 b\xE1\xBB"), ElementsAre("a", "b"));
}

TEST(Analyse, AVeryLongWordIsCutBetweenCharacters) {
  std::string word;
  for (int i = 0; i < 500; ++i) word += "ế";
  const Syllable s = analyse(word).syllables.front();
  EXPECT_LE(s.written.size(), 96u);
  EXPECT_EQ(s.folded, std::string(96, 'e'));
}

TEST(Analyse, DocumentNumbersAreFoundAsTheyArePrinted) {
  EXPECT_THAT(numbers("Chỉ thị số 11-CT/TW của Bộ Chính trị"), ElementsAre("11/ct/tw"));
  EXPECT_THAT(numbers("Kế hoạch số 169 /KH-KHVN ngày 20/8/2019"), ElementsAre("169/kh/khvn"));
  EXPECT_THAT(numbers("44 /2005/QĐ-UBND"), ElementsAre("44/2005/qd/ubnd"));
  EXPECT_THAT(numbers("66.7/2025/NQ-CP và 03/2014/TT-BNN&PTNT"),
              ElementsAre("66/7/2025/nq/cp", "3/2014/tt/bnn/ptnt"));
  EXPECT_THAT(numbers("5053-CV/VPTW/nb, 425/VTLTNN - NVTW"),
              ElementsAre("5053/cv/vptw/nb", "425/vtltnn/nvtw"));
  EXPECT_THAT(numbers("Kết luận 49-\nKL/TW"), ElementsAre("49/kl/tw"));
  EXPECT_THAT(numbers("Luật 33/2024/QH15; 12a/QĐ–UBND"),
              ElementsAre("33/2024/qh15", "12a/qd/ubnd"));
}

TEST(Analyse, DatesRangesAndListsAreNoDocumentNumbers) {
  EXPECT_THAT(numbers("ngày 20/8/2019, từ 13-14 phút, 4.0"), IsEmpty());
  EXPECT_THAT(numbers("5 - Hà Nội; mục 5 - UBND tỉnh; 12/tháng"), IsEmpty());
  EXPECT_THAT(numbers("20/8/2019/UBND"), IsEmpty());
  EXPECT_THAT(numbers("1234567/QĐ-UBND"), IsEmpty());
}

TEST(AnalyseNumber, SpacingCaseMarksAndZerosDoNotMatter) {
  const std::string whole = "3/qd/ubnd";
  for (const char* text :
       {"03/QĐ-UBND", "3-qd/ubnd", "03 QD UBND", "Số: 03 / QĐ - UBND", "3qd/ubnd"})
    EXPECT_EQ(analyse_number(text).whole(), whole) << text;
  EXPECT_THAT(analyse_number("12a/QĐ").groups, ElementsAre("12a", "qd"));
  EXPECT_THAT(analyse_number(" ./ ").groups, IsEmpty());
}

TEST(LooksLikeNumber, NeedsANotation) {
  for (const char* word : {"11-CT/TW", "11-ct/tw", "3795/ubnd", "12a/QĐ-UBND", "44/2014/TT-BGDĐT"})
    EXPECT_TRUE(looks_like_number(word)) << word;
  for (const char* word : {"3795", "20/8/2019", "13-14", "danh-hiệu", "", "TW/11", "5/", "2019-09"})
    EXPECT_FALSE(looks_like_number(word)) << word;
}

}  // namespace
}  // namespace vanthu
