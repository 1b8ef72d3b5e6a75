// SPDX-License-Identifier: GPL-3.0-or-later
// A page of a born-digital PDF read from its own text, once a look at the picture agrees
// (pipeline/visible_text.h). The look, stamps, and print that the text does not account for are
// recognised. A part of the recipe (pipeline/read.h).
#pragma once
#include <optional>

#include "pipeline/read.h"

namespace vanthu {

// None where the text is not to be believed; `cleaned`, made of `page`, is then as it was. Throws
// what `stages.recognise` throws.
std::optional<OcrPage> read_visible(const Page& page, CleanPage& cleaned, const Stages& stages);

}  // namespace vanthu
