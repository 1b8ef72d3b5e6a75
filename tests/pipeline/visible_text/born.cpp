// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pipeline/visible_text/born.h"

#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>

#include <map>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "pipeline/text.h"

namespace vanthu::born {
namespace {

constexpr double kWidth = 595.28, kHeight = 841.89;

cairo_status_t keep(void* out, const unsigned char* data, unsigned size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

void show(cairo_t* cairo, const Printed& line, bool as_outlines) {
  PangoLayout* layout = pango_cairo_create_layout(cairo);
  PangoFontDescription* font = pango_font_description_from_string("Liberation Serif");
  pango_font_description_set_absolute_size(font, line.size * PANGO_SCALE);
  if (line.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  if (line.italic) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_text(layout, line.text.c_str(), -1);
  cairo_move_to(cairo, line.x, line.baseline);
  PangoLayoutLine* set = pango_layout_get_line_readonly(layout, 0);
  if (as_outlines) {
    pango_cairo_layout_line_path(cairo, set);
    cairo_fill(cairo);
  } else {
    pango_cairo_show_layout_line(cairo, set);
  }
  pango_font_description_free(font);
  g_object_unref(layout);
}

using Edit = std::function<void(QPDF&)>;

std::string edited(const std::string& pdf, const Edit& edit) {
  QPDF file;
  file.processMemoryFile("born", pdf.data(), pdf.size());
  edit(file);
  std::string out;
  Pl_String sink("born", nullptr, out);
  QPDFWriter writer(file);
  writer.setOutputPipeline(&sink);
  writer.setStaticID(true);
  writer.write();
  return out;
}

std::string data_of(QPDFObjectHandle stream) {
  const auto buffer = stream.getStreamData(qpdf_dl_all);
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

void replace(QPDFObjectHandle stream, const std::string& data) {
  stream.replaceStreamData(data, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

std::string hex(char32_t letter) {
  char out[8];
  std::snprintf(out, sizeof out, "%04x", static_cast<unsigned>(letter));
  return out;
}

// A map says `<code> <letter>` and `<from> <to> <letter>` or `<from> <to> [<letter> <letter> …]`:
// the letters alone have four digits here, since Cairo's codes have two.
std::string mapped(const std::string& map, const Letters& letters) {
  std::string out;
  const std::size_t begin = map.find("endcodespacerange");
  for (std::size_t i = 0; i < map.size(); ++i) {
    const bool letter = i > begin && map[i] == '<' && map.find('>', i) == i + 5;
    if (!letter) {
      out += map[i];
      continue;
    }
    const auto code = static_cast<char32_t>(std::stoul(map.substr(i + 1, 4), nullptr, 16));
    out += '<' + hex(letters(code)) + '>';
    i += 5;
  }
  return out;
}

}  // namespace

std::vector<Printed> letter() {
  return {
      {74, 80, 12, false, false, "UBND TỈNH AN PHÚ"},
      {84, 96, 12, true, false, "SỞ XÂY DỰNG"},
      {82, 132, 13, false, false, "Số:        /SXD-QLN"},
      {66, 152, 12, false, false, "V/v rà soát nhà ở công vụ"},
      {270, 80, 12, true, false, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
      {330, 97, 13, true, false, "Độc lập - Tự do - Hạnh phúc"},
      {320, 132, 13, false, true, "An Phú, ngày 18 tháng 5 năm 2021"},
      {130, 200, 14, false, false, "Kính gửi: Ủy ban nhân dân các huyện, thị xã."},
      {110, 240, 14, false, false, "Thực hiện Công văn số 1127/BXD-QLN ngày 05/4/2021 của Bộ Xây"},
      {85, 260, 14, false, false,
       "dựng về việc báo cáo tình hình quản lý, sử dụng nhà ở công vụ, Sở Xây"},
      {85, 280, 14, false, false,
       "dựng đề nghị các huyện rà soát, khẩn trương gửi báo cáo về Sở trước"},
      {85, 300, 14, false, false,
       "ngày 10/6/2021 để tổng hợp, trình Ủy ban nhân dân tỉnh quyết định./."},
      {85, 360, 12, true, true, "Nơi nhận:"},
      {85, 376, 11, false, false, "- Như trên;"},
      {85, 392, 11, false, false, "- Lưu: VT, QLN."},
      {380, 360, 14, true, false, "GIÁM ĐỐC"},
      {365, 460, 14, true, false, "Huỳnh Tấn Lộc"},
  };
}

std::string text_of(const std::vector<Printed>& lines) {
  std::string out;
  for (const Printed& line : lines) out += join(words_of(line.text), " ") + '\n';
  return out;
}

std::string pdf_of(const std::vector<Printed>& lines, const Extra& extra) {
  std::string out;
  cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(
      keep, &out, extra.turned ? kHeight : kWidth, extra.turned ? kWidth : kHeight);
  cairo_t* cairo = cairo_create(surface);
  const cairo_matrix_t on_its_side{0, -1, 1, 0, 0, kWidth};
  if (extra.turned) cairo_set_matrix(cairo, &on_its_side);
  for (const Printed& line : lines) show(cairo, line, extra.as_outlines);
  if (extra.drawn_number) show(cairo, {104, 132, 13, false, false, "768"}, true);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  cairo_surface_destroy(surface);
  if (!extra.turned) return out;
  return edited(out, [&](QPDF& file) {
    QPDFObjectHandle page = file.getAllPages().at(0);
    page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(90));
  });
}

std::string saying(const std::string& pdf, const Letters& letters) {
  return edited(pdf, [&](QPDF& file) {
    for (QPDFObjectHandle object : file.getAllObjects())
      if (object.isDictionary() && object.hasKey("/ToUnicode"))
        replace(object.getKey("/ToUnicode"), mapped(data_of(object.getKey("/ToUnicode")), letters));
  });
}

char32_t in_tcvn3(char32_t letter) {
  static const std::u32string ours =
      U"àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđĂÂÊÔƠƯĐ";
  static const std::u32string theirs =
      U"µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ¨©ª«¬\u00AD®¡¢£¤¥¦§";
  const std::size_t at = ours.find(letter);
  return at == std::u32string::npos ? letter : theirs.at(at);
}

char32_t shifted(char32_t letter) {
  static const std::map<char32_t, char32_t> others = {
      {'n', 'm'}, {'h', 'l'}, {'t', 'c'}, {'c', 't'}, {'i', 'a'}, {'a', 'o'},
      {'o', 'i'}, {'m', 'n'}, {'v', 'd'}, {'l', 'h'}, {'1', '7'}, {'2', '3'}};
  const auto at = others.find(letter);
  return at == others.end() ? letter : at->second;
}

std::string hidden_over_image(const std::string& pdf) {
  return edited(pdf, [](QPDF& file) {
    QPDFObjectHandle page = file.getAllPages().at(0);
    QPDFObjectHandle image = QPDFObjectHandle::newStream(&file, std::string(60 * 80, '\xff'));
    image.replaceDict(QPDFObjectHandle::parse(
        "<< /Type /XObject /Subtype /Image /Width 60 /Height 80 /BitsPerComponent 8 "
        "/ColorSpace /DeviceGray >>"));
    QPDFObjectHandle resources = page.getKey("/Resources");
    if (!resources.hasKey("/XObject"))
      resources.replaceKey("/XObject", QPDFObjectHandle::newDictionary());
    resources.getKey("/XObject").replaceKey("/Scan", image);
    QPDFPageObjectHelper helper(page);
    helper.addPageContents(
        QPDFObjectHandle::newStream(&file, "q 596 0 0 842 0 0 cm /Scan Do Q 3 Tr\n"), true);
  });
}

}  // namespace vanthu::born
