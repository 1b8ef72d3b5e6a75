// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of letters that no word covers: what the engine's search for lines passed over. A dispatch
// half read without a word about it is worse than one not read. Pure; safe from any thread.
#pragma once
#include <vector>

#include "pipeline/clean/strip.h"
#include "pipeline/image.h"

namespace vanthu {

// `print` grey and level; `letter` its x-height in pixels, 0 unknown: none found then. `read` are the
// boxes of its words. Stretches of two pieces and more, from the top; the likeliest print may still
// be a signature, which only reading it tells.
std::vector<Baseline> unread_rows(const Image& print, double letter, const std::vector<Box>& read);

}  // namespace vanthu
