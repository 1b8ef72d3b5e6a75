// SPDX-License-Identifier: GPL-3.0-or-later
// ĐẾN (arrival) stamps: a small box with the receiver above, ĐẾN at the left, and the rows Số,
// Ngày, Chuyển, hồ sơ; in coloured ink or black, anywhere on a page, values by hand (DOMAIN 7.1).
// Pure.
#pragma once
#include <string>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/fields/layout.h"

namespace vanthu::fields {

// The stamps of the page, the clearest first. `issued` ("2019-09-09", may be partial or empty)
// gives a date without a year its year when it follows soon after, and casts doubt on one that does
// not.
std::vector<Stamp> read_stamps(const PageLayout& page, const std::string& issued);

}  // namespace vanthu::fields
