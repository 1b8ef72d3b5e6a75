// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/homography.h"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

const Homography kFromAside{1.2, 0.1, 40, -0.05, 0.9, 25, 0.0002, -0.0001};

TEST(Homography, ThatOfAnAffineMapMovesBoxesAsItDoes) {
  const Affine turn{0, -1, 100, 1, 0, 7};
  EXPECT_EQ(apply(homography(turn), {10, 20, 30, 5}), apply(turn, {10, 20, 30, 5}));
}

TEST(Homography, ShortensWhatIsFartherAway) {
  const Homography map{1, 0, 0, 0, 1, 0, 0, 0.001};
  EXPECT_EQ(apply(map, {0, 0, 100, 0}).w, 100);
  EXPECT_EQ(apply(map, {0, 1000, 100, 0}).w, 50);
}

TEST(Homography, InverseLeadsBack) {
  const Homography back = then(kFromAside, inverse(kFromAside));
  EXPECT_NEAR(back.xx, 1, 1e-9);
  EXPECT_NEAR(back.xy, 0, 1e-9);
  EXPECT_NEAR(back.x0, 0, 1e-6);
  EXPECT_NEAR(back.yy, 1, 1e-9);
  EXPECT_NEAR(back.wx, 0, 1e-12);
}

TEST(Homography, ThenAppliesInOrder) {
  const Homography shift = homography({1, 0, 300, 0, 1, 200});
  const Box point{50, 60, 0, 0};
  EXPECT_EQ(apply(then(shift, kFromAside), point), apply(kFromAside, apply(shift, point)));
}

TEST(Homography, ASingularMapComesBackAsTheIdentity) {
  EXPECT_EQ(inverse(Homography{1, 2, 0, 2, 4, 0}), Homography{});
}

}  // namespace
}  // namespace vanthu
