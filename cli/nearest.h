// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody may have meant. Pure.
#pragma once
#include <string>
#include <vector>

#include "cli/messages.h"

namespace vanthu::cli {

// The known word nearest to `word`, empty when none is near enough to be a slip of the finger.
std::string nearest(const std::string& word, const std::vector<std::string>& known);

// "Did you mean …?", or the message `otherwise` when nothing is near.
std::string did_you_mean(const std::string& word, const std::vector<std::string>& known,
                         M otherwise);

}  // namespace vanthu::cli
