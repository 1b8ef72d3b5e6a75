// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pipeline/intake/load.h"

#include <algorithm>
#include <cstdlib>

namespace vanthu {

std::vector<Page> all_pages(const std::string& bytes, const IntakeOptions& options) {
  std::vector<Page> pages;
  load_pages({"scan", bytes}, options, [&](Page&& page, int) { pages.push_back(std::move(page)); });
  return pages;
}

Page only_page(const std::string& bytes, const IntakeOptions& options) {
  return load_page({"scan", bytes}, 1, options);
}

bool warned(const Page& page, const std::string& word) {
  return std::count(page.warnings.begin(), page.warnings.end(), word) == 1;
}

int largest_difference(const Image& a, const Image& b) {
  if (a.width != b.width || a.height != b.height || a.channels != b.channels) return 256;
  int most = 0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i)
    most = std::max(most, std::abs(a.pixels[i] - b.pixels[i]));
  return most;
}

}  // namespace vanthu
