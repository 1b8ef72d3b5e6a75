// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/derive/pdfa.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/error.h"
#include "tests/archive/derive/papers.h"
#include "tests/support/encode.h"
#include "tests/support/pages.h"
#include "tests/support/pdf_maker.h"

namespace vanthu {
namespace {

using testing::HasSubstr;
using testing::Not;

Image seen(const std::string& bytes, int page = 1) { return load_page({"x", bytes}, page).image; }

PdfA made(const std::string& bytes) {
  return pdfa_of({"x", bytes}, test::reading_of_pages(bytes), {});
}

// Grey and colour rasters are compared by their colours.
void expect_same(const Image& a, const Image& b) {
  ASSERT_EQ(a.width, b.width);
  ASSERT_EQ(a.height, b.height);
  for (int y = 0; y < a.height; ++y)
    for (int x = 0; x < a.width; ++x)
      for (int c = 0; c < 3; ++c)
        ASSERT_EQ(a.row(y)[x * a.channels + (a.channels == 3 ? c : 0)],
                  b.row(y)[x * b.channels + (b.channels == 3 ? c : 0)])
            << x << ' ' << y;
}

struct Source {
  const char* name;
  std::string bytes;
};

std::vector<Source> without_loss() {
  const Image grey = drawn_page(120, 160, 1), colour = drawn_page(120, 160, 3),
              black = bilevel_page(120, 160);
  return {{"png grey", png_of(grey, {.dpi = 144})},
          {"png colour", png_of(colour, {.dpi = 144})},
          {"png palette", png_of(colour, {.palette = true})},
          {"png interlaced", png_of(colour, {.interlaced = true})},
          {"png one bit", png_of(black, {.bits = 1})},
          {"tiff g4", tiff_of({{.image = black, .packing = TiffPacking::g4, .bits = 1}})},
          {"tiff g3", tiff_of({{.image = black, .packing = TiffPacking::g3, .bits = 1}})},
          {"tiff lzw", tiff_of({{.image = colour, .packing = TiffPacking::lzw}})},
          {"tiff two pages", tiff_of({{.image = colour}, {.image = grey}})},
          {"tiff turned", tiff_of({{.image = grey, .orientation = 6}})},
          {"jpeg grey", jpeg_of(grey, {.dpi = 144})},
          {"jpeg colour", jpeg_of(colour, {.dpi = 144})},
          {"jpeg progressive", jpeg_of(colour, {.progressive = true})},
          {"jpeg exif 3", jpeg_of(colour, {.orientation = 3})},
          {"jpeg exif 6", jpeg_of(colour, {.orientation = 6})},
          {"jpeg exif 8", jpeg_of(colour, {.orientation = 8})},
          {"pdf colour", pdf_of(colour)},
          {"pdf grey", pdf_of(grey)},
          {"pdf pages", pdf_of({colour, grey, colour})}};
}

TEST(PdfA, ShowsEveryPixelOfTheScan) {
  for (const Source& source : without_loss()) {
    SCOPED_TRACE(source.name);
    const PdfA pdf = made(source.bytes);
    EXPECT_EQ(pdf.part, 1);
    EXPECT_EQ(pdf.redrawn, 0);
    expect_same(seen(source.bytes), seen(pdf.bytes));
  }
}

TEST(PdfA, HoldsTheVeryBytesOfAJpeg) {
  const std::string jpeg = jpeg_of(drawn_page(120, 160, 3), {.dpi = 144});
  EXPECT_THAT(made(jpeg).bytes, HasSubstr(jpeg));
  PdfMaker maker;
  const int image = maker.add_jpeg(drawn_page(120, 160, 3));
  maker.add_page({"q 60 0 0 80 0 0 cm /Im Do Q", "/XObject << /Im " + reference(image) + " >>"});
  const std::string pdf = maker.finish(), kept = made(pdf).bytes;
  const std::size_t from = pdf.find("\xff\xd8\xff"), to = pdf.find("\xff\xd9", from);
  EXPECT_THAT(kept, HasSubstr(pdf.substr(from, to - from)));
}

TEST(PdfA, SaysWhatItIs) {
  const std::string pdf = made(png_of(drawn_page(120, 160, 3))).bytes;
  EXPECT_THAT(pdf, HasSubstr("%PDF-1.4"));
  EXPECT_THAT(pdf, HasSubstr("<pdfaid:part>1</pdfaid:part>"));
  EXPECT_THAT(pdf, HasSubstr("<rdf:li xml:lang=\"x-default\">CÔNG VĂN 3795/UBND-VXNV: triển khai "
                             "Kế hoạch khuyến học</rdf:li>"));
  EXPECT_THAT(pdf, HasSubstr("/GTS_PDFA1"));
}

TEST(PdfA, IsTheSameEveryTime) {
  const std::string scan = jpeg_of(drawn_page(120, 160, 3));
  EXPECT_EQ(made(scan).bytes, made(scan).bytes);
}

TEST(PdfA, KeepsATurnedPageAsItIsShown) {
  for (const char* turn : {"/Rotate 90", "/Rotate 180", "/Rotate 270"}) {
    PdfMaker maker;
    const int image = maker.add_jpeg(drawn_page(120, 160, 3));
    maker.add_page({"q 60 0 0 80 0 0 cm /Im Do Q", "/XObject << /Im " + reference(image) + " >>",
                    "0 0 60 80", turn});
    const std::string scan = maker.finish();
    SCOPED_TRACE(turn);
    EXPECT_EQ(made(scan).redrawn, 0);
    expect_same(seen(scan), seen(made(scan).bytes));
  }
}

// A note of e-office software: an annotation whose picture is drawn over the scan.
std::string with_stamp() {
  PdfMaker maker;
  const int image = maker.add_jpeg(drawn_page(480, 640, 3));
  const int look =
      maker.add_stream("/Type /XObject /Subtype /Form /BBox [0 0 10 5]", "1 0 0 rg 0 0 10 5 re f");
  const int note = maker.add("<< /Type /Annot /Subtype /Stamp /Rect [40 60 50 65] /F 4 /AP << /N " +
                             reference(look) + " >> >>");
  maker.add_page({"q 60 0 0 80 0 0 cm /Im Do Q", "/XObject << /Im " + reference(image) + " >>",
                  "0 0 60 80", "/Annots [" + reference(note) + "]"});
  return maker.finish();
}

TEST(PdfA, KeepsWhatLiesOverTheScan) {
  const PdfA pdf = made(with_stamp());
  EXPECT_EQ(pdf.redrawn, 0);
  const Image before = seen(with_stamp()), after = seen(pdf.bytes);
  ASSERT_EQ(before.width, after.width);
  const auto at = [](const Image& image, int x, int y) {
    return std::vector<int>(image.row(y) + 3 * x, image.row(y) + 3 * x + 3);
  };
  EXPECT_EQ(at(before, 360, 140), at(after, 360, 140));  // in the stamp
  EXPECT_EQ(at(after, 360, 140), (std::vector<int>{255, 0, 0}));
  EXPECT_EQ(at(before, 100, 500), at(after, 100, 500));  // in the scan
  EXPECT_THAT(pdf.bytes, Not(HasSubstr("/Annot")));
}

TEST(PdfA, PacksLzwAnewWithoutLoss) {
  // Clear, 16 times grey 7, end: 9 bits each, most significant first.
  std::string bits;
  const auto put = [&](int code) {
    for (int bit = 8; bit >= 0; --bit) bits += (code >> bit & 1) ? '1' : '0';
  };
  put(256);
  for (int n = 0; n < 16; ++n) put(n * 15);
  put(257);
  while (bits.size() % 8 != 0) bits += '0';
  std::string data;
  for (std::size_t i = 0; i < bits.size(); i += 8)
    data += static_cast<char>(std::stoi(bits.substr(i, 8), nullptr, 2));
  PdfMaker maker;
  const int image = maker.add_stream(
      "/Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace "
      "/DeviceGray /Filter /LZWDecode",
      data);
  maker.add_page(
      {"q 4 0 0 4 0 0 cm /Im Do Q", "/XObject << /Im " + reference(image) + " >>", "0 0 4 4"});
  const PdfA pdf = made(maker.finish());
  EXPECT_THAT(pdf.bytes, Not(HasSubstr("/LZWDecode")));
  EXPECT_EQ(pdf.redrawn, 0);
  expect_same(seen(maker.finish()), seen(pdf.bytes));
}

TEST(PdfA, OfTransparencyIsPart2) {
  PdfMaker maker;
  const int mask = maker.add_image(make_image(120, 160, 1, 200));
  const int image = maker.add_stream(
      "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace "
      "/DeviceGray /SMask " +
          reference(mask),
      std::string(1, '\x40'));
  maker.add_page({"q 60 0 0 80 0 0 cm /Im Do Q", "/XObject << /Im " + reference(image) + " >>"});
  const PdfA pdf = made(maker.finish());
  EXPECT_EQ(pdf.part, 2);
  EXPECT_THAT(pdf.bytes, HasSubstr("<pdfaid:part>2</pdfaid:part>"));
  EXPECT_THAT(pdf.bytes, HasSubstr("%PDF-1.7"));
}

TEST(PdfA, OfAPageWithoutAScanIsAPictureOfIt) {
  PdfMaker maker;
  maker.add_page({"0 0 1 rg 10 10 20 20 re f"});
  const PdfA pdf = made(maker.finish());
  EXPECT_EQ(pdf.redrawn, 1);
  expect_same(seen(maker.finish()), seen(pdf.bytes));
}

TEST(PdfA, OfAFileThatIsNoScanIsAnError) {
  EXPECT_THROW(made("%PDF-1.4\nnothing"), Error);
  EXPECT_THROW(made("hello"), Error);
}

TEST(PdfA, IsHardlyLargerThanTheScan) {
  const std::string scan = jpeg_of(drawn_page(1654, 2339, 3), {.dpi = 200});
  EXPECT_LE(static_cast<double>(made(scan).bytes.size()),
            1.05 * static_cast<double>(scan.size()) + 12 * 1024 + 4 * 1024);
}

}  // namespace
}  // namespace vanthu
