// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "pipeline/clean/clean.h"
#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

Page page_of(Image image, double dpi = 200) {
  Page page;
  page.image = std::move(image);
  page.dpi = dpi;
  return page;
}

TEST(Clean, ALyingLeaningPageComesUpright) {
  draw::DrawOptions options = pages::plain();
  options.rotate = 90;
  options.skew_degrees = 1.5;
  const CleanPage out = clean(page_of(pages::grey_dispatch(options)));
  EXPECT_EQ(out.rotation, 270);
  EXPECT_NEAR(out.skew, 1.5, 0.15);
  EXPECT_GT(out.upright.height, out.upright.width);
  EXPECT_EQ(out.cells.size(), 5u);
}

TEST(Clean, BoxesLeadBackToTheRaster) {
  const Image upright = pages::grey_dispatch();
  draw::DrawOptions options = pages::plain();
  options.rotate = 180;
  const CleanPage out = clean(page_of(pages::grey_dispatch(options)));
  ASSERT_EQ(out.rotation, 180);
  const Box corner = apply(out.to_raster, {10, 20, 30, 40});
  EXPECT_EQ(corner, (Box{upright.width - 40, upright.height - 60, 30, 40}));
}

TEST(Clean, BlankPagesAreBlankAndStrangeOnesEndQuietly) {
  EXPECT_TRUE(clean(page_of(pages::blank(1654, 2339))).blank);
  EXPECT_TRUE(clean(page_of(make_image(1654, 2339, 3))).blank);
  for (Image& image : std::vector<Image>{pages::black(), pages::noise(), make_image(1, 20000),
                                         make_image(1, 1), pages::black(9, 3)})
    EXPECT_NO_THROW(clean(page_of(std::move(image), 0)));
}

TEST(Clean, EachStepCanBeLeftOut) {
  const CleanOptions none{false, false, false, false, false, false,
                          false, false, false, false, false};
  const Image image = pages::grey_dispatch();
  const CleanPage out = clean(page_of(image), none);
  EXPECT_EQ(out.print, image);
  EXPECT_EQ(out.scale, 1);
  EXPECT_EQ(out.to_raster, Homography{});
}

TEST(Clean, AScanThatSaysNoResolutionIsTakenForA4) {
  EXPECT_NEAR(clean(page_of(pages::grey_dispatch(), 0)).dpi, 200, 2);
}

}  // namespace
}  // namespace vanthu
