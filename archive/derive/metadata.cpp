// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/derive/metadata.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/text.h"

namespace vanthu {
namespace {

std::string value(const Field& field) { return field.value.value_or(""); }

void add_distinct(std::vector<std::string>& all, const std::string& one) {
  if (!one.empty() && std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

std::string title_of(const Dispatch& dispatch) {
  std::vector<std::string> parts;
  add_distinct(parts, value(dispatch.type));
  add_distinct(parts, value(dispatch.number));
  const std::string name = join(parts, " "), subject = value(dispatch.subject);
  return name.empty() || subject.empty() ? name + subject : name + ": " + subject;
}

std::string list(const char* kind, const std::vector<std::string>& items) {
  std::string out = fmt::format("<rdf:{}>", kind);
  for (const std::string& item : items) out += "<rdf:li>" + xml_escaped(item) + "</rdf:li>";
  return out + fmt::format("</rdf:{}>", kind);
}

std::string alternative(const std::string& text) {
  return "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml_escaped(text) + "</rdf:li></rdf:Alt>";
}

}  // namespace

// Characters XML cannot hold at all are left out.
std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  return out;
}

Metadata metadata_of(const Reading& reading) {
  std::vector<std::string> titles, issuers, facts;
  Metadata out;
  for (const Dispatch& dispatch : reading.dispatches) {
    add_distinct(titles, title_of(dispatch));
    add_distinct(issuers, value(dispatch.issuer));
    add_distinct(facts, value(dispatch.number));
    add_distinct(facts, value(dispatch.date));
    if (value(dispatch.date).size() == 10) add_distinct(out.dates, value(dispatch.date));
  }
  out.title = titles.empty() ? reading.file : join(titles, " · ");
  out.author = join(issuers, "; ");
  out.subject = join(facts, "; ");
  out.original = "urn:vanthu:sha256:" + reading.sha256;
  out.producer = "vanthu " + reading.made_by.vanthu;
  return out;
}

std::string xmp_of(const Metadata& m, int part) {
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
      "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">";
  out += fmt::format(
      "<pdfaid:part>{}</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>\n",
      part);
  out +=
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      "<dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>vi</rdf:li></rdf:Bag>"
      "</dc:language><dc:source>" +
      xml_escaped(m.original) + "</dc:source><dc:title>" + alternative(m.title) + "</dc:title>";
  if (!m.author.empty()) out += "<dc:creator>" + list("Seq", {m.author}) + "</dc:creator>";
  if (!m.subject.empty()) out += "<dc:description>" + alternative(m.subject) + "</dc:description>";
  if (!m.dates.empty()) out += "<dc:date>" + list("Seq", m.dates) + "</dc:date>";
  out +=
      "</rdf:Description>\n<rdf:Description rdf:about=\"\" "
      "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><pdf:Producer>" +
      xml_escaped(m.producer) + "</pdf:Producer></rdf:Description>\n";
  return out + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
}

}  // namespace vanthu
