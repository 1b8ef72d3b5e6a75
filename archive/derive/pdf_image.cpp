// SPDX-License-Identifier: GPL-3.0-or-later
// Rules: ISO 19005-1, 6.1.10 (filters), 6.2.3 and 6.2.4 (colours, images), 6.4 (transparency);
// ISO 19005-2 allows soft masks and JPEG 2000.
#include "archive/derive/pdf_image.h"

#include <algorithm>
#include <qpdf/Buffer.hh>
#include <string_view>

namespace vanthu {
namespace {

using Object = QPDFObjectHandle;

constexpr int kDeepest = 4;  // colour spaces within colour spaces, masks of masks

bool is(Object object, std::string_view name) {
  return object.isName() && object.getName() == name;
}

std::vector<Object> filters_of(Object dict) {
  Object filter = dict.getKey("/Filter");
  if (filter.isArray()) return filter.getArrayAsVector();
  if (filter.isName()) return {filter};
  return {};
}

bool has_filter(Object dict, std::string_view name) {
  const auto all = filters_of(dict);
  return std::any_of(all.begin(), all.end(), [&](const Object& f) { return is(f, name); });
}

// The device space of as many components, for a profile that is none.
Object device(int components) {
  return Object::newName(components == 1 ? "/DeviceGray" : "/DeviceRGB");
}

struct Space {
  Object value;
  int part = 1;
};

std::optional<Space> profiled(QPDF& pdf, Object space) {
  Object profile = space.getArrayItem(1);
  if (!profile.isStream()) return std::nullopt;
  Object n = profile.getDict().getKey("/N");
  const int components = n.isInteger() ? n.getIntValueAsInt() : 0;
  if (components != 1 && components != 3) return std::nullopt;
  const auto data = profile.getStreamData(qpdf_dl_all);
  const std::string_view bytes(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  if (bytes.size() < 128 || bytes.substr(36, 4) != "acsp" ||
      bytes.substr(16, 4) != (components == 1 ? "GRAY" : "RGB "))
    return Space{device(components)};
  Object fresh = pdf.newStream(std::string(bytes));
  fresh.getDict().replaceKey("/N", Object::newInteger(components));
  Object out = Object::newArray();
  out.appendItem(Object::newName("/ICCBased"));
  out.appendItem(fresh);
  return Space{out, bytes[8] > 2 ? 2 : 1};
}

std::optional<Space> kept_space(QPDF& pdf, Object space, int depth) {
  if (is(space, "/DeviceGray") || is(space, "/DeviceRGB")) return Space{space};
  if (depth > kDeepest || !space.isArray() || space.getArrayNItems() < 2) return std::nullopt;
  const Object kind = space.getArrayItem(0);
  if (is(kind, "/ICCBased")) return profiled(pdf, space);
  if (is(kind, "/CalGray") || is(kind, "/CalRGB") || is(kind, "/Lab"))
    return Space{Object::parse(space.unparseResolved())};
  if (!is(kind, "/Indexed") || space.getArrayNItems() != 4) return std::nullopt;
  const auto base = kept_space(pdf, space.getArrayItem(1), depth + 1);
  if (!base) return std::nullopt;
  Object lookup = space.getArrayItem(3), table;
  if (lookup.isString()) {
    table = Object::newString(lookup.getStringValue());
  } else if (lookup.isStream()) {
    const auto data = lookup.getStreamData(qpdf_dl_all);
    table = Object::newString(
        std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()));
  } else {
    return std::nullopt;
  }
  Object out = Object::newArray();
  out.appendItem(kind);
  out.appendItem(base->value);
  out.appendItem(Object::newInteger(
      space.getArrayItem(2).isInteger() ? space.getArrayItem(2).getIntValue() : 255));
  out.appendItem(table);
  return Space{out, base->part};
}

// Samples that lie row by row, packed anew.
void repack(Object stream, Object image) {
  const auto data = image.getStreamData(qpdf_dl_generalized);
  stream.replaceStreamData(
      deflate_rows({reinterpret_cast<const char*>(data->getBuffer()), data->getSize()},
                   data->getSize(), 1),
      Object::newName("/FlateDecode"), Object::newNull());
}

// As it is; the rows' length is not needed, for the filter of the whole is "none" or "left".
void take_bytes(QPDF& pdf, Object stream, Object image) {
  Object dict = image.getDict();
  if (has_filter(dict, "/LZWDecode")) {
    repack(stream, image);
    Object parms = Object::newDictionary();
    parms.replaceKey("/Predictor", Object::newInteger(15));
    const auto size = image.getStreamData(qpdf_dl_generalized)->getSize();
    parms.replaceKey("/Columns", Object::newInteger(static_cast<long long>(size)));
    stream.getDict().replaceKey("/DecodeParms", parms);
    return;
  }
  Object parms = dict.getKey("/DecodeParms");
  if (!parms.isNull()) {
    Object holder = Object::newDictionary();
    holder.replaceKey("/P", parms);
    QPDF* owner = image.getOwningQPDF();
    parms = pdf.copyForeignObject(owner->makeIndirectObject(holder)).getKey("/P");
  }
  Object filter = Object::newArray();
  for (const Object& one : filters_of(dict)) filter.appendItem(one);
  stream.replaceStreamData(image.getRawStreamData(),
                           filter.getArrayNItems() == 1   ? filter.getArrayItem(0)
                           : filter.getArrayNItems() == 0 ? Object::newNull()
                                                          : filter,
                           parms);
}

std::optional<KeptImage> kept(QPDF& pdf, Object image, int depth);

// Colours or stencil, and masks. False where the image cannot be kept.
bool take_meaning(QPDF& pdf, KeptImage& out, Object from, int depth) {
  Object to = out.stream.getDict();
  Object stencil = from.getKey("/ImageMask");
  if (stencil.isBool() && stencil.getBoolValue()) {
    to.replaceKey("/ImageMask", stencil);
    return true;
  }
  const bool jpx = has_filter(from, "/JPXDecode");
  if (jpx && from.getKey("/ColorSpace").isNull()) {
    out.part = 2;
  } else {
    const auto space = kept_space(pdf, from.getKey("/ColorSpace"), 0);
    if (!space) return false;
    to.replaceKey("/ColorSpace", space->value);
    out.part = std::max({out.part, space->part, jpx ? 2 : 1});
  }
  for (const char* key : {"/Mask", "/SMask"}) {
    Object mask = from.getKey(key);
    if (mask.isArray()) to.replaceKey(key, Object::parse(mask.unparseResolved()));
    if (!mask.isStream()) continue;
    const auto below = kept(pdf, mask, depth + 1);
    if (!below) return false;
    to.replaceKey(key, below->stream);
    out.part = std::max(out.part, std::string_view(key) == "/SMask" ? 2 : below->part);
  }
  return true;
}

std::optional<KeptImage> kept(QPDF& pdf, Object image, int depth) {
  if (depth > kDeepest || !image.isStream()) return std::nullopt;
  Object from = image.getDict();
  if (from.hasKey("/F") || has_filter(from, "/Crypt")) return std::nullopt;
  KeptImage out{pdf.newStream()};
  Object to = Object::parse("<< /Type /XObject /Subtype /Image >>");
  for (const char* key : {"/Width", "/Height", "/BitsPerComponent", "/Decode", "/Matte"})
    if (!from.getKey(key).isNull())
      to.replaceKey(key, Object::parse(from.getKey(key).unparseResolved()));
  out.stream.replaceDict(to);
  if (!take_meaning(pdf, out, from, depth)) return std::nullopt;
  Object bits = from.getKey("/BitsPerComponent");
  if (bits.isInteger() && bits.getIntValue() > 8) out.part = 2;
  take_bytes(pdf, out.stream, image);
  return out;
}

}  // namespace

std::optional<KeptImage> keep_image(QPDF& pdf, Object image) { return kept(pdf, image, 0); }

Object image_object(QPDF& pdf, const PackedImage& image) {
  Object out = pdf.newStream();
  out.replaceDict(Object::parse("<< /Type /XObject /Subtype /Image >>"));
  Object dict = out.getDict();
  dict.replaceKey("/Width", Object::newInteger(image.width));
  dict.replaceKey("/Height", Object::newInteger(image.height));
  dict.replaceKey("/BitsPerComponent", Object::newInteger(image.bits));
  dict.replaceKey("/ColorSpace", Object::parse(image.space));
  out.replaceStreamData(image.bytes, Object::newName(image.filter),
                        image.parms.empty() ? Object::newNull() : Object::parse(image.parms));
  return out;
}

}  // namespace vanthu
