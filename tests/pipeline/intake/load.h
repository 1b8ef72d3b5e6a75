// SPDX-License-Identifier: GPL-3.0-or-later
// Loading in one word, for the tests of intake.
#pragma once
#include <string>
#include <vector>

#include "pipeline/intake/intake.h"

namespace vanthu {

std::vector<Page> all_pages(const std::string& bytes, const IntakeOptions& options = {});
Page only_page(const std::string& bytes, const IntakeOptions& options = {});
bool warned(const Page& page, const std::string& word);
int largest_difference(const Image& a, const Image& b);  // of a sample; 256 where the sizes differ

}  // namespace vanthu
