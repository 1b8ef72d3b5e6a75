// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/text.h"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

TEST(Text, FoldTakesEveryMarkAndDStroke) {
  EXPECT_EQ(fold("Khuyến học tỉnh Ninh Thuận, ĐƯỜNG ưỡn"), "khuyen hoc tinh ninh thuan, duong uon");
}

TEST(Text, CanonicalEquatesTonePlacements) {
  EXPECT_EQ(canonical("hoà"), canonical("hòa"));
  EXPECT_EQ(canonical("Uỷ"), canonical("ủy"));
  EXPECT_EQ(canonical("khoẻ"), canonical("khỏe"));
}

TEST(Text, CanonicalKeepsTonesAndVowelsApart) {
  EXPECT_NE(canonical("dừng"), canonical("dùng"));
  EXPECT_NE(canonical("năm"), canonical("nam"));
  EXPECT_NE(canonical("má"), canonical("mà"));
  EXPECT_NE(canonical("đa"), canonical("da"));
}

TEST(Text, CanonicalTreatsEachSyllableForItself) {
  EXPECT_EQ(canonical("hoà bình"), canonical("hòa bình"));
  EXPECT_EQ(canonical("à-b"), "a1-b");
}

TEST(Text, DecomposedAndComposedAreOne) {
  EXPECT_EQ(nfc("e\u0323\u0302"), "ệ");
  EXPECT_EQ(fold("Đ\u1EC7"), fold("\u0110e\u0323\u0302"));
}

TEST(Text, TidyMendsLookAlikesAndBlanks) {
  EXPECT_EQ(tidy(" Ðộc\u00A0lập – Tự  do \n x\u200By "), "Độc lập - Tự do\nxy");
  EXPECT_EQ(tidy("VĂN THƢ"), "VĂN THƯ");
}

TEST(Text, MarksAreSeen) {
  EXPECT_TRUE(has_marks("học"));
  EXPECT_TRUE(has_marks("đi"));
  EXPECT_FALSE(has_marks("Hoc 2019"));
}

TEST(Text, BadBytesBecomeReplacementCharacters) {
  EXPECT_FALSE(is_utf8("a\xFFz"));
  EXPECT_EQ(repair_utf8("a\xFFz"), "a\uFFFDz");
  EXPECT_TRUE(is_utf8("ệ"));
}

TEST(Text, NaturalOrderCountsNumbers) {
  EXPECT_TRUE(natural_less("scan 2.pdf", "scan 10.pdf"));
  EXPECT_FALSE(natural_less("scan 10.pdf", "scan 2.pdf"));
  EXPECT_TRUE(natural_less("a", "ab"));
  EXPECT_FALSE(natural_less("x1", "x1"));
  EXPECT_NE(natural_less("x01", "x1"), natural_less("x1", "x01"));
}

TEST(Text, SimilarityCountsCodePoints) {
  EXPECT_EQ(edit_distance("sở", "so"), 1u);
  EXPECT_DOUBLE_EQ(similarity("", ""), 1.0);
  EXPECT_DOUBLE_EQ(similarity("ab", "ac"), 0.5);
}

TEST(Text, SplitKeepsEmptyPiecesWordsDoNot) {
  EXPECT_EQ(split("a//b", '/').size(), 3u);
  EXPECT_EQ(words_of("  a \n b "), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(trim(" ./.x. ", "./"), "x");
}

}  // namespace
}  // namespace vanthu
