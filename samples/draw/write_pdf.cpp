// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF 1.4 by hand: per page a page object, its one image and the line that paints it, as office
// scanners write them. Objects 1 and 2 are catalogue and page tree, then three a page.
#include <fmt/format.h>

#include "samples/draw/encode.h"

namespace vanthu::draw {
namespace {

class Pdf {
 public:
  void add(const std::string& content) {
    offsets_.push_back(bytes_.size());
    bytes_ += fmt::format("{} 0 obj\n{}\nendobj\n", offsets_.size(), content);
  }
  void add_stream(const std::string& dictionary, const std::string& data) {
    add(fmt::format("<< {} /Length {} >>\nstream\n", dictionary, data.size()) + data +
        "\nendstream");
  }
  std::string finish() && {
    const std::size_t xref = bytes_.size();
    bytes_ += fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets_.size() + 1);
    for (const std::size_t offset : offsets_) bytes_ += fmt::format("{:010} 00000 n \n", offset);
    bytes_ += fmt::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
                          offsets_.size() + 1, xref);
    return std::move(bytes_);
  }

 private:
  std::string bytes_ = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
  std::vector<std::size_t> offsets_;
};

void add_image(Pdf& pdf, const Image& page, double dpi, int quality) {
  const std::string size =
      fmt::format("/Type /XObject /Subtype /Image /Width {} /Height {}", page.width, page.height);
  if (is_bilevel(page))
    pdf.add_stream(
        fmt::format("{} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode "
                    "/DecodeParms << /K -1 /Columns {} /Rows {} >>",
                    size, page.width, page.height),
        encode_g4(page));
  else
    pdf.add_stream(fmt::format("{} /ColorSpace /{} /BitsPerComponent 8 /Filter /DCTDecode", size,
                               page.channels == 3 ? "DeviceRGB" : "DeviceGray"),
                   encode_jpeg(page, dpi, quality));
}

}  // namespace

std::string encode_pdf(const std::vector<Image>& pages, double dpi, int quality) {
  Pdf pdf;
  pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += fmt::format("{} 0 R ", 3 + 3 * i);
  pdf.add(fmt::format("<< /Type /Pages /Count {} /Kids [ {}] >>", pages.size(), kids));
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const double width = pages[i].width * 72 / dpi, height = pages[i].height * 72 / dpi;
    pdf.add(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 {:.2f} {:.2f} ] /Contents {} 0 R "
                    "/Resources << /XObject << /Im0 {} 0 R >> >> >>",
                    width, height, 4 + 3 * i, 5 + 3 * i));
    pdf.add_stream("", fmt::format("q {:.2f} 0 0 {:.2f} 0 0 cm /Im0 Do Q", width, height));
    add_image(pdf, pages[i], dpi, quality);
  }
  return std::move(pdf).finish();
}

}  // namespace vanthu::draw
