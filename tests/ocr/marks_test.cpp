// SPDX-License-Identifier: GPL-3.0-or-later
// What the net of marks says of cells, and what becomes of it among the lines of a page.
#include "ocr/marks.h"

#include <gtest/gtest.h>

#include "ocr/mark_regions.h"
#include "tests/ocr/lines.h"

namespace vanthu {
namespace {

constexpr double kMm = 8;  // pixels

// A page of 40 by 40 cells of 20 pixels on which nothing stands.
struct Page {
  MarkCells cells{40, 40, 20, std::vector<float>(kMarkClasses * 40 * 40, 0.0F)};
  Page() { fill(MarkClass::none, {0, 0, 40, 40}, 1); }
  Page& fill(MarkClass c, const Box& box, double chance) {
    for (int y = box.y; y < box.bottom(); ++y)
      for (int x = box.x; x < box.right(); ++x) {
        at(c, x, y) = static_cast<float>(chance);
        if (c != MarkClass::none) at(MarkClass::none, x, y) = static_cast<float>(1 - chance);
      }
    return *this;
  }
  float& at(MarkClass c, int x, int y) {
    return cells.chances[static_cast<std::size_t>((static_cast<int>(c) * 40 + y) * 40 + x)];
  }
};

TEST(MarkRegions, AMarkIsFoundWithItsLevelAndPlace) {
  const PageMarks marks =
      regions_of(Page().fill(MarkClass::toi_mat, {4, 9, 8, 3}, 0.95).cells, kMm);
  ASSERT_EQ(marks.secrecy.size(), 1U);
  EXPECT_EQ(marks.secrecy[0].words, "TỐI MẬT");
  EXPECT_GT(marks.secrecy[0].confidence, 0.9);
  EXPECT_EQ(marks.secrecy[0].box, (Box{80, 180, 160, 60}));
  EXPECT_TRUE(marks.arrivals.empty());
}

TEST(MarkRegions, LevelsThatShareTheirChanceStillMakeAMark) {
  Page page;
  page.fill(MarkClass::mat, {4, 9, 8, 3}, 0.4);
  for (int y = 9; y < 12; ++y)
    for (int x = 4; x < 12; ++x) page.at(MarkClass::tuyet_mat, x, y) = 0.45F;
  const PageMarks marks = regions_of(page.cells, kMm);
  ASSERT_EQ(marks.secrecy.size(), 1U);
  EXPECT_EQ(marks.secrecy[0].words, "TUYỆT MẬT");
}

TEST(MarkRegions, SpecksFaintCellsAndUrgencyAreNoSecrecy) {
  EXPECT_TRUE(
      regions_of(Page().fill(MarkClass::mat, {4, 9, 2, 1}, 0.99).cells, kMm).secrecy.empty());
  EXPECT_TRUE(
      regions_of(Page().fill(MarkClass::mat, {4, 9, 8, 3}, 0.4).cells, kMm).secrecy.empty());
  EXPECT_TRUE(
      regions_of(Page().fill(MarkClass::urgent, {4, 9, 8, 3}, 0.99).cells, kMm).secrecy.empty());
}

TEST(MarkRegions, AnArrivalStampHasItsTwoRows) {
  const PageMarks marks = regions_of(Page()
                                         .fill(MarkClass::arrival, {2, 12, 19, 12}, 0.9)
                                         .fill(MarkClass::number_row, {10, 16, 11, 2}, 0.97)
                                         .fill(MarkClass::date_row, {10, 19, 11, 2}, 0.97)
                                         .cells,
                                     kMm);
  ASSERT_EQ(marks.arrivals.size(), 1U);
  EXPECT_EQ(marks.arrivals[0].box, (Box{40, 240, 380, 240}));
  EXPECT_EQ(marks.arrivals[0].number, (Box{200, 320, 220, 40}));
  EXPECT_EQ(marks.arrivals[0].date, (Box{200, 380, 220, 40}));
}

TEST(MarkRegions, AFewCellsAreNoArrivalStamp) {
  EXPECT_TRUE(
      regions_of(Page().fill(MarkClass::arrival, {2, 20, 5, 4}, 0.9).cells, kMm).arrivals.empty());
}

TEST(MarkRegions, ARegionOfAnotherSizeIsNoArrivalStamp) {
  const auto arrivals = [](const Box& box) {
    return regions_of(Page().fill(MarkClass::arrival, box, 0.95).cells, kMm).arrivals.size();
  };
  EXPECT_EQ(arrivals({2, 4, 19, 12}), 1U);
  EXPECT_EQ(arrivals({0, 4, 40, 6}), 0U) << "a table";
}

TEST(Marks, AMarkThatTheEngineDidNotReadBecomesALine) {
  std::vector<Line> lines{line_of("Kính gửi: Sở Y tế", 300, 500)};
  add_secrecy({{"MẬT", 0.93, {60, 480, 120, 50}}}, lines);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(text_of(lines[1]), "MẬT");
  EXPECT_EQ(lines[1].region, Region::stamp);
  EXPECT_DOUBLE_EQ(lines[1].words[0].confidence, 0.93);
}

TEST(Marks, AMarkThatWasReadIsNotSaidTwice) {
  std::vector<Line> lines{line_of("TỐI MẬT", 60, 490)};
  add_secrecy({{"TỐI MẬT", 0.99, {55, 480, 150, 50}}}, lines);
  EXPECT_EQ(lines.size(), 1U);
}

TEST(Marks, APaperWhoseSecrecyWasLiftedIsNotStoppedByThatStamp) {
  std::vector<Line> lines{line_of("GIẢI MẬT", 60, 490)};
  add_secrecy({{"MẬT", 0.99, {55, 480, 150, 50}}}, lines);
  EXPECT_EQ(lines.size(), 1U);
}

TEST(Marks, OnlyWhatIsSurelyReadAsOtherWordsIsNoMark) {
  const Image cut = make_image(100, 40);
  const auto otherwise = [&](const std::string& text, double confidence, int y = 10) {
    return says_otherwise({line_of(text, 0, y, confidence)}, cut);
  };
  EXPECT_TRUE(otherwise("SAO LỤC", 0.9));
  EXPECT_TRUE(otherwise("BẢO MẬT", 0.9));
  EXPECT_FALSE(otherwise("SAO LỤC", 0.5)) << "not sure";
  EXPECT_FALSE(otherwise("TÔI MÂT", 0.9));
  EXPECT_FALSE(otherwise("SAO LỤC", 0.9, 60)) << "below it";
  EXPECT_FALSE(says_otherwise({}, cut)) << "nothing could be read";
}

TEST(Marks, RowsOfAStampLeaveTheLinesAndPrintThroughItStays) {
  std::vector<Line> lines{line_of("SỞ NỘI VỤ", 60, 420),
                          line_of("n9: và đầu tư của tỉnh năm", 300, 470),
                          line_of("Căn cứ Luật", 60, 900)};
  lines[1].words[0].confidence = 0.3;
  leave_to_stamp({30, 400, 350, 250}, 200, lines);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(text_of(lines[0]), "và đầu tư của tỉnh năm");
  EXPECT_EQ(text_of(lines[1]), "Căn cứ Luật");
}

}  // namespace
}  // namespace vanthu
