// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/intake/jpeg_wrap.h"

#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "pipeline/intake/jpeg.h"

namespace vanthu {
namespace {

// Where the unit square of the stored image goes for each EXIF orientation, 1 to 8.
constexpr Affine kTurned[] = {{1, 0, 0, 0, 1, 0},  {-1, 0, 1, 0, 1, 0},  {-1, 0, 1, 0, -1, 1},
                              {1, 0, 0, 0, -1, 1}, {0, -1, 1, -1, 0, 1}, {0, 1, 0, -1, 0, 1},
                              {0, 1, 0, 1, 0, 0},  {0, -1, 1, 1, 0, 0}};

std::string one_page(const std::string& jpeg, const JpegSamples& facts) {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle image = pdf.newStream();
  image.replaceDict(QPDFObjectHandle::parse(
      "<< /Type /XObject /Subtype /Image /BitsPerComponent 8 /Width " +
      std::to_string(facts.width) + " /Height " + std::to_string(facts.height) + " /ColorSpace " +
      (facts.components == 1 ? "/DeviceGray" : "/DeviceRGB") + " >>"));
  image.replaceStreamData(jpeg, QPDFObjectHandle::newName("/DCTDecode"),
                          QPDFObjectHandle::newNull());
  QPDFObjectHandle page = pdf.makeIndirectObject(QPDFObjectHandle::parse(
      "<< /Type /Page /MediaBox [0 0 1 1] /Resources << /XObject << >> >> >>"));
  page.getKey("/Resources").getKey("/XObject").replaceKey("/I0", image);
  pdf.addPage(page, true);
  std::string out;
  Pl_String sink("page", nullptr, out);
  QPDFWriter writer(pdf);
  writer.setOutputPipeline(&sink);
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.write();
  return out;
}

}  // namespace

StoredPage wrap_jpeg(const Place& file) {
  const JpegSamples jpeg = decode_jpeg(file.scan.bytes, file);
  if (jpeg.components == 4) return {};
  StoredPage out;
  out.pdf = one_page(file.scan.bytes, jpeg);
  out.at = {kTurned[(jpeg.orientation >= 1 && jpeg.orientation <= 8 ? jpeg.orientation : 1) - 1]};
  return out;
}

}  // namespace vanthu
