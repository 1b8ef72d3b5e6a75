// SPDX-License-Identifier: GPL-3.0-or-later
// An independent judge, PDFBox Preflight, over every sample and over twenty scans made here. It
// knows PDF/A-1b alone; of part 2 there is no judge in Debian, so those are looked at by qpdf and
// by pdfa_test.cpp.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "archive/derive/pdfa.h"
#include "pipeline/error.h"
#include "tests/archive/derive/papers.h"
#include "tests/support/encode.h"
#include "tests/support/pages.h"
#include "tests/support/pdf_maker.h"

namespace vanthu {
namespace {

constexpr const char* kJava =
    "java -XX:TieredStopAtLevel=1 -cp /usr/share/java/preflight.jar:/usr/share/java/pdfbox2.jar:"
    "/usr/share/java/fontbox2.jar:/usr/share/java/xmpbox.jar:/usr/share/java/commons-io.jar:"
    "/usr/share/java/commons-logging.jar:/usr/share/java/jaxb-api.jar:"
    "/usr/share/java/javax.activation.jar org.apache.pdfbox.preflight.Validator_A1b ";

bool is_there() {
  return std::system("command -v java >/dev/null") == 0 &&
         files::exists("/usr/share/java/preflight.jar");
}

// True for a valid file, or a folder of nothing but valid files; else what is wrong is printed.
bool judged_valid(const std::string& path) {
  const bool many = files::is_folder(path);
  return std::system((kJava + std::string(many ? "batch '" : "'") + path + "' >'" + path +
                      ".verdict' 2>/dev/null")
                         .c_str()) == 0;
}

std::vector<std::string> generated() {
  std::vector<std::string> out;
  for (const int dpi : {72, 144, 200})
    for (const int channels : {1, 3}) {
      const Image page = drawn_page(3 * dpi, 4 * dpi, channels, static_cast<unsigned>(dpi));
      out.push_back(jpeg_of(page, {.dpi = dpi, .orientation = 1 + dpi % 8}));
      out.push_back(png_of(page, {.dpi = dpi}));
      out.push_back(tiff_of({{.image = page, .packing = TiffPacking::lzw}, {.image = page}}));
    }
  const Image black = bilevel_page(300, 400);
  out.push_back(tiff_of({{.image = black, .packing = TiffPacking::g4, .bits = 1}}));
  PdfMaker maker;
  const int stencil = maker.add_bilevel(black, true);
  maker.add_page({"q 60 0 0 80 0 0 cm /Im Do Q", "/XObject << /Im " + reference(stencil) + " >>",
                  "0 0 60 80", "/Rotate 90"});
  out.push_back(maker.finish());
  return out;
}

std::vector<std::string> samples() {
  std::vector<std::string> out;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(VANTHU_SOURCE_DIR) + "/samples"))
    if (const std::string end = entry.path().extension();
        end == ".pdf" || end == ".tif" || end == ".jpg")
      out.push_back(files::read(entry.path()));
  return out;
}

void judge(const std::vector<std::string>& scans) {
  if (!is_there()) GTEST_SKIP() << "no PDFBox Preflight here: libpdfbox2-java and a JRE";
  const test::TempDir dir;
  for (std::size_t n = 0; n < scans.size(); ++n) {
    const PdfA pdf = pdfa_of({"x", scans[n]}, test::reading_of_pages(scans[n]), {});
    EXPECT_EQ(pdf.part, 1) << n;
    EXPECT_EQ(pdf.redrawn, 0) << n;
    const double pages = static_cast<double>(test::reading_of_pages(scans[n]).pages.size());
    EXPECT_LE(static_cast<double>(pdf.bytes.size()),
              1.05 * static_cast<double>(scans[n].size()) + 12 * 1024 + 4 * 1024 * pages)
        << n;
    test::write_file(dir / ("all/" + std::to_string(n) + ".pdf"), pdf.bytes);
  }
  EXPECT_TRUE(judged_valid(dir / "all")) << files::read(dir / "all.verdict");
}

TEST(Preflight, EverySampleIsAValidPdfA1b) {
  ASSERT_GE(samples().size(), 12u);
  judge(samples());
}

TEST(Preflight, TwentyScansMadeHereAreValidPdfA1b) {
  ASSERT_EQ(generated().size(), 20u);
  judge(generated());
}

TEST(Preflight, TheJudgeFindsWhatIsNone) {
  if (!is_there()) GTEST_SKIP() << "no PDFBox Preflight here";
  const test::TempDir dir;
  test::write_file(dir / "a.pdf", pdf_of(drawn_page(60, 80, 3)));
  EXPECT_FALSE(judged_valid(dir / "a.pdf"));
}

}  // namespace
}  // namespace vanthu
