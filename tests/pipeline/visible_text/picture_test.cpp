// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/visible_text.h"

#include <gtest/gtest.h>

#include "pipeline/text.h"

namespace vanthu {
namespace {

const char* const kLines[] = {"Ủy ban nhân dân tỉnh", "về việc báo cáo tình hình",
                              "quản lý, sử dụng nhà ở", "rà soát, khẩn trương gửi",
                              "Số: 214/SXD-QLN ngày 18"};

// The lines one under the other, 10 pixels a letter, words 20 high, rows 40 apart.
std::vector<VisibleWord> page_of(const std::vector<std::string>& lines) {
  std::vector<VisibleWord> out;
  int y = 10;
  for (const std::string& line : lines) {
    int x = 10;
    for (const std::string& word : words_of(line)) {
      const int w = 10 * static_cast<int>(to_u32(word).size());
      out.push_back({word, {x, y, w, 20}, 0});
      x += w + 10;
    }
    y += 40;
  }
  return out;
}

std::vector<VisibleWord> page() { return page_of({std::begin(kLines), std::end(kLines)}); }

std::vector<Box> boxes(const std::vector<VisibleWord>& words) {
  std::vector<Box> out;
  for (const VisibleWord& word : words) out.push_back(word.box);
  return out;
}

// A third of each box is ink.
Image picture(const std::vector<VisibleWord>& words) {
  Image out = make_image(400, 300);
  for (const VisibleWord& word : words)
    for (int y = word.box.y + 4; y < word.box.bottom() - 4; y += 2)
      for (int x = word.box.x; x < word.box.right(); ++x) out.row(y)[x] = 0;
  return out;
}

std::vector<Word> reader(const std::vector<VisibleWord>& words) {
  std::vector<Word> out;
  for (const VisibleWord& word : words) out.push_back({word.text, "", word.box, 0.9});
  return out;
}

TEST(VisibleText, WordsOnInkAreSeen) {
  EXPECT_EQ(seen_words(page(), picture(page())).size(), page().size());
}

TEST(VisibleText, WordsWithoutInkAreNot) {
  EXPECT_TRUE(seen_words(page(), make_image(400, 300)).empty());
  std::vector<VisibleWord> half = page();
  half.resize(half.size() / 2);
  EXPECT_TRUE(seen_words(page(), picture(half)).empty());
}

TEST(VisibleText, WordsOnABlackFieldAreNotSeen) {
  EXPECT_TRUE(seen_words(page(), make_image(400, 300, 1, 0)).empty());
}

TEST(VisibleText, OneWordCoveredIsLeftOut) {
  std::vector<VisibleWord> words = page();
  words.push_back({"ẩn", {10, 250, 20, 20}, 0});
  EXPECT_EQ(seen_words(words, picture(page())).size(), page().size());
}

TEST(VisibleText, ColumnsAreReadOneAfterTheOther) {
  std::vector<VisibleWord> words = page_of({"trái phải", "dưới đây"});
  const std::vector<TextCell> cells = {{Region::head_left, {0, 0, 55, 100}},
                                       {Region::head_right, {56, 0, 100, 100}}};
  const std::vector<TextRow> rows = rows_of(boxes(words), cells);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0].words, (std::vector<std::size_t>{0}));
  EXPECT_EQ(rows[1].words, (std::vector<std::size_t>{2}));
  EXPECT_EQ(rows[1].region, Region::head_left);
  EXPECT_EQ(rows[3].region, Region::head_right);
}

TEST(VisibleText, AWordOutsideOfAllCellsGoesToTheNearest) {
  const std::vector<TextRow> rows =
      rows_of({{300, 300, 20, 20}},
              {{Region::head_left, {0, 0, 50, 50}}, {Region::foot_right, {200, 200, 50, 50}}});
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].region, Region::foot_right);
}

