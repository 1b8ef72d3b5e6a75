// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/nearest.h"

#include <algorithm>

#include "pipeline/text.h"

namespace vanthu::cli {

std::string nearest(const std::string& word, const std::vector<std::string>& known) {
  std::string best;
  std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string& one : known) {
    const std::size_t distance = edit_distance(fold(word), fold(one));
    if (distance < least) least = distance, best = one;
  }
  return best;
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known,
                         M otherwise) {
  const std::string near = nearest(word, known);
  return near.empty() ? text(otherwise) : say(M::hint_nearest, near);
}

}  // namespace vanthu::cli
