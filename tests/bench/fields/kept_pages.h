// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as the engine read them, kept between runs of the bench. A cache of this bench alone: its
// form may change with any commit, nothing else reads it.
#pragma once
#include <string>
#include <vector>

#include "pipeline/read_page.h"

namespace vanthu::bench {

std::string to_text(const std::vector<PageRead>& pages);
std::vector<PageRead> pages_from(const std::string& text);  // throws nlohmann::json::exception

}  // namespace vanthu::bench
