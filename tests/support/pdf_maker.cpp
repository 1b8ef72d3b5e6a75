// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pdf_maker.h"

#include <fmt/format.h>

#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "tests/support/encode.h"

namespace vanthu {
namespace {

constexpr int kReserved = 2;  // the catalogue and the page tree

std::string raw_bits(const Image& image) {
  std::string out;
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; x += 8) {
      unsigned byte = 0;
      for (int bit = 0; bit < 8; ++bit)
        if (x + bit < image.width && image.row(y)[x + bit] > 127) byte |= 0x80u >> bit;
      out += static_cast<char>(byte);
    }
  return out;
}

std::string image_entries(const Image& image, int bits, const std::string& more) {
  return fmt::format("/Type /XObject /Subtype /Image /Width {} /Height {} /BitsPerComponent {} {}",
                     image.width, image.height, bits, more);
}

std::string space_of(const Image& image) {
  return image.channels == 1 ? "/ColorSpace /DeviceGray" : "/ColorSpace /DeviceRGB";
}

}  // namespace

std::string reference(int number) { return fmt::format("{} 0 R", number); }

int PdfMaker::add(const std::string& body) {
  objects_.push_back(body);
  return static_cast<int>(objects_.size()) + kReserved;
}

int PdfMaker::add_stream(const std::string& entries, const std::string& data) {
  return add(fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", entries, data.size(), data));
}

int PdfMaker::add_image(const Image& image) {
  return add_stream(image_entries(image, 8, space_of(image)),
                    std::string(image.pixels.begin(), image.pixels.end()));
}

int PdfMaker::add_bilevel(const Image& image, bool stencil) {
  return add_stream(
      image_entries(image, 1, stencil ? "/ImageMask true" : "/ColorSpace /DeviceGray"),
      raw_bits(image));
}

int PdfMaker::add_jpeg(const Image& image) {
  return add_stream(image_entries(image, 8, space_of(image) + " /Filter /DCTDecode"),
                    jpeg_of(image));
}

int PdfMaker::add_page(const Page& page) {
  const int content = add_stream("", page.content);
  pages_.push_back(add(fmt::format(
      "<< /Type /Page /Parent 2 0 R /MediaBox [{}] /Resources << {} >> /Contents {} 0 R {} >>",
      page.box, page.resources, content, page.extra)));
  return pages_.back();
}

std::string PdfMaker::finish(const std::string& tree) const {
  std::string kids;
  for (const int page : pages_) kids += reference(page) + " ";
  std::vector<std::string> all = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      tree.empty() ? fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages_.size())
                   : tree};
  all.insert(all.end(), objects_.begin(), objects_.end());
  std::string out = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", all.size() + 1);
  for (std::size_t i = 0; i < all.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, all[i]);
  }
  return fmt::format("{}{}trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", out, table,
                     all.size() + 1, out.size());
}

std::string pdf_of(const std::vector<Image>& pages) {
  PdfMaker pdf;
  for (const Image& image : pages)
    pdf.add_page({"q 60 0 0 80 0 0 cm /Im Do Q",
                  "/XObject << /Im " + reference(pdf.add_image(image)) + " >>"});
  return pdf.finish();
}

std::string pdf_of(const Image& image) { return pdf_of(std::vector{image}); }

std::string encrypted(const std::string& pdf, const std::string& password) {
  QPDF in;
  in.processMemoryFile("plain", pdf.data(), pdf.size());
  std::string out;
  Pl_String sink("encrypted", nullptr, out);
  QPDFWriter writer(in);
  writer.setOutputPipeline(&sink);
  writer.setR6EncryptionParameters(password.c_str(), "owner", true, true, true, true, true, true,
                                   qpdf_r3p_full, true);
  writer.write();
  return out;
}

}  // namespace vanthu
