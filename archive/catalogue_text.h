// SPDX-License-Identifier: GPL-3.0-or-later
// Lists as the text they are in one column of the catalogue, and back. For catalogue.cpp alone.
#pragma once
#include <string>
#include <vector>

#include "pipeline/dispatch.h"

namespace vanthu {

std::string pages_text(const std::vector<int>& pages);  // "1 2 5"
std::vector<int> pages_from(const std::string& text);
std::string boxes_text(const std::vector<Box>& boxes);  // [[x,y,w,h],…]
std::vector<Box> boxes_from(const std::string& text);
std::string candidates_text(const std::vector<Candidate>& candidates);  // [[value,confidence],…]
std::vector<Candidate> candidates_from(const std::string& text);

}  // namespace vanthu