TEST(VisibleText, ASuperscriptStaysInItsRow) {
  EXPECT_EQ(rows_of({{0, 0, 40, 20}, {40, -3, 8, 12}, {60, 0, 40, 20}}, {}).size(), 1u);
  EXPECT_EQ(rows_of({{0, 0, 40, 20}, {0, 24, 40, 20}}, {}).size(), 2u);
}

TEST(VisibleText, EveryFontIsLookedAt) {
  std::vector<VisibleWord> words = page();
  for (VisibleWord& word : words)
    if (word.box.y == 50) word.font = 7;
  const Looks looks = choose_looks(words, rows_of(boxes(words), {}));
  EXPECT_GE(looks.lines.size(), 3u);
  EXPECT_EQ(looks.fonts.size(), 2u);
  EXPECT_TRUE(std::any_of(looks.lines.begin(), looks.lines.end(),
                          [](const Look& look) { return look.text == kLines[1]; }));
}

TEST(VisibleText, AFontOfAFewLettersIsVouchedForByNone) {
  std::vector<VisibleWord> words = page();
  words.front().font = 7;
  EXPECT_EQ(choose_looks(words, rows_of(boxes(words), {})).fonts, std::vector<int>{0});
}

TEST(VisibleText, AReaderOfTheSameWordsAgrees) {
  const Looks looks = choose_looks(page(), rows_of(boxes(page()), {}));
  EXPECT_TRUE(agrees(looks.lines, reader(page())));
}

TEST(VisibleText, AReaderOfOtherWordsDisagrees) {
  const Looks looks = choose_looks(page(), rows_of(boxes(page()), {}));
  EXPECT_FALSE(agrees(looks.lines, {}));
  std::vector<Word> other = reader(page());
  for (Word& word : other) word.text = "Nam";
  EXPECT_FALSE(agrees(looks.lines, other));
}

TEST(VisibleText, OtherDigitsDisagree) {
  const std::vector<VisibleWord> words = page_of({"Số: 214/SXD-QLN ngày 18"});
  std::vector<Word> read = reader(words);
  read[1].text = "379/SXD-QLN";
  EXPECT_FALSE(agrees(choose_looks(words, rows_of(boxes(words), {})).lines, read));
}

TEST(VisibleText, WordsRunTogetherDisagree) {
  std::vector<VisibleWord> words = page();
  const std::vector<Word> read = reader(words);
  std::vector<VisibleWord> glued;
  for (const char* line : kLines) {
    VisibleWord all;
    for (; !words.empty() && all.text.size() + words[0].text.size() < std::string(line).size();) {
      all.text += words[0].text, all.box = unite(all.box, words[0].box);
      words.erase(words.begin());
    }
    glued.push_back(all);
  }
  EXPECT_FALSE(agrees(choose_looks(glued, rows_of(boxes(glued), {})).lines, read));
}

TEST(VisibleText, NothingLookedAtIsNoAgreement) { EXPECT_FALSE(agrees({}, reader(page()))); }

TEST(VisibleText, InkOfItsWordsIsTakenOut) {
  Image print = picture(page());
  EXPECT_GT(take_out(print, boxes(page())), 1000);
  EXPECT_EQ(print, make_image(400, 300));
}

TEST(VisibleText, RulesAreNoInkButStrokesAre) {
  Image print = make_image(400, 300);
  for (int x = 10; x < 300; ++x) print.row(200)[x] = 0;
  EXPECT_EQ(ink_in(print, {0, 0, 400, 300}, 10), 0);
  for (int y = 100; y < 110; ++y)
    for (int x = 50; x < 60; ++x) print.row(y)[x] = 0;
  EXPECT_EQ(ink_in(print, {0, 0, 400, 300}, 10), 100);
  EXPECT_EQ(ink_in(print, {0, 150, 400, 150}, 10), 0);
}

TEST(VisibleText, MuchInkBesideItIsTooMuch) {
  EXPECT_FALSE(says_too_little(1000, 100));
  EXPECT_TRUE(says_too_little(1000, 900));
}

}  // namespace
}  // namespace vanthu
