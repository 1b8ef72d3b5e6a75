// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/skew.h"

#include <gtest/gtest.h>

#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

TEST(Skew, FindsTheLeanOfDrawnText) {
  for (const double degrees : {-2.5, -0.7, 0.0, 0.4, 1.8, 4.0}) {
    draw::DrawOptions options = pages::plain();
    options.skew_degrees = degrees;
    const Skew skew = find_skew(pages::grey_dispatch(options));
    EXPECT_NEAR(skew.degrees, degrees, 0.15);
    EXPECT_GE(skew.confidence, kSureSkew) << degrees;
  }
}

TEST(Skew, FindsTheLeanOfABilevelScanWithSpecks) {
  draw::DrawOptions options = pages::plain();
  options.depth = draw::Depth::bilevel;
  options.skew_degrees = -1.3;
  options.damage.specks = 300;
  const Skew skew = find_skew(pages::grey_dispatch(options));
  EXPECT_NEAR(skew.degrees, -1.3, 0.15);
  EXPECT_GE(skew.confidence, kSureSkew);
}

TEST(Skew, NoiseGivesLowConfidence) { EXPECT_LT(find_skew(pages::noise()).confidence, kSureSkew); }

TEST(Skew, BlankAndBlackGiveLowConfidence) {
  EXPECT_LT(find_skew(pages::blank()).confidence, kSureSkew);
  EXPECT_LT(find_skew(pages::black()).confidence, kSureSkew);
  EXPECT_LT(find_skew({}).confidence, kSureSkew);
}

TEST(Skew, LeanBeyondTheSearchIsDoubted) {
  draw::DrawOptions options = pages::plain();
  options.skew_degrees = 9;
  EXPECT_LT(find_skew(pages::grey_dispatch(options)).confidence, kSureSkew);
}

}  // namespace
}  // namespace vanthu
