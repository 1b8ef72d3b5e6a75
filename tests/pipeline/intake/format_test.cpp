// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "pipeline/intake/exif.h"
#include "pipeline/intake/orient.h"
#include "tests/pipeline/intake/load.h"
#include "tests/support/encode.h"
#include "tests/support/pages.h"
#include "tests/support/pdf_maker.h"

namespace vanthu {
namespace {

using namespace std::string_literals;

TEST(Format, IsToldByTheFirstBytes) {
  const Image page = drawn_page(40, 50, 1);
  EXPECT_EQ(format_of(jpeg_of(page)), "jpg");
  EXPECT_EQ(format_of(png_of(page)), "png");
  EXPECT_EQ(format_of(tiff_of({{.image = page}})), "tif");
  EXPECT_EQ(format_of("MM\0*...."s), "tif");
  EXPECT_EQ(format_of("II+\0...."s), "tif");
  EXPECT_EQ(format_of(pdf_of(page)), "pdf");
}

TEST(Format, PdfMayStandBehindALittleElse) {
  EXPECT_EQ(format_of(std::string(1000, ' ') + "%PDF-1.4"), "pdf");
  EXPECT_EQ(format_of(std::string(1024, ' ') + "%PDF-1.4"), "");
}

TEST(Format, OfStrangersIsEmpty) {
  for (const std::string& bytes :
       {""s, "%PD"s, "\xff\xd8"s, "PK\x03\x04 %PDF-1.4"s, "GIF89a"s, "BM"s})
    EXPECT_EQ(format_of(bytes), "") << bytes;
}

// 2 x 3 pixels, numbered: the eight ways as the TIFF standard shows them.
TEST(Orientation, TurnsAndMirrorsAllEightWays) {
  const Image stored{2, 3, 1, {1, 2, 3, 4, 5, 6}};
  const std::vector<std::vector<std::uint8_t>> shown = {
      {1, 2, 3, 4, 5, 6}, {2, 1, 4, 3, 6, 5}, {6, 5, 4, 3, 2, 1}, {5, 6, 3, 4, 1, 2},
      {1, 3, 5, 2, 4, 6}, {5, 3, 1, 6, 4, 2}, {6, 4, 2, 5, 3, 1}, {2, 4, 6, 1, 3, 5}};
  for (int way = 1; way <= 8; ++way) {
    const Image image = upright(stored, way);
    EXPECT_EQ(image.pixels, shown[way - 1]) << way;
    EXPECT_EQ(image.width, way < 5 ? 2 : 3) << way;
  }
  EXPECT_EQ(upright(stored, 0), stored);
  EXPECT_EQ(upright(stored, 9), stored);
}

TEST(Orientation, FourQuarterTurnsLeadBack) {
  const Image page = drawn_page(70, 45, 3);
  EXPECT_EQ(turned(turned(page, 90), 270), page);
  EXPECT_EQ(turned(turned(page, 180), 180), page);
  EXPECT_EQ(turned(turned(page, 90), 90), turned(page, 180));
}

TEST(ExifBlock, InBothByteOrders) {
  const std::string big =
      "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"s;
  EXPECT_EQ(parse_exif(big).orientation, 6);
  const std::string little = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0"s;
  EXPECT_EQ(parse_exif(little).orientation, 8);
}

TEST(ExifBlock, OfNonsenseSaysNothing) {
  for (const std::string& block :
       {""s, "Exif\0\0"s, "Exif\0\0II*\0\xff\xff\xff\xff"s, "Exif\0\0II*\0\x08\0\0\0\xff\xff"s,
        "http://ns"s, "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x63\0\0\0"s}) {
    EXPECT_EQ(parse_exif(block).orientation, 1);
    EXPECT_EQ(parse_exif(block).dpi, 0);
  }
}

}  // namespace
}  // namespace vanthu
