// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/derive/text_layer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "archive/derive/hollow_font.h"
#include "pipeline/error.h"
#include "tests/archive/derive/papers.h"

namespace vanthu {
namespace {

struct Shown {  // one word of the layer
  double size = 0, stretch = 1, a = 0, b = 0, x = 0, y = 0;
  std::u32string text;
  double width() const {
    double sum = 0;
    for (const char32_t c : text)
      if (c != U' ') sum += hollow_width(c) / 1000.0 * size * stretch;
    return sum;
  }
};

std::vector<Shown> shown(const std::string& content) {
  const std::string n = "(-?[0-9.]+) ";
  const std::regex word("(?:/F0 ([0-9.]+) Tf\n)?" + n + "Tz " + n + n + n + n + n + n +
                        "Tm <([0-9A-F]+)> Tj");
  std::vector<Shown> out;
  double size = 0;
  for (std::sregex_iterator it(content.begin(), content.end(), word), end; it != end; ++it) {
    const std::smatch& m = *it;
    if (m[1].matched) size = std::stod(m[1]);
    Shown one{size,
              std::stod(m[2]) / 100,
              std::stod(m[3]),
              std::stod(m[4]),
              std::stod(m[7]),
              std::stod(m[8]),
              {}};
    const std::string hex = m[9];
    for (std::size_t i = 0; i < hex.size(); i += 4)
      one.text += static_cast<char32_t>(std::stoul(hex.substr(i, 4), nullptr, 16));
    out.push_back(one);
  }
  return out;
}

PageReading page_with(const std::vector<Line>& lines) {
  PageReading page;
  page.width = 1000;
  page.height = 2000;
  page.lines = lines;
  return page;
}

std::vector<Shown> layer(const PageReading& page) {
  std::set<char32_t> letters;
  return shown(text_layer(page, 500, 1000, letters));  // two pixels a point
}

TEST(TextLayer, PutsAWordOverItsPrint) {
  const auto words = layer(page_with({test::line_of({{"Hanoi", "", {100, 200, 140, 40}, 0.9}})}));
  ASSERT_EQ(words.size(), 1u);
  EXPECT_NEAR(words[0].x, 50, 0.1);
  EXPECT_NEAR(words[0].y, 1000 - 120, 0.1);  // no letter goes below the line
  EXPECT_NEAR(words[0].width(), 70, 0.5);
  EXPECT_NEAR(words[0].size * 0.68, 20, 0.5);  // of capitals in Times
  EXPECT_EQ(words[0].text, U"Hanoi");
}

TEST(TextLayer, LinesHaveOneSizeAndOneBaseline) {
  // "xem" is low, "Đề" tall, "giấy" goes below: one line of print all the same.
  const auto words = layer(page_with({test::line_of({{"xem", "", {100, 222, 60, 18}, 0.9},
                                                     {"Tờ", "", {180, 213, 60, 27}, 0.9},
                                                     {"gay", "", {260, 222, 60, 27}, 0.9}})}));
  ASSERT_EQ(words.size(), 3u);
  for (const Shown& word : words) EXPECT_NEAR(word.y, 1000 - 120, 1);
}

TEST(TextLayer, FollowsALineThatLeans) {
  PageReading page = page_with({test::line_of(
      {{"một", "", {100, 200, 100, 44}, 0.9}, {"hai", "", {800, 224, 100, 44}, 0.9}})});
  page.skew = 2;
  const auto words = layer(page);
  ASSERT_EQ(words.size(), 2u);
  EXPECT_NEAR(words[0].y - words[1].y, 12.2, 0.6);  // 700 pixels at 2 degrees
  EXPECT_DOUBLE_EQ(words[0].b, 0);                  // each word level
}

TEST(TextLayer, RunsAlongAPageThatLiesOnItsSide) {
  PageReading page = page_with({test::line_of({{"Số", "", {200, 500, 30, 60}, 0.9}})});
  page.rotation = 90;  // turned so far clockwise it stands: the line runs upwards
  const auto words = layer(page);
  ASSERT_EQ(words.size(), 1u);
  EXPECT_NEAR(words[0].a, 0, 1e-3);
  EXPECT_NEAR(words[0].b, 1, 1e-3);
  EXPECT_NEAR(words[0].x, 115, 0.5);         // the right edge is the baseline
  EXPECT_NEAR(words[0].y, 1000 - 280, 0.5);  // begins at the lower end
  EXPECT_NEAR(words[0].width(), 30, 0.5);
}

TEST(TextLayer, EndsAWordBeforeTheNext) {
  const auto words = layer(page_with({test::line_of(
      {{"QUANG", "", {100, 200, 190, 40}, 0.9}, {"TRI", "", {240, 200, 60, 40}, 0.9}})}));
  EXPECT_LE(words[0].x + words[0].width(), words[1].x);
}

TEST(TextLayer, OfAPageWithoutWordsIsNothing) {
  EXPECT_TRUE(layer(page_with({})).empty());
  EXPECT_TRUE(layer(page_with({test::line_of({{"", "", {1, 1, 5, 5}, 0.9}})})).empty());
}

TEST(HollowFont, LettersWithMarksAreAsWideAsTheirBase) {
  EXPECT_EQ(hollow_width(U'ế'), hollow_width(U'e'));
  EXPECT_EQ(hollow_width(U'Đ'), hollow_width(U'D'));
  EXPECT_EQ(hollow_width(U'W'), 944);
  EXPECT_EQ(hollow_width(U'…'), 500);
}

TEST(HollowFont, GlyphsAreAsWideAsSaid) {
  const std::string font = hollow_font(), map = hollow_glyphs({U'i', U'Đ'});
  const std::size_t record = font.find("hmtx");
  const auto u16 = [](const std::string& s, std::size_t at) {
    return static_cast<unsigned char>(s[at]) << 8 | static_cast<unsigned char>(s[at + 1]);
  };
  const std::size_t table = static_cast<std::size_t>(u16(font, record + 10));
  for (const char32_t c : {U'i', U'Đ'})
    EXPECT_EQ(u16(font, table + 4 * static_cast<std::size_t>(u16(map, 2 * c))), hollow_width(c));
}

}  // namespace
}  // namespace vanthu
