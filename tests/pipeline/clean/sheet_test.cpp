// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/sheet.h"

#include <gtest/gtest.h>

#include "samples/draw/photograph.h"
#include "tests/pipeline/clean/pages.h"

namespace vanthu {
namespace {

draw::Photo from_aside() {
  draw::Photo photo;
  photo.back = 12, photo.aside = 7, photo.turn = 2;
  return photo;
}

TEST(Sheet, IsFoundOnADeskFromAside) {
  const Image page = pages::grey_dispatch();
  for (const double shadow : {0.0, 0.35}) {
    draw::Photo photo = from_aside();
    photo.shadow = shadow;
    const Image picture = draw::photographed(page, photo);
    const auto sheet = find_sheet(picture);
    ASSERT_TRUE(sheet) << shadow;
    const Flattened flat = flattened(picture, *sheet);
    EXPECT_NEAR(static_cast<double>(flat.image.height) / flat.image.width, 1.414, 0.01);
  }
}

TEST(Sheet, MadeFlatIsThePageAgainWithTheWayBack) {
  Image page = pages::blank(1240, 1754);
  pages::fill(page, {300, 400, 40, 40});
  pages::fill(page, {900, 1400, 40, 40});
  const Image picture = draw::photographed(page, from_aside());
  const auto sheet = find_sheet(picture);
  ASSERT_TRUE(sheet);
  const Flattened flat = flattened(picture, *sheet);
  const double larger = static_cast<double>(flat.image.width) / page.width;
  for (const Box mark : {Box{300, 400, 40, 40}, Box{900, 1400, 40, 40}}) {
    const Box seen = apply(Affine{larger, 0, 0, 0, larger, 0}, mark);
    EXPECT_GT(pages::dark_pixels(flat.image, seen), 0.8 * seen.w * seen.h);
    const Box there = apply(flat.back, seen);
    EXPECT_GT(pages::dark_pixels(picture, there), 0.6 * there.w * there.h);
  }
}

TEST(Sheet, AScanIsLetAlone) {
  EXPECT_FALSE(find_sheet(pages::grey_dispatch()));
  draw::DrawOptions options = pages::plain();
  options.damage.edge_left = options.damage.edge_top = options.damage.edge_right =
      options.damage.edge_bottom = 6;
  EXPECT_FALSE(find_sheet(pages::grey_dispatch(options)));
  options.skew_degrees = 2;
  EXPECT_FALSE(find_sheet(pages::grey_dispatch(options)));
}

TEST(Sheet, APictureThatShowsHalfASheetIsLetAlone) {
  const Image picture = draw::photographed(pages::grey_dispatch(), from_aside());
  EXPECT_FALSE(find_sheet(crop(picture, {0, 0, picture.width, picture.height / 2})));
}

TEST(Sheet, NoiseBlankAndBlackHoldNone) {
  EXPECT_FALSE(find_sheet(pages::noise()));
  EXPECT_FALSE(find_sheet(pages::blank()));
  EXPECT_FALSE(find_sheet(pages::black()));
  EXPECT_FALSE(find_sheet({}));
}

}  // namespace
}  // namespace vanthu
