// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/derive/alto.h"

#include <fmt/format.h>

#include "archive/derive/metadata.h"

namespace vanthu {
namespace {

std::string place(const Box& box) {
  return fmt::format("HPOS=\"{}\" VPOS=\"{}\" WIDTH=\"{}\" HEIGHT=\"{}\"", box.x, box.y, box.w,
                     box.h);
}

std::string string_of(const Word& word, const std::string& id) {
  std::string out = fmt::format("<String ID=\"{}\" {} CONTENT=\"{}\" WC=\"{:.2f}\"", id,
                                place(word.box), xml_escaped(word.text), word.confidence);
  if (word.raw.empty() || word.raw == word.text) return out + "/>";
  return out + "><ALTERNATIVE>" + xml_escaped(word.raw) + "</ALTERNATIVE></String>";
}

// ISO 639 as xsd:language wants it.
std::string line_of(const Line& line, const std::string& id) {
  std::string out = fmt::format("<TextLine ID=\"{}\" {}", id, place(line.box));
  if (line.language != "vi" && !line.language.empty() && line.language.size() <= 3)
    out += fmt::format(" LANG=\"{}\"", xml_escaped(line.language));
  out += ">";
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    if (i > 0) out += "<SP/>";
    out += string_of(line.words[i], fmt::format("{}_w{}", id, i));
  }
  return out + "</TextLine>\n";
}

std::string page_of(const PageReading& page) {
  const std::string id = fmt::format("p{}", page.page);
  std::string out =
      fmt::format("<Page ID=\"{}\" PHYSICAL_IMG_NR=\"{}\" WIDTH=\"{}\" HEIGHT=\"{}\">", id,
                  page.page, page.width, page.height);
  const std::string whole = place({0, 0, page.width, page.height});
  out += fmt::format("<PrintSpace {}>\n", whole);
  std::string lines;
  Box around;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (page.lines[i].words.empty()) continue;
    lines += line_of(page.lines[i], fmt::format("{}_l{}", id, i));
    around = unite(around, page.lines[i].box);
  }
  if (!lines.empty())
    out += fmt::format("<TextBlock ID=\"{}_b\" {}", id, place(around)) +
           (page.skew != 0 ? fmt::format(" ROTATION=\"{:.2f}\"", page.skew) : "") +
           " LANG=\"vi\">\n" + lines + "</TextBlock>\n";
  return out + "</PrintSpace></Page>\n";
}

}  // namespace

std::string alto_of(const Reading& reading) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:schemaLocation=\"http://www.loc.gov/standards/alto/ns-v4# "
      "http://www.loc.gov/standards/alto/v4/alto-4-2.xsd\" SCHEMAVERSION=\"4.2\">\n"
      "<Description><MeasurementUnit>pixel</MeasurementUnit><sourceImageInformation><fileName>" +
      xml_escaped(reading.file) + "</fileName><fileIdentifier>urn:vanthu:sha256:" + reading.sha256 +
      "</fileIdentifier></sourceImageInformation><Processing ID=\"ocr\"><processingSoftware>"
      "<softwareName>vanthu</softwareName><softwareVersion>" +
      xml_escaped(reading.made_by.vanthu) + "</softwareVersion><applicationDescription>" +
      xml_escaped(reading.made_by.engine) +
      "</applicationDescription></processingSoftware></Processing></Description>\n<Layout>\n";
  for (const PageReading& page : reading.pages) out += page_of(page);
  return out + "</Layout></alto>\n";
}

}  // namespace vanthu
