// SPDX-License-Identifier: GPL-3.0-or-later
// What each word of a page may be, and how likely each is among its neighbours. Pure; safe from any
// thread.
#pragma once
#include <vector>

#include "ocr/language_channel.h"
#include "pipeline/words.h"

namespace vanthu::language {

// One token of the text: a word that may be changed has several candidates.
struct Slot {
  std::size_t line = 0, word = 0;
  bool open = false, name = false;  // name: may be one
  std::vector<Candidate> candidates;
  std::vector<double> posterior;  // by candidate, sums to 1
};

// The lines' tokens in order, a stop between regions. Stamps are left out.
std::vector<Slot> slots_of(const std::vector<Line>& lines, const Channel& channel,
                           const Model& model);

// Fills every posterior: channel times model^scale, summed over all paths (forward-backward).
void weigh(std::vector<Slot>& slots, const Model& model, double scale);

}  // namespace vanthu::language
