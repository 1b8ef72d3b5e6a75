// SPDX-License-Identifier: GPL-3.0-or-later
// References to other documents in running text (DOMAIN 9): type, number, date, issuer, relation by
// the verb in front. Numbers are taken as written, but for the stroke of a Đ that one code alone
// can have lost; nothing is resolved here. Linear in the text. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/dispatch.h"

namespace vanthu::fields {

struct CitationSpan {
  std::size_t from = 0, to = 0;  // code points of the text, type to issuer
  std::size_t number_from = 0, number_to = 0;
  Citation citation;  // page and box are the caller's
};

// Any text is safe; lines parted by line feeds.
std::vector<CitationSpan> find_citations(std::u32string_view text);

}  // namespace vanthu::fields
