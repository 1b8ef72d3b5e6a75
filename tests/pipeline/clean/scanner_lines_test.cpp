// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/scanner_lines.h"

#include <gtest/gtest.h>

#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

constexpr double kDpi = 200;

TEST(ScannerLines, AFullHeightLineGoesAndTheLettersItCrossesStay) {
  Image page = pages::grey_dispatch();
  const Box all{0, 0, page.width, page.height};
  const int before = pages::dark_pixels(page, all);
  pages::fill(page, {page.width / 2, 0, 4, page.height});
  const Image after = without_scanner_lines(page, kDpi);
  EXPECT_NEAR(pages::dark_pixels(after, all), before, 0.02 * before);
}

TEST(ScannerLines, TableRulesStay) {
  Image page = pages::blank();
  const Box rule{400, 200, 4, 600};
  pages::fill(page, rule);
  EXPECT_EQ(without_scanner_lines(page, kDpi), page);
}

TEST(ScannerLines, NoiseAndACleanPageAreLeftAlone) {
  for (const Image& page : {pages::grey_dispatch(), pages::noise()})
    EXPECT_EQ(without_scanner_lines(page, kDpi), page);
}

}  // namespace
}  // namespace vanthu
