// SPDX-License-Identifier: GPL-3.0-or-later
// The words that the first page of a PDF says it shows, by poppler. Safe from any thread. Private
// to intake/.
#pragma once
#include <string>
#include <vector>

#include "pipeline/page.h"

namespace vanthu {

// Boxes in pixels from the top left of what is shown, `across` and `down` pixels a point. Words set
// sideways are left out, and everything where poppler cannot open the page or finds too many.
std::vector<VisibleWord> pdf_words(const std::string& pdf, double across, double down);

}  // namespace vanthu
