// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/tolerance.h"

#include <algorithm>

namespace vanthu {
namespace {

// Under four letters half of all syllables are within one letter of another.
constexpr std::size_t kShortest = 4, kLongest = 20;

}  // namespace

std::vector<std::string> shapes_of(std::string_view folded) {
  const bool letters =
      std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters || folded.size() < kShortest || folded.size() > kLongest) return {};
  std::vector<std::string> out{std::string(folded)};
  for (std::size_t i = 0; i < folded.size(); ++i) {
    std::string shorter(folded);
    shorter.erase(i, 1);
    if (shorter != out.back()) out.push_back(std::move(shorter));
  }
  return out;
}

}  // namespace vanthu
