// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over, beside or instead of the scanned image of a page.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/pipeline/intake/load.h"
#include "tests/support/pages.h"
#include "tests/support/pdf_maker.h"

namespace vanthu {
namespace {

const std::string kDraw = "q 60 0 0 80 0 0 cm /Im Do Q ";
const std::string kFont = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> ";

struct Overlay {
  std::string content;  // after the image
  std::string resources = {};
  std::string extra = {};
};

Page over(const Image& image, const Overlay& overlay, const std::string& draw = kDraw) {
  PdfMaker pdf;
  const int scan = image.channels == 1 ? pdf.add_bilevel(image) : pdf.add_image(image);
  pdf.add_page({draw + overlay.content,
                kFont + "/XObject << /Im " + reference(scan) + " " + overlay.resources + " >>",
                "0 0 60 80", overlay.extra});
  return only_page(pdf.finish());
}

// Where the two differ, or an empty box.
Box changed(const Image& a, const Image& b) {
  Box out;
  for (int y = 0; y < a.height; ++y)
    for (int x = 0; x < a.width; ++x)
      for (int c = 0; c < a.channels; ++c)
        if (a.row(y)[x * a.channels + c] != b.row(y)[x * b.channels + c])
          out = unite(out, {x, y, 1, 1});
  return out;
}

TEST(PdfOverlay, BlockIsDrawnOverTheScansOwnPixels) {
  const Image image = drawn_page(180, 240, 3);  // 3 pixels a point
  const Page page = over(image, {"1 0 0 rg 10 60 20 10 re f"});
  ASSERT_EQ(page.image.width, 180);
  EXPECT_EQ(changed(page.image, image), (Box{30, 30, 60, 30}));
  EXPECT_EQ(page.image.row(40)[3 * 40], 255);
  EXPECT_EQ(page.image.row(40)[3 * 40 + 1], 0);
}

TEST(PdfOverlay, VisibleTextIsDrawn) {
  const Image image = make_image(180, 240, 3, 255);
  const Page page = over(image, {"BT /F 12 Tf 10 40 Td (Ky boi) Tj ET"});
  ASSERT_EQ(page.image.width, 180);
  EXPECT_GT(changed(page.image, image).w, 60);
}

TEST(PdfOverlay, HiddenTextIsNotThere) {
  const Image image = drawn_page(180, 240, 3);
  EXPECT_EQ(over(image, {"BT 3 Tr /F 12 Tf 10 40 Td (BO GIAO Dl)C) Tj ET"}).image, image);
  const std::string before = "BT 3 Tr /F 12 Tf 10 40 Td (hidden) Tj ET " + kDraw;
  EXPECT_EQ(over(image, {""}, before).image, image);
}

TEST(PdfOverlay, HiddenTextBesideASmallScanCountsForNothing) {
  const Image image = drawn_page(120, 160, 3);
  EXPECT_EQ(
      over(image, {"BT 3 Tr /F 9 Tf 1 2 Td (hidden) Tj ET"}, "q 40 0 0 53.33 20 26 cm /Im Do Q ")
          .image,
      image);
}

TEST(PdfOverlay, ColourOverAOneBitScanMakesThePageColour) {
  const Image image = bilevel_page(180, 240);
  const Page red = over(image, {"1 0 0 rg 10 60 20 10 re f"});
  EXPECT_EQ(red.image.channels, 3);
  EXPECT_TRUE(warned(red, "bilevel"));
  const Page black = over(image, {"0 g 10 60 20 10 re f"});
  EXPECT_EQ(black.image.channels, 1);
}

TEST(PdfOverlay, StampOfAnAnnotationIsDrawn) {
  PdfMaker pdf;
  const Image image = make_image(180, 240, 3, 255);
  const int scan = pdf.add_image(image);
  const int look =
      pdf.add_stream("/Type /XObject /Subtype /Form /BBox [0 0 20 10]", "1 0 0 rg 0 0 20 10 re f");
  const std::string stamp =
      "<< /Type /Annot /Subtype /Stamp /Rect [10 60 30 70] /F {} /AP << /N {} 0 R >> >>";
  const std::string resources = "/XObject << /Im " + reference(scan) + " >>";
  for (const int flags : {4, 2})  // print; hidden
    pdf.add_page({kDraw, resources, "0 0 60 80",
                  "/Annots [" + fmt::format(fmt::runtime(stamp), flags, look) + "]"});
  const std::vector<Page> pages = all_pages(pdf.finish());
  EXPECT_EQ(changed(pages[0].image, image), (Box{30, 30, 60, 30}));
  EXPECT_EQ(pages[1].image, image);
}

TEST(PdfOverlay, LinksLeaveNoFrame) {
  const Image image = drawn_page(180, 240, 3);
  EXPECT_EQ(
      over(image, {"", "",
                   "/Annots [<< /Type /Annot /Subtype /Link /Rect [5 5 50 50] /Border [0 0 3] >>]"})
          .image,
      image);
}

TEST(PdfOverlay, LayerSwitchedOffStaysOff) {
  PdfMaker pdf;
  const Image image = drawn_page(180, 240, 3);
  const int scan = pdf.add_image(image), layer = pdf.add("<< /Type /OCG /Name (draft) >>");
  pdf.add_page({kDraw + "/OC /L BDC 0 0 30 30 re f EMC",
                fmt::format("/XObject << /Im {} 0 R >> /Properties << /L {} 0 R >>", scan, layer)});
  std::string bytes = pdf.finish();
  const std::string root = "<< /Type /Catalog ";
  const std::string properties =
      fmt::format("/OCProperties << /OCGs [{0} 0 R] /D << /OFF [{0} 0 R] >> >> ", layer);
  bytes.insert(bytes.find(root) + root.size(), properties);  // qpdf mends the cross-reference
  EXPECT_EQ(only_page(bytes).image, image);
}

TEST(PdfBeside, ScanAloneOnALargerPageIsThePage) {
  const Image image = drawn_page(120, 160, 3);
  EXPECT_EQ(over(image, {""}, "q 40 0 0 53.33 10 20 cm /Im Do Q ").image, image);
}

TEST(PdfBeside, InkBesideANearlyFullScanKeepsBoth) {
  const Image image = drawn_page(165, 225, 3);  // 3 pixels a point
  const Page page = over(image, {"1 0 0 rg 56 0 4 5 re f"}, "q 55 0 0 75 0 5 cm /Im Do Q ");
  ASSERT_EQ(page.image.width, 180);
  ASSERT_EQ(page.image.height, 240);
  EXPECT_EQ(crop(page.image, {0, 0, 165, 225}), image);
  EXPECT_EQ(page.image.row(239)[3 * 179], 255);
  EXPECT_EQ(page.image.row(239)[3 * 179 + 1], 0);
}

TEST(PdfBeside, WhitePaintIsNoInk) {
  const Image image = drawn_page(165, 225, 3);
  EXPECT_EQ(
      over(image, {"1 g 56 0 4 5 re f"}, "1 1 1 rg 0 0 60 80 re f q 55 0 0 75 0 5 cm /Im Do Q ")
          .image,
      image);
}

TEST(PdfBeside, PictureInATextIsNoScan) {
  const Page page = over(drawn_page(100, 100, 3), {"BT /F 8 Tf 5 70 Td (Kinh gui) Tj ET"},
                         "q 40 0 0 40 10 10 cm /Im Do Q ");
  EXPECT_EQ(page.image.width, 250);
  EXPECT_EQ(page.image.height, 333);
  EXPECT_EQ(page.dpi, 300);
  EXPECT_TRUE(warned(page, "no_image"));
}

TEST(PdfBeside, MuchTextOverACoarseBackgroundIsNoScan) {
  const std::string line = "BT /F 1 Tf 1 70 Td (" + std::string(700, 'x') + ") Tj ET";
  EXPECT_TRUE(warned(over(drawn_page(60, 80, 3), {line}), "no_image"));
  EXPECT_FALSE(warned(over(drawn_page(180, 240, 3), {line}), "no_image"));
}

TEST(PdfBeside, PageWithoutImageIsDrawnAtTheSetResolution) {
  PdfMaker pdf;
  pdf.add_page({"0 g 30 40 30 40 re f", "", "0 0 60 80", "/Rotate 90"});
  const Page page = only_page(pdf.finish(), {.dpi_without_image = 144});
  EXPECT_EQ(page.image.width, 160);
  EXPECT_EQ(page.image.height, 120);
  EXPECT_EQ(page.dpi, 144);
  EXPECT_EQ(page.image.row(100)[3 * 150], 0);  // the dark corner was top right, now bottom right
  EXPECT_EQ(page.image.row(10)[3 * 150], 255);
}

TEST(PdfBeside, EmptyPageIsWhite) {
  PdfMaker pdf;
  pdf.add_page({"", ""});
  EXPECT_EQ(only_page(pdf.finish()).image, make_image(250, 333, 3, 255));
}

}  // namespace
}  // namespace vanthu
