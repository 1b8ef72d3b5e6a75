// SPDX-License-Identifier: GPL-3.0-or-later
// Urgency, secrecy, circulation: stamped words that stand alone near the head (DOMAIN 6). Secrecy
// is looked for with high recall: any standalone MẬT in the head part or in coloured ink counts,
// however badly read; the word inside a sentence ("bí mật") never does. Not seen is `missing`,
// never "none". Pure.
#pragma once
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/fields/head.h"

namespace vanthu::fields {

Field read_urgency(const PageLayout& page, const Head& head);

// Over all pages: a mark on an annex counts for the whole.
Field read_secrecy(const std::vector<const PageLayout*>& pages);

// LƯU HÀNH NỘI BỘ in the head part of the first page, or `nb` closing the notation.
Field read_circulation(const PageLayout& page, std::string_view notation);

}  // namespace vanthu::fields
