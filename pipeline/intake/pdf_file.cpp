// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/intake/pdf_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "pipeline/intake/jpeg.h"
#include "pipeline/intake/pdf_walk.h"

namespace vanthu {
namespace {

using Object = QPDFObjectHandle;

constexpr double kInset = 0.3;  // pixels; positions written to two decimals stray by less

std::shared_ptr<Buffer> buffer_of(const std::vector<std::uint8_t>& bytes) {
  auto buffer = std::make_shared<Buffer>(bytes.size());
  std::copy(bytes.begin(), bytes.end(), buffer->getBuffer());
  return buffer;
}

// The bytes an image of the copy shall have, with the filter they need.
struct ImageData {
  std::shared_ptr<Buffer> bytes;
  Object filter, parms;
};

// As stored, but JPEG unpacked by our own strict decoder: the drawing library would fill up a
// broken one with grey.
ImageData data_of(Object stream, const Place& place) {
  Object dict = stream.getDict();
  ImageData out{stream.getRawStreamData(), {}, {}};  // uninitialised: the copy's filter stays
  if (!is_jpeg(dict)) return out;
  const JpegSamples jpeg = decode_jpeg(
      {reinterpret_cast<const char*>(out.bytes->getBuffer()), out.bytes->getSize()}, place);
  if (jpeg.width == integer(dict.getKey("/Width")) &&
      jpeg.height == integer(dict.getKey("/Height")) &&
      jpeg.components == components_of(dict.getKey("/ColorSpace")))
    out = {buffer_of(jpeg.samples), Object::newNull(), Object::newNull()};
  return out;
}

// In place: the image becomes a form that draws `inner` a little smaller within the unit square.
void make_inset(Object image, Object inner) {
  Object dict = inner.getDict();
  const double u = std::min(0.25, kInset / static_cast<double>(integer(dict.getKey("/Width"))));
  const double v = std::min(0.25, kInset / static_cast<double>(integer(dict.getKey("/Height"))));
  Object form = Object::parse(
      "<< /Type /XObject /Subtype /Form /BBox [-1 -1 2 2] /Resources << /XObject << >> >> >>");
  form.getKey("/Resources").getKey("/XObject").replaceKey("/I", inner);
  image.replaceDict(form);
  image.replaceStreamData(
      fmt::format("q {:.9f} 0 0 {:.9f} {:.9f} {:.9f} cm /I Do Q", 1 - 2 * u, 1 - 2 * v, u, v),
      Object::newNull(), Object::newNull());
}

// The same image, or that image inset.
void refill(QPDF& pdf, Object image, const ImageData& data, bool inset) {
  Object inner = inset ? pdf.newStream() : image;
  if (inset) inner.replaceDict(image.getDict().shallowCopy());
  inner.replaceStreamData(data.bytes, data.filter, data.parms);
  if (inset) make_inset(image, inner);
}

Object box_of(const PdfRect& r) {
  Object box = Object::newArray();
  for (const double v : {r.x0, r.y0, r.x1, r.y1}) box.appendItem(Object::newReal(v, 9));
  return box;
}

// Streams as they are, so that nothing is unpacked that need not be.
std::string written(QPDF& pdf) {
  std::string out;
  Pl_String sink("page", nullptr, out);
  QPDFWriter writer(pdf);
  writer.setOutputPipeline(&sink);
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.write();
  return out;
}

}  // namespace

struct PdfPage::Impl {
  QPDF& pdf;
  QPDFPageObjectHelper page;
  Place place;
  PdfWalk walk;

