// SPDX-License-Identifier: GPL-3.0-or-later
// A page is put together three times over: from its stored images alone, which is drawn and
// compared; then with what that lacks; then with its words. Where the stored images are not most of
// what is seen, a picture of what is seen takes their place.
#include "archive/derive/pdfa.h"

#include <fmt/format.h>

#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFWriter.hh>

#include "archive/derive/colour.h"
#include "archive/derive/hollow_font.h"
#include "archive/derive/metadata.h"
#include "archive/derive/patch.h"
#include "archive/derive/pdf_image.h"
#include "archive/derive/text_layer.h"
#include "pipeline/error.h"
#include "pipeline/intake/stored.h"

namespace vanthu {
namespace {

using Object = QPDFObjectHandle;

constexpr double kSilentDpi = 200;  // where neither file nor reading knows: what offices scan at
constexpr int kPatchQuality = 92;   // of a patch whose colours do not pack without loss
constexpr double kLargestPage = 14400;     // points, ISO 32000-1 annex C
constexpr std::size_t kSmallPatch = 4096;  // bytes that no JPEG is tried for

struct Size {
  double width = 0, height = 0;  // points
};

Size size_of(const StoredPage& stored, const Page& seen, double dpi) {
  Size out{stored.width, stored.height};
  if (out.width <= 0 || out.height <= 0) {
    const double scale = 72 / (dpi > 0 ? dpi : kSilentDpi);
    out = {seen.image.width * scale, seen.image.height * scale};
  }
  const double most = std::max(out.width, out.height);
  if (most > kLargestPage)
    out = {out.width * kLargestPage / most, out.height * kLargestPage / most};
  return out;
}

// A page that grows: its images and the content that draws them.
struct Sheet {
  Size size;
  Object images = Object::newDictionary();
  std::string content = {};
  int part = 1;

  // `at`: from the unit square to the page of size 1 by 1.
  void draw(Object image, const Affine& at) {
    const std::string name = fmt::format("/I{}", images.getKeys().size());
    images.replaceKey(name, image);
    content += fmt::format("q {:.5f} {:.5f} {:.5f} {:.5f} {:.5f} {:.5f} cm {} Do Q\n",
                           at.xx * size.width, at.yx * size.height, at.xy * size.width,
                           at.yy * size.height, at.x0 * size.width, at.y0 * size.height, name);
  }
};

Object page_of(QPDF& pdf, const Sheet& sheet, const std::string& more, Object font) {
  Object page = Object::parse(fmt::format("<< /Type /Page /MediaBox [0 0 {:.4f} {:.4f}] >>",
                                          sheet.size.width, sheet.size.height));
  Object resources = Object::newDictionary();
  resources.replaceKey("/XObject", sheet.images);
  if (!more.empty()) {
    Object fonts = Object::newDictionary();
    fonts.replaceKey("/F0", font);
    resources.replaceKey("/Font", fonts);
  }
  page.replaceKey("/Resources", resources);
  page.replaceKey("/Contents", pdf.newStream(sheet.content + more));
  return pdf.makeIndirectObject(page);
}

std::string written(QPDF& pdf, int part) {
  std::string out;
  Pl_String sink("pdf", nullptr, out);
  QPDFWriter writer(pdf);
  writer.setOutputPipeline(&sink);
  writer.setObjectStreamMode(qpdf_o_disable);  // part 1 is of before there were any
  writer.setStreamDataMode(qpdf_s_compress);
  writer.setDecodeLevel(qpdf_dl_none);
  writer.setNewlineBeforeEndstream(true);  // which part 1 wants
  writer.setDeterministicID(true);
  writer.forcePDFVersion(part == 1 ? "1.4" : "1.7");
  writer.write();
  return out;
}

// The foreign PDF lives as long as what is taken from it.
struct Foreign {
  QPDF pdf;
  explicit Foreign(const StoredPage& stored) {
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("stored", stored.pdf.data(), stored.pdf.size());
  }
  Object image(std::size_t n) {
    Object page = pdf.getAllPages().at(0);
    return page.getKey("/Resources").getKey("/XObject").getKey(fmt::format("/I{}", n));
  }
};

class Maker {
 public:
  Maker(const Scan& scan, const Reading& reading, const IntakeOptions& options)
      : scan_(scan), reading_(reading), options_(options) {
    pdf_.emptyPDF();
    font_ = pdf_.makeIndirectObject(Object::newDictionary());
  }

  PdfA make() {
    std::vector<StoredPage> stored;
    load_stored(scan_, options_, [&](StoredPage&& page) { stored.push_back(std::move(page)); });
    load_pages(scan_, options_, [&](Page&& page, int) {
      add(page, stored.at(static_cast<std::size_t>(page.number - 1)));
    });
    finish_font();
    finish_document();
    out_.bytes = written(pdf_, out_.part);
    return std::move(out_);
  }

 private:
  const PageReading* reading_of(int number) const {
    for (const PageReading& page : reading_.pages)
      if (page.page == number) return &page;
    return nullptr;
  }

  void add(const Page& seen, const StoredPage& stored) {
    const PageReading* read = reading_of(seen.number);
    const Size size = size_of(stored, seen, read && read->dpi > 0 ? read->dpi : seen.dpi);
    Sheet sheet = sheet_of(seen, stored, size);
    out_.part = std::max(out_.part, sheet.part);
    const std::string text = read ? text_layer(*read, size.width, size.height, letters_) : "";
    pdf_.addPage(page_of(pdf_, sheet, text, font_), false);
  }

