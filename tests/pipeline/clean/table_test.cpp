// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/table.h"

#include <gtest/gtest.h>

#include "pipeline/clean/regions.h"
#include "pipeline/clean/scale.h"
#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

constexpr double kLetter = 20;

void rule_across(Image& page, int x0, int x1, int y) { pages::fill(page, {x0, y, x1 - x0, 2}); }
void rule_down(Image& page, int x, int y0, int y1) { pages::fill(page, {x, y0, 2, y1 - y0}); }

// Three columns and four rows; the first row's last two columns are one.
Image page_with_table() {
  Image page = pages::blank();
  for (const int y : {200, 280, 360, 440, 520}) rule_across(page, 100, 700, y);
  for (const int x : {100, 250, 700}) rule_down(page, x, 200, 520);
  rule_down(page, 500, 280, 520);
  return page;
}

draw::DrawOptions with_seal() {
  draw::DrawOptions options = pages::plain();
  options.seal = options.signature = true;
  return options;
}

TEST(Table, TheCellsOfANetAreFoundRowByRow) {
  Image page = page_with_table();
  const auto tables = take_tables(page, kLetter);
  ASSERT_EQ(tables.size(), 1u);
  const auto& cells = tables[0].cells;
  ASSERT_EQ(cells.size(), 11u);
  EXPECT_GT(cells[1].w, 400);
  EXPECT_LT(cells[2].x, cells[3].x);
  EXPECT_LT(cells[3].x, cells[4].x);
  EXPECT_GT(cells[5].y, cells[4].y);
}

TEST(Table, ItsRulesAreTakenOut) {
  Image page = page_with_table();
  take_tables(page, kLetter);
  EXPECT_LE(pages::dark_pixels(page, {0, 0, page.width, page.height}), 4);
}

TEST(Table, BrokenRulesAreStillRules) {
  Image page = page_with_table();
  for (int x = 150; x < 640; x += 64) pages::fill(page, {x, 195, 14, 330}, 255);
  const auto tables = take_tables(page, kLetter);
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(tables[0].cells.size(), 11u);
}

TEST(Table, PaleRulesAmongDarkPrintAreRules) {
  Image page = page_with_table();
  for (std::uint8_t& v : page.pixels) v = v == 0 ? 210 : v;
  for (int x = 300; x < 480; x += 12) pages::fill(page, {x, 300, 6, 20});
  const auto tables = take_tables(page, kLetter);
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(tables[0].cells.size(), 11u);
}

// Bold print whose serifs touch: a bar with strokes below it, as tall as small letters.
Image print_with_serifs(Image page, int x0, int x1, int y) {
  pages::fill(page, {x0, y, x1 - x0, 2});
  for (int x = x0; x < x1; x += 9) pages::fill(page, {x, y, 4, 20});
  return page;
}

TEST(Table, ARowOfBoldPrintInACellIsNoRuleAndStays) {
  const Image empty = page_with_table();
  Image page = print_with_serifs(empty, 256, 496, 390);
  const int print = pages::dark_pixels(page, {252, 385, 246, 40});
  const auto tables = take_tables(page, kLetter);
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(tables[0].cells.size(), 11u);
  EXPECT_EQ(pages::dark_pixels(page, {252, 385, 246, 40}), print);
}

TEST(Table, ARuleWithPrintCloseUnderItIsARule) {
  Image page = print_with_serifs(page_with_table(), 256, 496, 288);
  const auto tables = take_tables(page, kLetter);
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(tables[0].cells.size(), 11u);
}

TEST(Table, AFrameIsNone) {
  Image page = pages::blank();
  for (const int y : {200, 520}) rule_across(page, 100, 700, y);
  for (const int x : {100, 700}) rule_down(page, x, 200, 520);
  const Image before = page;
  EXPECT_TRUE(take_tables(page, kLetter).empty());
  EXPECT_EQ(page, before);
}

TEST(Table, PrintSealsAndNoiseAreNone) {
  Image dispatch = pages::grey_dispatch(with_seal());
  EXPECT_TRUE(take_tables(dispatch, letter_height(dispatch)).empty());
  for (Image page : {pages::blank(), pages::black(), pages::noise()})
    EXPECT_TRUE(take_tables(page, kLetter).empty());
}

TEST(Table, WithoutAKnownLetterNothingIsSought) {
  Image page = page_with_table();
  EXPECT_TRUE(take_tables(page, 0).empty());
}

TEST(Table, TheCellAroundItIsReadAboveInAndBelow) {
  Image page = pages::grey_dispatch();
  const double letter = letter_height(page);
  const auto before = find_cells(page, letter);
  const Box body = before.at(2).box;
  const Table table{{body.x, body.mid_y() - 40, body.w, 80},
                    {{body.x, body.mid_y() - 40, body.w / 2, 80},
                     {body.mid_x(), body.mid_y() - 40, body.w / 2, 80}}};
  EXPECT_EQ(find_cells(page, letter, {table}).size(), before.size() + 3);
}

}  // namespace
}  // namespace vanthu
