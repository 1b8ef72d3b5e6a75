// SPDX-License-Identifier: GPL-3.0-or-later
// Printed words that mark a place on the page ("Số:", "Kính gửi", "Nơi nhận"), found although the
// engine lost marks, blanks or a letter. Words are compared by their letters and digits alone,
// without marks and case. Pure; safe from any thread.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/words.h"

namespace vanthu::fields {

// "Kính gửi:" -> "kinhgui": folded, only a-z and 0-9.
std::string letters(std::string_view text);

// Do the letters of both differ by at most `edits`?
bool is_near(std::string_view text, std::string_view anchor, std::size_t edits);

struct Span {  // words [begin, end)
  int begin = 0, end = 0;
  std::size_t edits = 0;
  bool found() const { return end > begin; }
  bool operator==(const Span&) const = default;
};

// The run of words nearest to `anchor`, the first of equals; not found when none is within `edits`.
Span find_anchor(const std::vector<Word>& words, std::string_view anchor, std::size_t edits);

// Does the text begin with the anchor (letters alone, at most `edits` off)?
bool begins_with(std::string_view text, std::string_view anchor, std::size_t edits = 0);

// Share of the letters that are capitals; 0 for a text without letters.
double capitals(std::string_view text);
int count_letters(std::string_view text);

// Drops the list dash or plus and blanks at the start: "- Như trên;" -> "Như trên;".
bool starts_with_dash(std::string_view text);
std::string without_dash(std::string_view text);

// Cuts blanks and the closing marks ; , . : and stray dashes at the end; "./." too. Brackets stay.
std::string without_stop(std::string_view text);

std::string join_words(const std::vector<Word>& words, int begin, int end);
double mean_confidence(const std::vector<Word>& words);
double min_confidence(const std::vector<Word>& words);  // 0 for none

}  // namespace vanthu::fields
