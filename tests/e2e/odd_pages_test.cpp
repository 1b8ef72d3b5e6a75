// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that are no dispatch, through the real binary and the real engine: each ends soon, and says
// why there is nothing, or little, to read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "ocr/png.h"
#include "tests/e2e/place.h"

namespace vanthu::e2e {
namespace {

using testing::Contains;

constexpr double kSoon =
    60;  // seconds; idle machines take under 10, sanitizers and neighbours more

class OddPages : public testing::Test {
 protected:
  OddPages() { place_.environment.erase("VANTHU_ENGINE"); }

  // The page's reading, or null without an engine.
  Json page(const Image& image) {
    const auto start = std::chrono::steady_clock::now();
    const Finished read = place_.run({"read", "--json", place_.write("a.png", png_of(image))});
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), kSoon);
    return read.code == 0 ? Json::parse(read.out)["pages"][0] : Json();
  }

  Place place_;
};

#define PAGE_OR_SKIP(name, image) \
  const Json name = page(image);  \
  if (name.is_null())             \
  GTEST_SKIP() << "tesseract has no Vietnamese here: apt-get install tesseract-ocr-vie"

Json warnings(const Json& page) { return page["quality"]["warnings"]; }

void fill(Image& image, const Box& box) {
  for (int y = box.y; y < box.bottom(); ++y)
    std::fill_n(image.row(y) + box.x, box.w, std::uint8_t{0});
}

TEST_F(OddPages, ALargeDrawingIsReadSmaller) {
  Image drawing = make_image(9933, 14043);  // A0 at 300 dpi
  for (int i = 0; i < 40; ++i) {
    fill(drawing, {300 + i * 230, 300, 4, 13'000});
    fill(drawing, {300, 300 + i * 330, 9300, 4});
  }
  PAGE_OR_SKIP(read, drawing);
  EXPECT_EQ(read["width"], 9933);
  EXPECT_EQ(read["height"], 14043);
  EXPECT_THAT(warnings(read), Contains("large_page"));
}

TEST_F(OddPages, AStripIsTiny) {
  Image strip = make_image(1, 20'000);
  for (int y = 0; y < strip.height; y += 7) strip.row(y)[0] = 0;
  PAGE_OR_SKIP(read, strip);
  EXPECT_THAT(warnings(read), Contains("tiny"));
}

TEST_F(OddPages, NoiseIsNotRead) {
  Image noise = make_image(1240, 1754);
  std::mt19937 random(7);
  for (std::uint8_t& v : noise.pixels) v = static_cast<std::uint8_t>(random());
  PAGE_OR_SKIP(read, noise);
  EXPECT_THAT(warnings(read), Contains("noise"));
  EXPECT_EQ(read["text"], "");
}

TEST_F(OddPages, BlackIsSaid) {
  PAGE_OR_SKIP(read, make_image(1240, 1754, 1, 0));
  EXPECT_THAT(warnings(read), Contains("black"));
  EXPECT_EQ(read["text"], "");
}

}  // namespace
}  // namespace vanthu::e2e
