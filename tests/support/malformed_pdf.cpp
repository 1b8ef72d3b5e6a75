// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/encode.h"
#include "tests/support/malformed.h"
#include "tests/support/pages.h"
#include "tests/support/pdf_maker.h"

namespace vanthu {
namespace {

const std::string kDrawImage = "q 60 0 0 80 0 0 cm /Im Do Q";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  return at == text.npos ? text : text.replace(at, what.size(), by);
}

std::string pdf_with_box(const std::string& box, const std::string& extra = "") {
  PdfMaker pdf;
  pdf.add_page({"0 0 10 10 re f", "", box, extra});
  return pdf.finish();
}

std::string pdf_drawing(const std::string& image_entries, const std::string& data) {
  PdfMaker pdf;
  const int image = pdf.add_stream("/Type /XObject /Subtype /Image " + image_entries, data);
  pdf.add_page({kDrawImage, "/XObject << /Im " + reference(image) + " >>"});
  return pdf.finish();
}

std::string tree(const std::string& kids, int count) {
  return "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(count) + " >>";
}

// Each form draws the next one twice: 2^30 drawings in two kilobytes.
std::string doubling_forms() {
  PdfMaker pdf;
  constexpr int kLevels = 30;
  const auto form = [](const std::string& resources) {
    return "/Type /XObject /Subtype /Form /BBox [0 0 60 80] /Resources << " + resources + " >>";
  };
  int inner = pdf.add_stream(form(""), "0 0 1 1 re f");
  for (int level = 0; level < kLevels; ++level)
    inner = pdf.add_stream(form("/XObject << /F " + reference(inner) + " >>"), "/F Do /F Do");
  pdf.add_page({"/F Do", "/XObject << /F " + reference(inner) + " >>"});
  return pdf.finish();
}

std::string form_drawing_itself() {
  PdfMaker pdf;
  const int form = pdf.add_stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 60 80] /Resources << /XObject << /F 3 0 R >> >>",
      "0 0 5 5 re f /F Do");
  pdf.add_page({"/F Do", "/XObject << /F " + reference(form) + " >>"});
  return pdf.finish();
}

void add_broken_files(std::vector<Malformed>& out) {
  const std::string good = pdf_of({drawn_page(90, 120, 3, 1), drawn_page(90, 120, 3, 2)});
  const std::string scan = pdf_of(drawn_page(300, 400, 3));
  const std::size_t table = good.find("xref\n");
  for (const int percent : {5, 25, 50, 75, 90})
    out.push_back({"pdf cut at " + std::to_string(percent) + ".pdf",
                   good.substr(0, good.size() * percent / 100)});
  out.push_back({"pdf cut within its image.pdf", scan.substr(0, scan.size() / 2)});
  out.push_back({"pdf header alone.pdf", "%PDF-1.4\n"});
  out.push_back({"pdf head and garbage.pdf", "%PDF-1.7\n" + std::string(3000, '\xa5')});
  const std::size_t trailer = good.find("trailer\n");
  out.push_back({"pdf without cross-reference.pdf", good.substr(0, table) + good.substr(trailer),
                 Expected::readable});
  out.push_back({"pdf without cross-reference and trailer.pdf", good.substr(0, table)});
  out.push_back({"pdf without its last line.pdf", good.substr(0, good.rfind("startxref")),
                 Expected::readable});
  out.push_back({"pdf with a wrong startxref.pdf", replaced(good, "startxref\n", "startxref\n9"),
                 Expected::readable});
  out.push_back(
      {"pdf after a mail header.pdf", "From: van thu\r\n\r\n" + good, Expected::readable});
  out.push_back({"pdf with bytes after it.pdf", good + std::string(2000, 'x'), Expected::readable});
  out.push_back(
      {"pdf without catalogue.pdf", replaced(good, "/Type /Catalog /Pages", "/Typ /Cat /Pag")});
  out.push_back({"pdf with a looping cross-reference.pdf",
                 replaced(good, "/Root 1 0 R", "/Root 1 0 R /Prev " + std::to_string(table)),
                 Expected::readable});
  out.push_back({"pdf with a password.pdf", encrypted(good, "mat khau")});
}

