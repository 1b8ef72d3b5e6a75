// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/derive/derive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/derive/alto.h"
#include "archive/derive/pack.h"
#include "archive/derive/patch.h"
#include "archive/derive/thumbnail.h"
#include "pipeline/error.h"
#include "tests/archive/derive/papers.h"
#include "tests/support/encode.h"
#include "tests/support/pages.h"

namespace vanthu {
namespace {

using testing::HasSubstr;

TEST(Derive, MakesAPdfTheWordsAndAPictureOfEachPage) {
  const std::string scan =
      tiff_of({{.image = drawn_page(60, 80, 1)}, {.image = drawn_page(60, 80, 3)}});
  std::vector<std::string> names;
  for (const DerivedFile& file : derive({"x", scan}, test::reading_of_pages(scan), {})) {
    EXPECT_TRUE(is_derived(file.name));
    names.push_back(file.name);
  }
  EXPECT_THAT(names, testing::ElementsAre("access.pdf", "alto.xml", "thumbnail-0001.jpg",
                                          "thumbnail-0002.jpg"));
}

TEST(Derive, WhatAWorkerSendsComesBack) {
  const std::vector<DerivedFile> files = {{"access.pdf", std::string("a\n\0b", 4)},
                                          {"alto.xml", ""}};
  const auto back = unbundled(bundled(files));
  ASSERT_EQ(back.size(), 2u);
  EXPECT_EQ(back[0].bytes, files[0].bytes);
  EXPECT_EQ(back[1].name, "alto.xml");
}

TEST(Derive, WhatATakenOverWorkerSendsIsRefused) {
  for (const char* bad : {"reading.json 1\nx", "../x 1\nx", "access.pdf 5\nx", "access.pdf -1\nx",
                          "access.pdf 1\nxaccess.pdf 1\nx", "access.pdf", "thumbnail-.jpg 1\nx",
                          "thumbnail-../../a.jpg 1\nx", "access.pdf 99999999999999999999\nx"})
    EXPECT_THROW(unbundled(bad), Error) << bad;
}

TEST(Difference, FindsAStampOverTheScan) {
  const Image scan = drawn_page(400, 500, 3);
  Image seen = scan;
  for (int y = 100; y < 140; ++y)
    for (int x = 50; x < 130; ++x)
      seen.row(y)[3 * x] = static_cast<std::uint8_t>(~scan.row(y)[3 * x]);
  const Difference found = difference(seen, scan);
  ASSERT_TRUE(found.alike);
  ASSERT_EQ(found.patches.size(), 1u);
  const Box box = found.patches[0].box;
  EXPECT_EQ(intersect(box, {50, 100, 80, 40}), (Box{50, 100, 80, 40}));
  EXPECT_LE(box.w * box.h, 4 * 80 * 40);
}

TEST(Difference, NoiseOfUnpackingIsNone) {
  const Image scan = drawn_page(400, 500, 1);
  Image seen = scan;
  for (std::size_t i = 0; i < seen.pixels.size(); ++i)
    seen.pixels[i] = static_cast<std::uint8_t>(
        std::clamp(seen.pixels[i] + static_cast<int>(i * 7 % 11) - 5, 0, 255));
  const Difference found = difference(seen, scan);
  EXPECT_TRUE(found.alike);
  EXPECT_TRUE(found.patches.empty());
}

TEST(Difference, AnotherPageIsNotAlike) {
  EXPECT_FALSE(difference(make_image(400, 500), make_image(400, 500, 1, 0)).alike);
  EXPECT_FALSE(difference(make_image(400, 500), make_image(400, 501)).alike);
}

TEST(Thumbnail, StandsUpright) {
  Image page = make_image(200, 100);
  for (int y = 0; y < 100; ++y) std::fill(page.row(y), page.row(y) + 20, std::uint8_t{0});
  const Image small = thumbnail(page, 50, 90);  // its left becomes its top
  EXPECT_EQ(small.width, 25);
  EXPECT_EQ(small.height, 50);
  EXPECT_LT(small.row(1)[12], 60);
  EXPECT_EQ(small.row(40)[12], 255);
}

TEST(Thumbnail, IsNeverLargerThanThePage) {
  EXPECT_EQ(thumbnail(make_image(30, 20), 320, 0).width, 30);
  EXPECT_TRUE(thumbnail({}, 320, 0).empty());
}

TEST(Alto, TellsEachWordAndItsPlace) {
  Reading reading = test::reading_of("x");
  reading.pages[0].lines = {test::line_of({{"A&B", "A8B", {1, 2, 30, 4}, 0.5}})};
  const std::string alto = alto_of(reading);
  EXPECT_THAT(alto, HasSubstr("<String ID=\"p1_l0_w0\" HPOS=\"1\" VPOS=\"2\" WIDTH=\"30\" "
                              "HEIGHT=\"4\" CONTENT=\"A&amp;B\" WC=\"0.50\">"));
  EXPECT_THAT(alto, HasSubstr("<ALTERNATIVE>A8B</ALTERNATIVE>"));
}

TEST(Alto, OfAnEmptyPageIsAnEmptyPage) {
  EXPECT_THAT(alto_of(test::reading_of("x")), HasSubstr("HEIGHT=\"2339\">\n</PrintSpace>"));
}

}  // namespace
}  // namespace vanthu