  Sheet sheet_of(const Page& seen, const StoredPage& stored, const Size& size) {
    Sheet sheet{size};
    if (!stored.at.empty()) {
      foreign_.push_back(std::make_unique<Foreign>(stored));
      for (std::size_t i = 0; i < stored.at.size(); ++i)
        if (auto image = keep_image(pdf_, foreign_.back()->image(i))) {
          sheet.draw(image->stream, stored.at[i]);
          sheet.part = std::max(sheet.part, image->part);
        }
      const Difference missing = difference(seen.image, drawn(sheet));
      if (missing.alike) {
        for (const Patch& patch : missing.patches) put(sheet, patch, seen.image);
        return sheet;
      }
    }
    Sheet whole{size};
    whole.draw(image_object(pdf_, pack(seen.image)), {});
    if (!stored.at.empty() || !stored.pdf.empty()) ++out_.redrawn;
    return whole;
  }

  // What is kept so far, as it is seen; empty where it cannot be drawn.
  Image drawn(Sheet& sheet) const try {
    if (sheet.images.getKeys().empty()) return {};
    QPDF one;
    one.emptyPDF();
    Sheet copy{sheet.size, Object::newDictionary(), sheet.content};
    for (const std::string& name : sheet.images.getKeys())
      copy.images.replaceKey(name, one.copyForeignObject(sheet.images.getKey(name)));
    one.addPage(page_of(one, copy, "", Object::newNull()), true);
    return load_page({"kept.pdf", written(one, 2)}, 1, options_).image;
  } catch (const Error&) {
    return {};
  }

  void put(Sheet& sheet, const Patch& patch, const Image& seen) {
    PackedImage packed = pack(patch.image);
    if (packed.bits == 8 && packed.bytes.size() > kSmallPatch) {
      PackedImage jpeg = pack_jpeg(patch.image, kPatchQuality);
      if (jpeg.bytes.size() < packed.bytes.size() / 2) packed = std::move(jpeg);
    }
    Object image = image_object(pdf_, packed), mask = image_object(pdf_, pack(patch.mask));
    mask.getDict().removeKey("/ColorSpace");
    mask.getDict().replaceKey("/ImageMask", Object::newBool(true));
    image.getDict().replaceKey("/Mask", mask);
    const double w = seen.width, h = seen.height;
    sheet.draw(image, {patch.box.w / w, 0, patch.box.x / w, 0, patch.box.h / h,
                       1 - patch.box.bottom() / h});
  }

  void finish_font() {
    Object file = pdf_.newStream(hollow_font());
    file.getDict().replaceKey("/Length1",
                              Object::newInteger(static_cast<long long>(hollow_font().size())));
    Object descriptor = pdf_.makeIndirectObject(Object::parse(fmt::format(
        "<< /Type /FontDescriptor /FontName /VanthuHollow /Flags 4 /FontBBox [0 {0} 1000 {1}] "
        "/ItalicAngle 0 /Ascent {1} /Descent {0} /CapHeight 662 /StemV 80 >>",
        -static_cast<int>(kHollowDescent * 1000), static_cast<int>(kHollowAscent * 1000))));
    descriptor.replaceKey("/FontFile2", file);
    Object below = pdf_.makeIndirectObject(Object::parse(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /VanthuHollow /DW 500 /CIDSystemInfo << "
        "/Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"));
    below.replaceKey("/W", Object::parse(hollow_widths(letters_)));
    below.replaceKey("/CIDToGIDMap", pdf_.newStream(hollow_glyphs(letters_)));
    below.replaceKey("/FontDescriptor", descriptor);
    Object font = Object::parse(
        "<< /Type /Font /Subtype /Type0 /BaseFont /VanthuHollow /Encoding /Identity-H >>");
    Object descendants = Object::newArray();
    descendants.appendItem(below);
    font.replaceKey("/DescendantFonts", descendants);
    font.replaceKey("/ToUnicode", pdf_.newStream(hollow_unicode(letters_)));
    pdf_.replaceObject(font_.getObjGen(), font);
  }

  void finish_document() {
    const Metadata metadata = metadata_of(reading_);
    Object packet = pdf_.newStream(xmp_of(metadata, out_.part));
    packet.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    packet.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    Object profile = pdf_.newStream(srgb_profile());
    profile.getDict().replaceKey("/N", Object::newInteger(3));
    Object intent = Object::parse(
        "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
        "/RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) >>");
    intent.replaceKey("/DestOutputProfile", profile);
    Object intents = Object::newArray();
    intents.appendItem(pdf_.makeIndirectObject(intent));
    Object root = pdf_.getRoot();
    root.replaceKey("/Metadata", packet);
    root.replaceKey("/OutputIntents", intents);
    root.replaceKey("/Lang", Object::newString("vi"));
    Object info = Object::newDictionary();
    const auto say = [&](const char* key, const std::string& text) {
      if (!text.empty()) info.replaceKey(key, Object::newUnicodeString(text));
    };
    say("/Title", metadata.title);
    say("/Author", metadata.author);
    say("/Subject", metadata.subject);
    say("/Producer", metadata.producer);
    pdf_.getTrailer().replaceKey("/Info", pdf_.makeIndirectObject(info));
  }

  const Scan& scan_;
  const Reading& reading_;
  const IntakeOptions& options_;
  std::vector<std::unique_ptr<Foreign>> foreign_;
  QPDF pdf_;
  Object font_;
  std::set<char32_t> letters_;
  PdfA out_;
};

}  // namespace

PdfA pdfa_of(const Scan& scan, const Reading& reading, const IntakeOptions& options) try {
  return Maker(scan, reading, options).make();
} catch (const Error&) {
  throw;
} catch (const std::bad_alloc&) {
  throw;
} catch (const std::exception& e) {
  throw Error(Code::internal, std::string("the PDF/A could not be made: ") + e.what());
}

}  // namespace vanthu
