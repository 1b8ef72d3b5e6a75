// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/image.h"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

TEST(Image, CropIsCutAtTheBorders) {
  Image image = make_image(4, 3);
  image.row(2)[3] = 7;
  const Image part = crop(image, {2, 1, 10, 10});
  EXPECT_EQ(part.width, 2);
  EXPECT_EQ(part.height, 2);
  EXPECT_EQ(part.row(1)[1], 7);
}

TEST(Box, UniteIgnoresTheEmptyOne) {
  EXPECT_EQ(unite({}, {5, 5, 2, 2}), (Box{5, 5, 2, 2}));
  EXPECT_EQ(unite({0, 0, 1, 1}, {5, 5, 2, 2}), (Box{0, 0, 7, 7}));
  EXPECT_TRUE(intersect({0, 0, 1, 1}, {5, 5, 2, 2}).empty());
}

TEST(Affine, InverseLeadsBack) {
  const Affine turn{0, -1, 100, 1, 0, 7};
  EXPECT_EQ(apply(inverse(turn), apply(turn, {10, 20, 30, 5})), (Box{10, 20, 30, 5}));
}

TEST(Affine, ThenAppliesInOrder) {
  const Affine shift{1, 0, 5, 0, 1, 0}, twice{2, 0, 0, 0, 2, 0};
  EXPECT_EQ(apply(then(shift, twice), {1, 1, 1, 1}), (Box{12, 2, 2, 2}));
}

}  // namespace
}  // namespace vanthu
