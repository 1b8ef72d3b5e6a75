// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/intake/pdf_walk.h"

#include <algorithm>
#include <cmath>
#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <set>
#include <stdexcept>

namespace vanthu {
namespace {

using Object = QPDFObjectHandle;

constexpr std::size_t kMostContent = 256u << 20;  // bytes of one content stream, unpacked
constexpr long kMostTokens = 3'000'000;  // of one page; a scan has ten, a great map a million
constexpr int kMostForms = 20'000;       // drawn on one page: nested forms double at every level
constexpr int kDeepestForm = 16;
constexpr double kEnoughSamples = 0.99;   // some software forgets the last row
constexpr int kHidden = 2, kNoView = 32;  // annotation flags

class LimitedSink : public Pipeline {  // a small stream may unpack to gigabytes
 public:
  LimitedSink() : Pipeline("content", nullptr) {}
  void write(unsigned char const* data, std::size_t size) override {
    if (text.size() + size > kMostContent) {
      overflow = true;
      throw std::runtime_error("content too long");
    }
    text.append(reinterpret_cast<const char*>(data), size);
  }
  void finish() override {}
  std::string text;
  bool overflow = false;
};

class Counter : public Pipeline {  // of bytes, up to what is wanted
 public:
  explicit Counter(double wanted_in) : Pipeline("samples", nullptr), wanted(wanted_in) {}
  void write(unsigned char const*, std::size_t size) override {
    count += static_cast<double>(size);
    if (count > wanted) throw std::runtime_error("enough");
  }
  void finish() override {}
  double wanted, count = 0;
};

std::vector<double> numbers_of(Object array) {
  std::vector<double> out;
  for (int i = 0; array.isArray() && i < array.getArrayNItems(); ++i)
    out.push_back(array.getArrayItem(i).isNumber() ? array.getArrayItem(i).getNumericValue() : 0);
  return out;
}

std::optional<PdfRect> rect_of(Object array) {
  const std::vector<double> n = numbers_of(array);
  if (n.size() != 4) return std::nullopt;
  const PdfRect r{std::min(n[0], n[2]), std::min(n[1], n[3]), std::max(n[0], n[2]),
                  std::max(n[1], n[3])};
  return r.area() > 0 ? std::optional(r) : std::nullopt;
}

PdfRect shown_box(QPDFPageObjectHelper page) {
  const PdfRect media =
      rect_of(page.getAttribute("/MediaBox", false)).value_or(PdfRect{0, 0, 612, 792});
  const PdfRect crop = rect_of(page.getAttribute("/CropBox", false)).value_or(media);
  const PdfRect both{std::max(media.x0, crop.x0), std::max(media.y0, crop.y0),
                     std::min(media.x1, crop.x1), std::min(media.y1, crop.y1)};
  return both.area() > 0 ? both : media;
}

bool is_indexed(Object space) {
  return space.isArray() && space.getArrayNItems() >= 4 &&
         is_name(space.getArrayItem(0), "/Indexed");
}

bool is_plain_grey(Object space) {
  return components_of(space) == 1 && !is_indexed(space) &&
         !(space.isArray() && is_name(space.getArrayItem(0), "/Separation"));
}

bool is_grey_space(Object space) {
  if (!is_indexed(space)) return is_plain_grey(space);
  const Object base = space.getArrayItem(1);
  Object lookup = space.getArrayItem(3);
  if (is_plain_grey(base)) return true;
  if (components_of(base) != 3 || !lookup.isString()) return false;
  const std::string table = lookup.getStringValue();
  for (std::size_t i = 0; i + 2 < table.size(); i += 3)
    if (table[i] != table[i + 1] || table[i] != table[i + 2]) return false;
  return true;
}

// The share of an image's samples that is there, for the packings that qpdf knows; else 1.
double share_of_samples(Object stream, const PdfImage& image) {
  Object dict = stream.getDict();
  if (stream.getRawStreamData()->getSize() == 0) return 0;
  const int components = components_of(dict.getKey("/ColorSpace"));
  const double bits =
      image.bilevel ? 1 : static_cast<double>(integer(dict.getKey("/BitsPerComponent")));
  const double samples = image.bilevel ? 1 : components;
  if (samples <= 0 || bits <= 0) return 1;
  const double row = std::ceil(static_cast<double>(image.width) * samples * bits / 8);
  Counter counter(row * static_cast<double>(image.height));
  bool filtered = false;
  const bool sound =
      stream.pipeStreamData(&counter, &filtered, 0, qpdf_dl_generalized, true, false);
  return filtered || !sound ? counter.count / counter.wanted : 1;
}

PdfImage image_of(Object dict, const Affine& at) {
  PdfImage image{at, integer(dict.getKey("/Width")), integer(dict.getKey("/Height"))};
  Object mask = dict.getKey("/ImageMask");
  const bool stencil = mask.isBool() && mask.getBoolValue();
  image.bilevel = stencil || integer(dict.getKey("/BitsPerComponent")) == 1;
  image.grey = !stencil && is_grey_space(dict.getKey("/ColorSpace")) && !dict.hasKey("/SMask");
  return image;
}

class Walker {  // follows the drawing of one page
 public:
  Walker(PdfPageFacts& facts, const Place& place) : facts_(facts), place_(place) {
    scratch_.emptyPDF();
    scratch_.setSuppressWarnings(true);
  }

