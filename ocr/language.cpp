// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/language.h"

#include <algorithm>

#include "ocr/language_guard.h"
#include "ocr/language_lattice.h"
#include "ocr/language_marks.h"
#include "ocr/language_spelling.h"
#include "ocr/language_tokens.h"

namespace vanthu {
namespace {

using namespace language;

// A change is made when it is right at least so often. Above one half, because papers speak a
// little otherwise than the law texts that the posterior was tuned on.
constexpr double kEnough = 0.7;
constexpr double kEnoughOfName = 0.9;  // the model knows few names

Tone habit_of(const std::vector<Line>& lines) {
  int second = 0;
  for (const Line& line : lines)
    for (const Word& word : line.words) second += habit(shape_of(word.text).core);
  return second > 0 ? Tone::second : Tone::first;
}

void settle(const Slot& slot, Word& word, Tone tone) {
  const auto best = std::max_element(slot.posterior.begin(), slot.posterior.end());
  const Candidate& chosen =
      slot.candidates[static_cast<std::size_t>(best - slot.posterior.begin())];
  if (chosen.own || *best < (slot.name ? kEnoughOfName : kEnough)) {
    word.confidence = std::min(word.confidence, slot.posterior.front());
    return;
  }
  const Shape shape = shape_of(word.text);
  const std::string_view token = Model::built_in().text(chosen.token);
  word.raw = word.text;
  word.text = shape.before + written_like(token, shape.core, tone) + shape.after;
  word.confidence = *best;
}

}  // namespace

void correct(std::vector<Line>& lines) {
  const Model& model = Model::built_in();
  const Channel& channel = Channel::built_in();
  for (Line& line : lines) line.language = language_of(line);
  part(lines, model);
  std::vector<Slot> slots = slots_of(lines, channel, model);
  weigh(slots, model, channel.weights.model);
  const Tone tone = habit_of(lines);
  for (const Slot& slot : slots)
    if (slot.open) settle(slot, lines[slot.line].words[slot.word], tone);
  mend_marks(lines, model);
}

}  // namespace vanthu
