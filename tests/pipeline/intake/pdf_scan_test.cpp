// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that are one scanned image: its own pixels, whatever the page does with it.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "pipeline/error.h"
#include "pipeline/intake/orient.h"
#include "tests/pipeline/intake/load.h"
#include "tests/support/encode.h"
#include "tests/support/pages.h"
#include "tests/support/pdf_maker.h"

namespace vanthu {
namespace {

const std::string kDraw = "q 60 0 0 80 0 0 cm /Im Do Q";

std::string images(const std::vector<int>& numbers) {
  std::string out = "/XObject <<";
  for (std::size_t i = 0; i < numbers.size(); ++i)
    out += fmt::format(" /Im{} {}", i == 0 ? "" : std::to_string(i), reference(numbers[i]));
  return out + " >>";
}

// `image` on a page with this content and these entries.
std::string pdf_page(const Image& image, const std::string& content,
                     const std::string& box = "0 0 60 80", const std::string& extra = "") {
  PdfMaker pdf;
  pdf.add_page({content, images({pdf.add_image(image)}), box, extra});
  return pdf.finish();
}

TEST(PdfScan, ComesAtItsOwnPixels) {
  for (const int channels : {1, 3})
    for (const int width : {123, 128, 250}) {
      const Image image = drawn_page(width, 167, channels);
      const Page page = only_page(pdf_of(image));
      EXPECT_EQ(page.image, image) << width;
      EXPECT_FALSE(warned(page, "no_image"));
    }
}

TEST(PdfScan, OfOneBitIsGreyAndSaysSo) {
  const Image image = bilevel_page(251, 333);
  PdfMaker pdf;
  pdf.add_page({kDraw, images({pdf.add_bilevel(image)})});
  pdf.add_page({"0 g " + kDraw, images({pdf.add_bilevel(image, true)})});
  for (const Page& page : all_pages(pdf.finish())) {
    EXPECT_EQ(page.image, image);
    EXPECT_TRUE(warned(page, "bilevel"));
  }
}

TEST(PdfScan, JpegIsTheSameByTheShortWayAndTheLong) {
  for (const int channels : {1, 3}) {
    const Image image = drawn_page(200, 260, channels);
    PdfMaker pdf;
    const int jpeg = pdf.add_jpeg(image);
    pdf.add_page({kDraw, images({jpeg})});
    pdf.add_page({"0 0 60 80 re W n " + kDraw, images({jpeg})});  // a clip asks for drawing
    const Image decoded = only_page(jpeg_of(image)).image;
    for (const Page& page : all_pages(pdf.finish())) EXPECT_EQ(page.image, decoded) << page.number;
  }
}

TEST(PdfScan, ResolutionIsPixelsByInches) {
  EXPECT_NEAR(only_page(pdf_page(drawn_page(250, 333, 1), kDraw)).dpi, 300, 0.3);
  EXPECT_NEAR(only_page(pdf_page(drawn_page(250, 333, 1), kDraw, "0 0 60 80", "/UserUnit 2")).dpi,
              150, 0.2);
  EXPECT_TRUE(warned(only_page(pdf_page(drawn_page(80, 107, 1), kDraw)), "low_dpi"));
}

TEST(PdfScan, PixelsWrittenAsPointsTellNoResolution) {
  const Page page = only_page(
      pdf_page(drawn_page(1240, 1754, 1), "1240 0 0 1754 0 0 cm /Im Do", "0 0 1240 1754"));
  EXPECT_EQ(page.dpi, 0);
  EXPECT_EQ(page.image.width, 1240);
}

TEST(PdfScan, RotateIsObeyed) {
  const Image image = drawn_page(181, 240, 3);
  for (const int degrees : {0, 90, 180, 270, -90, 450})
    EXPECT_EQ(
        only_page(pdf_page(image, kDraw, "0 0 60 80", "/Rotate " + std::to_string(degrees))).image,
        turned(image, degrees))
        << degrees;
}

TEST(PdfScan, TurnedByItsContentIsShownTurned) {
  const Image image = drawn_page(181, 240, 3);
  EXPECT_EQ(only_page(pdf_page(image, "0 -60 80 0 0 60 cm /Im Do", "0 0 80 60")).image,
            turned(image, 90));
  EXPECT_EQ(only_page(pdf_page(image, "-60 0 0 -80 60 80 cm /Im Do")).image, turned(image, 180));
  EXPECT_EQ(only_page(pdf_page(image, "0 60 -80 0 80 0 cm /Im Do", "0 0 80 60")).image,
            turned(image, 270));
  EXPECT_EQ(
      only_page(pdf_page(image, "0 -60 80 0 0 60 cm /Im Do", "0 0 80 60", "/Rotate 270")).image,
      image);
}

TEST(PdfScan, BoxesMayBeginAnywhere) {
  const Image image = drawn_page(181, 240, 3);
  EXPECT_EQ(
      only_page(pdf_page(image, "60 0 0 80 -13.37 1000.1 cm /Im Do", "-13.37 1000.1 46.63 1080.1"))
          .image,
      image);
  EXPECT_EQ(only_page(pdf_page(image, kDraw, "60 80 0 0")).image, image);
  EXPECT_EQ(only_page(pdf_page(image, "60.4 0 0 80.4 -.2 -.2 cm /Im Do")).image, image);
  EXPECT_EQ(only_page(pdf_page(image, "59 0 0 79 0 1 cm /Im Do")).image, image);
  EXPECT_EQ(only_page(pdf_page(image, kDraw, "0 0 60 80", "/CropBox [0 0 60 80]")).image, image);
}

TEST(PdfScan, BoxMayBeInherited) {
  const Image image = drawn_page(181, 240, 3);
  PdfMaker pdf;
  const int object = pdf.add_image(image), content = pdf.add_stream("", kDraw);
  const int page =
      pdf.add(fmt::format("<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>", content));
  const std::string bytes =
      pdf.finish(fmt::format("<< /Type /Pages /Kids [{} 0 R] /Count 1 /Rotate 90 /MediaBox [0 0 60 "
                             "80] /Resources << {} >> >>",
                             page, images({object})));
  EXPECT_EQ(only_page(bytes).image, turned(image, 90));
}

TEST(PdfScan, CropBoxThatCutsShowsThePartAtTheImagesPixels) {
  const Image image = drawn_page(180, 240, 3);  // 3 pixels a point
  const Page page = only_page(pdf_page(image, kDraw, "0 0 60 80", "/CropBox [10 20 50 70]"));
  EXPECT_EQ(page.image, crop(image, {30, 30, 120, 150}));
}

TEST(PdfScan, StripsAreJoinedWithoutSeam) {
  const Image image = drawn_page(250, 333, 3);
  PdfMaker pdf;
  std::string content;
  std::vector<int> strips;
  for (int top = 0; top < image.height; top += 100) {
    const int rows = std::min(100, image.height - top);
    strips.push_back(pdf.add_image(crop(image, {0, top, image.width, rows})));
    content +=
        fmt::format("q 60 0 0 {:.2f} 0 {:.2f} cm /Im{} Do Q\n", rows * .24, 80 - (top + rows) * .24,
                    strips.size() == 1 ? "" : std::to_string(strips.size() - 1));
  }
  pdf.add_page({content, images(strips), "0 0.08 60 80"});
  EXPECT_EQ(only_page(pdf.finish()).image, image);
}

TEST(PdfScan, FinestOfLayersDecides) {
  PdfMaker pdf;
  const Image ink = bilevel_page(250, 333);
  const int paper = pdf.add_image(make_image(60, 80, 3, 230)), mask = pdf.add_bilevel(ink, true);
  pdf.add_page({kDraw + " 0 g q 60 0 0 80 0 0 cm /Im1 Do Q", images({paper, mask})});
  const Page page = only_page(pdf.finish());
  ASSERT_EQ(page.image.width, 250);
  ASSERT_EQ(page.image.height, 333);
  for (std::size_t i = 0; i < ink.pixels.size(); ++i)
    ASSERT_EQ(page.image.pixels[i * page.image.channels], ink.pixels[i] == 0 ? 0 : 230) << i;
}

TEST(PdfScan, InsideAFormCountsToo) {
  const Image image = drawn_page(181, 240, 3);
  PdfMaker pdf;
  const int object = pdf.add_image(image);
  const int form = pdf.add_stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Matrix [60 0 0 80 0 0] "
      "/Resources << " +
          images({object}) + " >>",
      "/Im Do");
  pdf.add_page({"/F Do", "/XObject << /F " + reference(form) + " >>"});
  EXPECT_EQ(only_page(pdf.finish()).image, image);
}

TEST(PdfScan, EncryptedForNobodyOpens) {
  const Image image = drawn_page(181, 240, 3);
  EXPECT_EQ(only_page(encrypted(pdf_of(image), "")).image, image);
  EXPECT_THROW(only_page(encrypted(pdf_of(image), "x")), Error);
}

TEST(PdfScan, PagesShareAnImageWithoutHarm) {
  const Image image = drawn_page(181, 240, 3);
  PdfMaker pdf;
  const int object = pdf.add_image(image);
  for (int i = 0; i < 30; ++i) pdf.add_page({kDraw, images({object})});
  const std::vector<Page> pages = all_pages(pdf.finish());
  ASSERT_EQ(pages.size(), 30u);
  EXPECT_EQ(pages.front().image, image);
  EXPECT_EQ(pages.back().image, image);
}

}  // namespace
}  // namespace vanthu
