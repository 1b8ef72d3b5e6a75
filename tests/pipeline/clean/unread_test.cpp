// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/unread.h"

#include <gtest/gtest.h>

#include "pipeline/clean/scale.h"
#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

struct Drawn {
  Image page = pages::grey_dispatch();
  double letter = letter_height(page);
  std::vector<Baseline> rows(const std::vector<Box>& read) const {
    return unread_rows(page, letter, read);
  }
};

Box around(const Baseline& row) {
  return {static_cast<int>(row.left), static_cast<int>(row.left_y - 2 * row.x_height),
          static_cast<int>(row.right - row.left), static_cast<int>(2.6 * row.x_height)};
}

TEST(UnreadRows, OfAPageOfWhichNothingWasReadAreItsLines) {
  const Drawn drawn;
  const auto rows = drawn.rows({});
  EXPECT_GT(rows.size(), 15u);
  for (const Baseline& row : rows) EXPECT_LT(row.x_height, 2.5 * drawn.letter);
}

TEST(UnreadRows, AreNoneWhereEverythingWasRead) {
  const Drawn drawn;
  EXPECT_TRUE(drawn.rows({{0, 0, drawn.page.width, drawn.page.height}}).empty());
}

TEST(UnreadRows, IsTheOneThatNoWordCovers) {
  const Drawn drawn;
  const auto all = drawn.rows({});
  std::vector<Box> read;
  for (const Baseline& row : all) read.push_back(around(row));
  const Baseline missed = all[all.size() / 2];
  read.erase(read.begin() + static_cast<long>(all.size() / 2));
  const auto found = drawn.rows(read);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NEAR(found[0].left, missed.left, 1);
  EXPECT_NEAR(found[0].right, missed.right, 1);
  EXPECT_NEAR(found[0].left_y, missed.left_y, 2);
}

TEST(UnreadRows, AreNotFoundInRulesAndDust) {
  Image page = pages::blank();
  pages::fill(page, {100, 300, 500, 3});
  for (int x = 100; x < 600; x += 23) pages::fill(page, {x, 500 + x % 40, 4, 4});
  EXPECT_TRUE(unread_rows(page, 18, {}).empty());
}

TEST(UnreadRows, AreNoneOnABlankPageOrOneOfUnknownLetters) {
  EXPECT_TRUE(unread_rows(pages::blank(), 18, {}).empty());
  EXPECT_TRUE(unread_rows(pages::grey_dispatch(), 0, {}).empty());
  EXPECT_TRUE(unread_rows({}, 18, {}).empty());
}

}  // namespace
}  // namespace vanthu
