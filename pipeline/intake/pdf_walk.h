// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: follows the drawing of one PDF page with qpdf: content streams, forms
// within forms, inline images, the pictures of annotations. One object, one thread.
#pragma once
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <vector>

#include "pipeline/intake/pdf_content.h"
#include "pipeline/intake/pdf_page.h"
#include "pipeline/intake/place.h"

namespace vanthu {

// One use of an image: `index` into the facts, or none for the pictures of annotations.
struct PdfUse {
  QPDFObjectHandle stream;
  std::optional<std::size_t> index;
};

struct PdfWalk {
  PdfPageFacts facts;
  std::vector<PdfUse> uses;
  bool styled = false;  // clipped, blended or optional somewhere: no shortcut around the drawing
};

// Throws Error{too_big} or Error{bad_input} on content without end.
PdfWalk walk_page(QPDFPageObjectHelper page, const Place& place);

// Annotations that are seen on the paper: not links, notes or hidden ones.
std::vector<QPDFObjectHandle> visible_annotations(QPDFPageObjectHelper page);

bool is_name(QPDFObjectHandle object, const char* name);
long long integer(QPDFObjectHandle object);        // 0 where it is none
int components_of(QPDFObjectHandle colour_space);  // 0 where it is not known
bool is_jpeg(QPDFObjectHandle image_dictionary);   // DCTDecode alone, without parameters

}  // namespace vanthu
