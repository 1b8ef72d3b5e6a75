// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/intake/pdf_plan.h"

#include <gtest/gtest.h>

#include "pipeline/intake/pdf_content.h"

namespace vanthu {
namespace {

constexpr PdfRect kA4{0, 0, 595, 842};

PdfImage image_at(const std::vector<double>& matrix, long long width, long long height) {
  return {pdf_matrix(matrix), width, height};
}

TEST(PdfPlan, FullImageIsTheScan) {
  const PdfPageFacts page{.box = kA4, .images = {image_at({595, 0, 0, 842, 0, 0}, 1654, 2339)}};
  const auto layer = find_scan(page);
  ASSERT_TRUE(layer);
  const PdfPlan plan = plan_page(page, layer, false, 300);
  EXPECT_TRUE(plan.from_scan);
  EXPECT_EQ(plan.width, 1654);
  EXPECT_EQ(plan.height, 2339);
  EXPECT_NEAR(plan.dpi, 200, 0.5);
}

TEST(PdfPlan, LogoTintAndSlantedPictureAreNoScan) {
  const PdfImage logo = image_at({100, 0, 0, 100, 30, 700}, 400, 400);
  const PdfImage tint = image_at({595, 0, 0, 842, 0, 0}, 8, 8);
  const PdfImage slanted = image_at({580, 50, -50, 800, 50, 0}, 1654, 2339);
  const PdfImage nothing = image_at({0, 0, 0, 0, 0, 0}, 1654, 2339);
  for (const PdfImage& image : {logo, tint, slanted, nothing}) {
    const PdfPageFacts page{.box = kA4, .images = {image}};
    EXPECT_FALSE(find_scan(page));
    const PdfPlan plan = plan_page(page, find_scan(page), false, 300);
    EXPECT_EQ(plan.width, 2479);
    EXPECT_EQ(plan.height, 3508);
  }
}

TEST(PdfPlan, TilesOfOneResolutionAreOneScan) {
  PdfPageFacts page{.box = kA4, .images = {}};
  for (int i = 0; i < 4; ++i)
    page.images.push_back(
        image_at({595. / 2, 0, 0, 421, i % 2 * 595. / 2, i / 2 * 421.}, 827, 1170));
  const auto layer = find_scan(page);
  ASSERT_TRUE(layer);
  EXPECT_EQ(layer->parts.size(), 4u);
  EXPECT_EQ(plan_page(page, layer, false, 300).width, 1654);
}

TEST(PdfPlan, OverlappingImagesAreNotTiles) {
  const PdfImage full = image_at({595, 0, 0, 842, 0, 0}, 1654, 2339);
  const PdfPageFacts page{.box = kA4, .images = {full, full}};
  ASSERT_TRUE(find_scan(page));
  EXPECT_EQ(find_scan(page)->parts.size(), 1u);
}

TEST(PdfGraphicsState, FollowsNestedMatrices) {
  PdfGraphics state;
  state.operate("q", {});
  state.operate("cm", {2, 0, 0, 2, 10, 20});
  state.operate("cm", {3, 0, 0, 4, 1, 1});
  EXPECT_EQ(state.at(), (Affine{6, 0, 12, 0, 8, 22}));
  state.operate("Q", {});
  state.operate("Q", {});
  EXPECT_EQ(state.at(), Affine{});
}

TEST(PdfGraphicsState, TellsInkFromHiddenTextAndWhitePaint) {
  PdfGraphics state;
  state.operate("q", {});
  state.operate("Tr", {3});
  state.show_text(20);
  state.operate("rg", {1, 1, 1});
  state.operate("f", {});
  state.operate("k", {0, 0, 0, 0});
  state.operate("f*", {});
  EXPECT_FALSE(state.ink());
  EXPECT_EQ(state.letters(), 0u);
  state.operate("Q", {});
  state.show_text(20);
  EXPECT_TRUE(state.ink());
  EXPECT_EQ(state.letters(), 20u);
}

}  // namespace
}  // namespace vanthu