  void draw(const std::string& content, Object resources, bool on_page);
  void draw_form(Object form, Object resources, bool on_page);
  std::string read(Object stream);
  bool gave_up() const { return tokens_ > kMostTokens; }

  std::vector<PdfUse> uses;
  bool styled = false;  // clipped, blended or optional: no shortcut
  PdfGraphics graphics;

 private:
  struct Listener;
  void operate(const std::string& name, std::vector<Object>& operands, Object resources,
               bool on_page);
  void draw_object(Object object, Object resources, bool on_page);
  void add_image(Object stream, bool on_page);
  void add_inline(const std::vector<Object>& operands);

  PdfPageFacts& facts_;
  const Place& place_;
  QPDF scratch_;
  std::set<QPDFObjGen> checked_;
  long tokens_ = 0;
  int forms_ = 0, depth_ = 0;
};

struct Walker::Listener : QPDFObjectHandle::ParserCallbacks {
  Walker& walker;
  Object resources;
  bool on_page;
  std::vector<Object> operands{};
  Listener(Walker& w, Object r, bool p) : walker(w), resources(r), on_page(p) {}
  void handleObject(Object object, std::size_t, std::size_t) override {
    if (++walker.tokens_ > kMostTokens) terminateParsing();
    if (!object.isOperator()) {
      operands.push_back(object);
      return;
    }
    walker.operate(object.getOperatorValue(), operands, resources, on_page);
    if (object.getOperatorValue() != "ID") operands.clear();  // kept for the inline image after it
  }
  void handleEOF() override {}
};

std::string Walker::read(Object stream) {
  if (!stream.isStream()) return {};
  LimitedSink sink;
  const bool sound = stream.pipeStreamData(&sink, 0, qpdf_dl_all, true, false);
  if (sink.overflow)
    place_.fail(Code::too_big, "the page's content unpacks to more than 256 MB",
                "This is no scan: print it to paper or to images, and scan those.");
  facts_.damaged = facts_.damaged || !sound ||
                   (sink.text.empty() && integer(stream.getDict().getKey("/Length")) > 0 &&
                    stream.getRawStreamData()->getSize() == 0);
  return std::move(sink.text);
}

void Walker::draw(const std::string& content, Object resources, bool on_page) {
  auto buffer = std::make_shared<Buffer>(content.size());
  std::copy(content.begin(), content.end(), buffer->getBuffer());
  Listener listener(*this, resources, on_page);
  scratch_.newStream(buffer).parseAsContents(&listener);
}

void Walker::operate(const std::string& name, std::vector<Object>& operands, Object resources,
                     bool on_page) {
  if (name == "Do") {
    const bool named = !operands.empty() && operands.back().isName() && resources.isDictionary();
    Object all = named ? resources.getKey("/XObject") : Object::newNull();
    if (all.isDictionary()) draw_object(all.getKey(operands.back().getName()), resources, on_page);
    return;
  }
  if (name == "EI") return add_inline(operands);
  if (name == "gs" || name == "W" || name == "W*" || name == "BDC") styled = true;
  std::size_t letters = 0;
  for (Object& operand : operands) {
    if (operand.isString()) letters += operand.getStringValue().size();
    for (int i = 0; operand.isArray() && i < operand.getArrayNItems(); ++i)
      if (operand.getArrayItem(i).isString())
        letters += operand.getArrayItem(i).getStringValue().size();
  }
  if (name == "Tj" || name == "TJ" || name == "'" || name == "\"")
    return graphics.show_text(letters);
  std::vector<double> numbers;
  for (Object& operand : operands)
    if (operand.isNumber()) numbers.push_back(operand.getNumericValue());
  graphics.operate(name, numbers);
}

void Walker::draw_object(Object object, Object resources, bool on_page) {
  if (!object.isStream()) {
    facts_.damaged = true;
    return;
  }
  const Object kind = object.getDict().getKey("/Subtype");
  if (is_name(kind, "/Image")) add_image(object, on_page);
  if (is_name(kind, "/Form")) draw_form(object, resources, on_page);
}

void Walker::draw_form(Object form, Object resources, bool on_page) {
  if (++forms_ > kMostForms)
    place_.fail(Code::bad_input, "the page draws parts within parts without end",
                "This is no scan, or a hostile file: print it to paper and scan that.");
  if (depth_ >= kDeepestForm) return;
  ++depth_;
  graphics.push();
  const std::vector<double> matrix = numbers_of(form.getDict().getKey("/Matrix"));
  if (matrix.size() == 6) graphics.concat(pdf_matrix(matrix));
  Object own = form.getDict().getKey("/Resources");
  styled = true;  // its BBox clips
  draw(read(form), own.isDictionary() ? own : resources, on_page);
  graphics.pop();
  --depth_;
}

void Walker::add_image(Object stream, bool on_page) {
  const PdfImage image = image_of(stream.getDict(), graphics.at());
  if (image.width < 1 || image.height < 1) {
    facts_.damaged = true;
    return;
  }
  place_.check_pixels(static_cast<double>(image.width), static_cast<double>(image.height));
  if (checked_.insert(stream.getObjGen()).second) {
    const double share = share_of_samples(stream, image);
    if (share < kEnoughSamples) place_.damaged("the data of the page's image ends early");
    facts_.damaged = facts_.damaged || share < 1;
  }
  uses.push_back({stream, on_page ? std::optional(facts_.images.size()) : std::nullopt});
  if (on_page) facts_.images.push_back(image);
}

void Walker::add_inline(const std::vector<Object>& operands) {
  styled = true;
  PdfImage image{graphics.at()};
  for (std::size_t i = 0; i + 1 < operands.size(); ++i) {
    const Object key = operands[i];
    if (is_name(key, "/W") || is_name(key, "/Width")) image.width = integer(operands[i + 1]);
    if (is_name(key, "/H") || is_name(key, "/Height")) image.height = integer(operands[i + 1]);
    if (is_name(key, "/BPC") || is_name(key, "/BitsPerComponent"))
      image.bilevel = integer(operands[i + 1]) == 1;
  }
  if (image.width < 1 || image.height < 1) return;
  place_.check_pixels(static_cast<double>(image.width), static_cast<double>(image.height));
  facts_.images.push_back(image);
}

Object appearance(Object annotation) {
  Object all = annotation.getKey("/AP");
  Object normal = all.isDictionary() ? all.getKey("/N") : Object::newNull();
  Object state = annotation.getKey("/AS");
  if (normal.isDictionary() && state.isName()) normal = normal.getKey(state.getName());
  return normal;
}

}  // namespace

bool is_name(Object object, const char* name) {
  return object.isName() && object.getName() == name;
}

long long integer(Object object) { return object.isInteger() ? object.getIntValue() : 0; }

int components_of(Object space) {
  if (is_name(space, "/DeviceGray")) return 1;
  if (is_name(space, "/DeviceRGB")) return 3;
  if (is_name(space, "/DeviceCMYK")) return 4;
  if (!space.isArray() || space.getArrayNItems() < 2) return 0;
  const Object kind = space.getArrayItem(0);
  if (is_name(kind, "/CalGray") || is_name(kind, "/Indexed") || is_name(kind, "/Separation"))
    return 1;
  if (is_name(kind, "/CalRGB") || is_name(kind, "/Lab")) return 3;
  Object profile = space.getArrayItem(1);
  if (!is_name(kind, "/ICCBased") || !profile.isStream()) return 0;
  Object n = profile.getDict().getKey("/N");
  return n.isInteger() ? n.getIntValueAsInt() : 0;
}

bool is_jpeg(Object dict) {
  Object filter = dict.getKey("/Filter");
  if (filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
  Object parms = dict.getKey("/DecodeParms");
  if (parms.isArray() && parms.getArrayNItems() == 1) parms = parms.getArrayItem(0);
  return is_name(filter, "/DCTDecode") && !parms.isDictionary();
}

std::vector<Object> visible_annotations(QPDFPageObjectHelper page) {
  std::vector<Object> out;
  Object all = page.getObjectHandle().getKey("/Annots");
  for (int i = 0; all.isArray() && i < all.getArrayNItems(); ++i) {
    Object one = all.getArrayItem(i);
    if (!one.isDictionary()) continue;
    const Object kind = one.getKey("/Subtype");
    if (is_name(kind, "/Link") || is_name(kind, "/Popup")) continue;
    if ((integer(one.getKey("/F")) & (kHidden | kNoView)) == 0) out.push_back(one);
  }
  return out;
}

PdfWalk walk_page(QPDFPageObjectHelper page, const Place& place) {
  PdfWalk out;
  PdfPageFacts& facts = out.facts;
  facts.box = shown_box(page);
  const long long rotate = integer(page.getAttribute("/Rotate", false));
  facts.rotate = rotate % 90 == 0 ? static_cast<int>((rotate % 360 + 360) % 360) : 0;
  Object unit = page.getObjectHandle().getKey("/UserUnit");
  if (unit.isNumber() && unit.getNumericValue() > 0) facts.unit = unit.getNumericValue();
  Walker walker(facts, place);
  std::string content;
  for (Object& stream : page.getPageContents()) content += walker.read(stream) + "\n";
  walker.draw(content, page.getAttribute("/Resources", false), true);
  for (Object& one : visible_annotations(page)) {
    facts.ink = true;
    Object picture = appearance(one);
    if (picture.isStream()) walker.draw_form(picture, Object::newNull(), false);
  }
  facts.ink = facts.ink || walker.graphics.ink() || walker.gave_up();
  if (walker.gave_up()) facts.images.clear();  // a drawing of that size is no scan
  facts.letters = walker.graphics.letters();
  facts.hidden = walker.graphics.hidden();
  out.uses = std::move(walker.uses);
  out.styled = walker.styled;
  return out;
}

}  // namespace vanthu
