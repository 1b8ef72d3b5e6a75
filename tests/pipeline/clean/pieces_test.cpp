// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/clean/pieces.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace vanthu {
namespace {

Image drawn(const std::vector<std::string>& rows) {
  Image out = make_image(static_cast<int>(rows[0].size()), static_cast<int>(rows.size()), 1, 0);
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x)
      if (rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] == '#')
        out.row(y)[x] = 255;
  return out;
}

Pieces found_in(const Image& mask) {
  return pieces_of({mask.pixels.data(), mask.width, mask.height, mask.stride()});
}

Image noise(int width, int height) {
  Image out = make_image(width, height, 1, 0);
  std::mt19937 random(7);
  for (std::uint8_t& pixel : out.pixels) pixel = random() % 100 < 25 ? 255 : 0;
  return out;
}

// The plain way: spread from a pixel to its neighbours.
int flooded(Image& mask, int x, int y) {
  if (x < 0 || y < 0 || x >= mask.width || y >= mask.height || mask.row(y)[x] == 0) return 0;
  mask.row(y)[x] = 0;
  int area = 1;
  for (int v = y - 1; v <= y + 1; ++v)
    for (int u = x - 1; u <= x + 1; ++u) area += flooded(mask, u, v);
  return area;
}

TEST(Pieces, PaperHasNone) {
  EXPECT_TRUE(found_in(drawn({"          ", "          "})).all.empty());
  EXPECT_TRUE(pieces_of({}).all.empty());
}

TEST(Pieces, CornersThatTouchHangTogether) {
  const Pieces found = found_in(drawn({"#  ", " # ", "  #"}));
  ASSERT_EQ(found.all.size(), 1U);
  EXPECT_EQ(found.all[0].box, (Box{0, 0, 3, 3}));
  EXPECT_EQ(found.all[0].area, 3);
}

TEST(Pieces, ArmsThatMeetFurtherDownAreOnePiece) {
  const Pieces found = found_in(drawn({"# #  #", "# #  #", "###   "}));
  ASSERT_EQ(found.all.size(), 2U);
  EXPECT_EQ(found.all[0].area, 7);
  EXPECT_EQ(found.all[1].box, (Box{5, 0, 1, 2}));
  EXPECT_EQ(found.runs[1].piece, 0U);
}

TEST(Pieces, AColumnOfPaperParts) { EXPECT_EQ(found_in(drawn({"## ##", "## ##"})).all.size(), 2U); }

TEST(Pieces, OfNoiseAreWhatFloodingFinds) {
  const Image mask = noise(133, 97);
  Image left = mask;
  const Pieces found = found_in(mask);
  for (const auto& run : found.runs) {
    const int area = flooded(left, run.from, run.y);
    if (area > 0) {
      EXPECT_EQ(found.all[run.piece].area, area);
    }
  }
  EXPECT_EQ(left, make_image(133, 97, 1, 0));
}

}  // namespace
}  // namespace vanthu
