// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the elements is that of the regulation, 1.1 From to 1.12 ResponseFor.
#include "archive/edxml.h"

#include <algorithm>

#include "archive/clock.h"
#include "archive/derive/metadata.h"

namespace vanthu {
namespace {

constexpr const char* kNamespace = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

std::string value(const Field& field) { return field.value.value_or(""); }

// "2019-09-09" as the regulation has it; only whole days.
std::string slashed(std::string day) {
  if (day.size() != 10 || day[0] == '-') return {};
  std::ranges::replace(day, '-', '/');
  return day;
}

class Xml {
 public:
  Xml() : text_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

  template <class Inside>
  void in(const std::string& name, Inside inside, const std::string& attributes = {}) {
    text_ += pad() + "<edXML:" + name + attributes + ">\n";
    ++depth_;
    inside();
    --depth_;
    text_ += pad() + "</edXML:" + name + ">\n";
  }
  void must(const std::string& name, const std::string& value) {
    text_ += pad() + "<edXML:" + name + ">" + xml_escaped(value) + "</edXML:" + name + ">\n";
  }
  void may(const std::string& name, const std::string& value) {
    if (!value.empty()) must(name, value);
  }
  std::string text() { return std::move(text_); }

 private:
  std::string pad() const { return std::string(static_cast<std::size_t>(depth_), ' '); }

  std::string text_;
  int depth_ = 0;
};

void put_organ(Xml& xml, const char* element, const std::string& organ_id,
               const std::string& in_charge, const std::string& name) {
  xml.in(element, [&] {
    xml.must("OrganId", organ_id);
    xml.may("OrganizationInCharge", in_charge);
    xml.must("OrganName", name);
  });
}

void put_receivers(Xml& xml, const Dispatch& d, const OurAgency& us) {
  if (!us.name.empty()) return put_organ(xml, "To", us.organ_id, {}, us.name);
  for (const Field& to : d.to)
    if (to.value) put_organ(xml, "To", {}, {}, *to.value);
}

void put_code(Xml& xml, const Dispatch& d) {
  const NumberParts code = code_parts(value(d.number));
  xml.in("Code", [&] {
    xml.must("CodeNumber", code.number);
    xml.must("CodeNotation", code.notation);
  });
  xml.in("PromulgationInfo", [&] {
    xml.may("Place", value(d.place));
    xml.must("PromulgationDate", slashed(value(d.date)));
  });
  if (d.type.value) xml.in("DocumentType", [&] { xml.must("TypeName", *d.type.value); });
}

void put_signer(Xml& xml, const Dispatch& d) {
  if (!d.signer.value) return;
  xml.in("SignerInfo", [&] {
    xml.may("Position", value(d.signer_title));
    xml.must("FullName", *d.signer.value);
  });
}

void put_places(Xml& xml, const Dispatch& d) {
  const auto named = [](const Copy& copy) { return copy.who.value.has_value(); };
  if (std::ranges::none_of(d.copies, named)) return;
  xml.in("ToPlaces", [&] {
    for (const Copy& copy : d.copies) xml.may("Place", value(copy.who));
  });
}

void put_other(Xml& xml, const Dispatch& d) {
  xml.in("OtherInfo", [&] {
    xml.may("Priority", priority_of(d.urgent));
    xml.may("SphereOfPromulgation", value(d.circulation));
    xml.may("PageAmount", d.pages.empty() ? "" : std::to_string(d.pages.size()));
  });
  for (const Citation& cited : d.cites) {
    if (cited.relation != "replies_to" || cited.number.empty()) continue;
    xml.in("ResponseFor", [&] {
      xml.must("OrganId", {});
      xml.must("Code", cited.number);
      xml.may("PromulgationDate", slashed(cited.date));
    });
  }
}

void put_message(Xml& xml, const Dispatch& d, const OurAgency& us) {
  put_organ(xml, "From", {}, value(d.parent), value(d.issuer));
  put_receivers(xml, d, us);
  put_code(xml, d);
  xml.must("Subject", value(d.subject));
  put_signer(xml, d);
  xml.may("DueDate", slashed(value(d.due)));
  put_places(xml, d);
  put_other(xml, d);
}

}  // namespace

std::vector<std::string> wanting_for_edxml(const Dispatch& d) {
  std::vector<std::string> out;
  const NumberParts code = code_parts(value(d.number));
  if (code.number.empty() || code.notation.empty()) out.emplace_back("number");
  if (slashed(value(d.date)).empty()) out.emplace_back("date");
  if (!d.issuer.value) out.emplace_back("issuer");
  if (!d.subject.value) out.emplace_back("subject");
  return out;
}

std::string edxml_of(const ExportPaper& paper, const OurAgency& us) {
  Xml xml;
  const auto trace = [&] {
    xml.in("TraceHeader", [&] {
      xml.must("OrganId", us.organ_id);
      xml.must("Timestamp", office_time(paper.document.imported_at));
    });
  };
  const auto header = [&] {
    xml.in("MessageHeader", [&] { put_message(xml, paper.dispatch, us); });
    xml.in("TraceHeaderList", trace);
  };
  const auto envelope = [&] { xml.in("edXMLHeader", header); };
  xml.in(
      "edXML", [&] { xml.in("edXMLEnvelope", envelope); },
      std::string(" xmlns:edXML=\"") + kNamespace + "\"");
  return xml.text();
}

}  // namespace vanthu