  Object copied_into(QPDF& one);
};

// The page's drawing and nothing else, as a page of `one`.
Object PdfPage::Impl::copied_into(QPDF& one) {
  Object parts = Object::newDictionary();
  parts.replaceKey("/Contents", page.getObjectHandle().getKey("/Contents"));
  parts.replaceKey("/Resources", page.getAttribute("/Resources", false));
  parts.replaceKey("/Group", page.getObjectHandle().getKey("/Group"));
  parts.replaceKey("/Annots", Object::newArray(visible_annotations(page)));
  parts.replaceKey("/Layers", pdf.getRoot().getKey("/OCProperties"));
  Object copy = one.copyForeignObject(pdf.makeIndirectObject(parts));
  one.getRoot().replaceKey("/OCProperties", copy.getKey("/Layers"));
  copy.removeKey("/Layers");
  copy.replaceKey("/Type", Object::newName("/Page"));
  return copy;
}

PdfPage::PdfPage(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PdfPage::PdfPage(PdfPage&&) noexcept = default;
PdfPage::~PdfPage() = default;

const PdfPageFacts& PdfPage::facts() const { return impl_->walk.facts; }

std::optional<Image> PdfPage::plain_pixels(std::size_t i) {
  if (impl_->walk.styled || impl_->walk.facts.ink || impl_->walk.facts.images.size() != 1 ||
      impl_->walk.uses.size() != 1 || i != 0)
    return std::nullopt;
  Object stream = impl_->walk.uses[0].stream, dict = stream.getDict();
  const Object space = dict.getKey("/ColorSpace");
  const bool device = is_name(space, "/DeviceGray") || is_name(space, "/DeviceRGB");
  const Affine& m = impl_->walk.facts.images[0].at;
  if (!device || !is_jpeg(dict) || dict.hasKey("/Decode") || dict.hasKey("/Mask") ||
      dict.hasKey("/SMask") || dict.hasKey("/OC") || m.xx * m.yy - m.xy * m.yx <= 0)
    return std::nullopt;
  const auto raw = stream.getRawStreamData();
  JpegSamples jpeg =
      decode_jpeg({reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize()}, impl_->place);
  if (jpeg.width != impl_->walk.facts.images[0].width ||
      jpeg.height != impl_->walk.facts.images[0].height || jpeg.components != components_of(space))
    return std::nullopt;
  return Image{jpeg.width, jpeg.height, jpeg.components, std::move(jpeg.samples)};
}

std::string PdfPage::alone(const PdfRect& view, int rotate, const std::vector<std::size_t>& exact) {
  QPDF one;
  one.emptyPDF();
  one.setSuppressWarnings(true);
  Object copy = impl_->copied_into(one);
  copy.replaceKey("/MediaBox", box_of(view));
  copy.replaceKey("/Rotate", Object::newInteger(rotate));
  one.addPage(copy, true);
  std::vector<QPDFObjGen> done;
  for (const PdfUse& use : impl_->walk.uses) {
    if (std::find(done.begin(), done.end(), Object(use.stream).getObjGen()) != done.end()) continue;
    done.push_back(Object(use.stream).getObjGen());
    const bool inset =
        use.index && std::find(exact.begin(), exact.end(), *use.index) != exact.end();
    refill(one, one.copyForeignObject(use.stream), data_of(use.stream, impl_->place), inset);
  }
  return written(one);
}

std::string PdfPage::images_alone(std::vector<std::size_t>& drawn) {
  QPDF one;
  one.emptyPDF();
  one.setSuppressWarnings(true);
  Object page =
      Object::parse("<< /Type /Page /MediaBox [0 0 1 1] /Resources << /XObject << >> >> >>");
  Object images = page.getKey("/Resources").getKey("/XObject");
  for (const PdfUse& use : impl_->walk.uses) {
    if (!use.index) continue;
    images.replaceKey("/I" + std::to_string(drawn.size()), one.copyForeignObject(use.stream));
    drawn.push_back(*use.index);
  }
  one.addPage(one.makeIndirectObject(page), true);
  return written(one);
}

struct PdfFile::Impl {
  Place file;
  QPDF pdf{};
  std::vector<Object> pages{};
};

namespace {

[[noreturn]] void explain(const Place& place, const QPDFExc& e) {
  if (e.getErrorCode() == qpdf_e_password || e.getErrorCode() == qpdf_e_unsupported)
    place.fail(Code::bad_input, "the PDF is encrypted",
               "Ask the sender for it without a password, or print it and scan the print.");
  place.damaged("the PDF is damaged: " + e.getMessageDetail());
}

}  // namespace

PdfFile::PdfFile(const Place& file) try : impl_(new Impl{file}) {
  const std::string& bytes = file.scan.bytes;
  impl_->pdf.setSuppressWarnings(true);
  impl_->pdf.processMemoryFile("scan", bytes.data(), bytes.size());
  Object tree = impl_->pdf.getRoot().getKey("/Pages");
  Object count = tree.isDictionary() ? tree.getKey("/Count") : Object::newNull();
  const long long promised = integer(count);
  impl_->pages = impl_->pdf.getAllPages();
  const auto found = static_cast<long long>(impl_->pages.size());
  file.check_pages(found);
  for (std::size_t i = 0; i < impl_->pages.size(); ++i)
    if (!impl_->pages[i].isDictionary())
      file.at(static_cast<int>(i) + 1).damaged("the page is missing from the file");
  if (promised > found)
    file.damaged(fmt::format("{} of {} pages are missing", promised - found, promised));
} catch (const QPDFExc& e) {
  explain(file, e);
}

PdfFile::~PdfFile() = default;

int PdfFile::pages() const { return static_cast<int>(impl_->pages.size()); }

PdfPage PdfFile::page(int number) const try {
  const Place place = impl_->file.at(number);
  const QPDFPageObjectHelper helper(impl_->pages[number - 1]);
  auto page = std::unique_ptr<PdfPage::Impl>(
      new PdfPage::Impl{impl_->pdf, helper, place, walk_page(helper, place)});
  return PdfPage(std::move(page));
} catch (const QPDFExc& e) {
  explain(impl_->file.at(number), e);
}

}  // namespace vanthu
