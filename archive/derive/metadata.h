// SPDX-License-Identifier: GPL-3.0-or-later
// What a PDF/A says of itself, from the fields of the reading: the same words in its metadata
// packet (XMP, ISO 16684) and in the older dictionary. Pure; safe from any thread.
#pragma once
#include <string>
#include <string_view>

#include "pipeline/dispatch.h"

namespace vanthu {

struct Metadata {
  std::string title;    // "CÔNG VĂN 3795/UBND-VXNV: phối hợp triển khai …"
  std::string author;   // the issuer; empty: not known
  std::string subject;  // "3795/UBND-VXNV; 2019-09-09"
  std::vector<std::string> dates;
  std::string original;  // "urn:vanthu:sha256:…": the file this was made from
  std::string producer;
};

Metadata metadata_of(const Reading& reading);
std::string xmp_of(const Metadata& metadata, int part);  // PDF/A part 1 or 2, conformance B
std::string xml_escaped(std::string_view text);          // for elements and attributes

}  // namespace vanthu
