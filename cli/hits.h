// SPDX-License-Identifier: GPL-3.0-or-later
// The results of a search and the graph of a paper, for people. Pure, but for the style of a
// terminal.
#pragma once
#include <string>

#include "cli/links_shown.h"
#include "index/search.h"

namespace vanthu::cli {

// `first_page`: the hits stand at the beginning of all.
// `replaced`: scans that others replace are noted as such.
std::string results_text(const Results& results, bool first_page, const Replaced& replaced = {});
std::string graph_text(const Graph& graph);

// "thay thế" for "repeals", in the language chosen; what is not known as it is.
std::string relation_label(const std::string& relation);

}  // namespace vanthu::cli