void add_broken_trees(std::vector<Malformed>& out) {
  PdfMaker pdf;
  pdf.add_page({"", ""});  // objects 3 and 4
  out.push_back({"pdf of no pages.pdf", pdf.finish(tree("", 0))});
  out.push_back({"pdf whose tree holds itself.pdf", pdf.finish(tree("2 0 R", 1))});
  out.push_back({"pdf with a lost page.pdf", pdf.finish(tree("4 0 R 9 0 R", 2))});
  out.push_back({"pdf with all pages lost.pdf", pdf.finish(tree("7 0 R 9 0 R", 2))});
  out.push_back({"pdf whose tree is a number.pdf", pdf.finish("42")});
  out.push_back({"pdf with a stream for a page.pdf", pdf.finish(tree("3 0 R", 1))});
  out.push_back({"pdf of a million pages promised.pdf", pdf.finish(tree("4 0 R", 1'000'000))});
  PdfMaker loop;
  const int node = loop.add("<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>");
  out.push_back({"pdf whose tree loops in two steps.pdf", loop.finish(tree(reference(node), 1))});
}

void add_broken_pages(std::vector<Malformed>& out) {
  const Image page = drawn_page(90, 120, 3);
  const std::string rgb = "/BitsPerComponent 8 /ColorSpace /DeviceRGB ";
  const std::string jpeg = jpeg_of(page);
  out.push_back({"pdf page of 1e9 points.pdf", pdf_with_box("0 0 1000000000 1000000000")});
  out.push_back(
      {"pdf page far away.pdf", pdf_with_box("-99999999999 -99999999999 99999999999 99999999999")});
  out.push_back({"pdf page with a huge unit.pdf", pdf_with_box("0 0 60 80", "/UserUnit 1000000")});
  out.push_back({"pdf page without area.pdf", pdf_with_box("0 0 0 0"), Expected::readable});
  out.push_back(
      {"pdf page with words for a box.pdf", pdf_with_box("/a (b) null true"), Expected::readable});
  out.push_back(
      {"pdf page turned by 45.pdf", pdf_with_box("0 0 60 80", "/Rotate 45"), Expected::readable});
  out.push_back({"pdf image of 100000 x 100000.pdf",
                 pdf_drawing("/Width 100000 /Height 100000 " + rgb, "x")});
  out.push_back({"pdf image without data.pdf", pdf_drawing("/Width 90 /Height 120 " + rgb, "")});
  out.push_back(
      {"pdf with half a jpeg.pdf", pdf_drawing("/Width 90 /Height 120 /Filter /DCTDecode " + rgb,
                                               jpeg.substr(0, jpeg.size() / 2))});
  out.push_back({"pdf with text for a jpeg.pdf",
                 pdf_drawing("/Width 90 /Height 120 /Filter /DCTDecode " + rgb, "not a picture")});
  out.push_back({"pdf with noise for a fax.pdf",
                 pdf_drawing("/Width 90 /Height 120 /BitsPerComponent 1 /ColorSpace /DeviceGray "
                             "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 90 >>",
                             std::string(60, '\0'))});
  out.push_back({"pdf with noise for jbig2.pdf",
                 pdf_drawing("/Width 90 /Height 120 /BitsPerComponent 1 /ColorSpace /DeviceGray "
                             "/Filter /JBIG2Decode",
                             std::string(60, '\xa5'))});
  out.push_back({"pdf with noise for jpeg 2000.pdf",
                 pdf_drawing("/Width 90 /Height 120 /Filter /JPXDecode", std::string(60, '\xa5'))});
  out.push_back(
      {"pdf with noise for deflate.pdf",
       pdf_drawing("/Width 90 /Height 120 /Filter /FlateDecode " + rgb, std::string(60, '\xa5'))});
  out.push_back({"pdf with half its samples.pdf",
                 pdf_drawing("/Width 90 /Height 120 " + rgb, std::string(90 * 60 * 3, 'x'))});
  out.push_back({"pdf of doubling forms.pdf", doubling_forms()});
  out.push_back({"pdf of a form drawing itself.pdf", form_drawing_itself(), Expected::readable});
  PdfMaker saving;
  std::string states;
  for (int i = 0; i < 50'000; ++i) states += "q ";
  saving.add_page({states, ""});
  PdfMaker colours;
  colours.add("[/Indexed 3 0 R 255 (abc)]");
  const int image = colours.add_stream(
      "/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace 3 0 R",
      "abcd");
  colours.add_page({kDrawImage, "/XObject << /Im " + reference(image) + " >>"});
  out.push_back({"pdf of colours made of themselves.pdf", colours.finish(), Expected::readable});
  out.push_back({"pdf of nothing but saved states.pdf", saving.finish(), Expected::readable});
}

}  // namespace

std::vector<Malformed> malformed_pdfs() {
  std::vector<Malformed> out;
  add_broken_files(out);
  add_broken_trees(out);
  add_broken_pages(out);
  return out;
}

}  // namespace vanthu
