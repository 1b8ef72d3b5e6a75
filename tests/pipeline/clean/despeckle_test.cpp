// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/despeckle.h"

#include <gtest/gtest.h>

#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

TEST(Despeckle, DustOnBarePaperGoes) {
  Image page = pages::blank();
  for (int i = 1; i < 20; ++i) pages::fill(page, {i * 37, i * 51, 2, 2});
  EXPECT_EQ(pages::dark_pixels(without_specks(page, 200), {0, 0, page.width, page.height}), 0);
}

TEST(Despeckle, ADotUnderALetterStays) {
  Image page = pages::blank();
  pages::fill(page, {100, 100, 12, 16});  // a letter
  pages::fill(page, {105, 119, 2, 2});    // its nặng
  EXPECT_EQ(without_specks(page, 200), page);
}

TEST(Despeckle, EveryMarkOfADrawnPageStays) {
  draw::DrawOptions options = pages::plain();
  options.depth = draw::Depth::bilevel;
  const Image page = pages::grey_dispatch(options);
  const Box all{0, 0, page.width, page.height};
  EXPECT_GE(pages::dark_pixels(without_specks(page, 200), all),
            0.999 * pages::dark_pixels(page, all));
}

}  // namespace
}  // namespace vanthu
