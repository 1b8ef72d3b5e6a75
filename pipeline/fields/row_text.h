// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a printed row with the way back from each character to its word and pixels;
// handwriting is often glued to print in one word ("Số:2062/SYT-NVY"), so boxes are cut in
// proportion inside a word. Pure; safe from any thread.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/fields/layout.h"

namespace vanthu::fields {

struct RowText {
  std::u32string text;              // words, one blank between
  std::u32string key;               // the same length: folded character by character
  std::vector<std::size_t> starts;  // of each word in text
  std::vector<Word> words;

  std::string slice(std::size_t from, std::size_t to) const;
  // The least confidence of the words that share letters or digits with [from, to); 0 for none.
  double confidence(std::size_t from, std::size_t to) const;
  // The pixels of [from, to); for an empty range the gap at `from` (never empty when there are
  // words).
  Box box(std::size_t from, std::size_t to) const;
  // The word that is exactly [from, to) but for punctuation, or nullptr.
  const Word* whole_word(std::size_t from, std::size_t to) const;
};

RowText row_text(const Piece& row);

// The row without the blanks and the given marks at both ends of [from, to).
void shrink(const std::u32string& text, std::size_t& from, std::size_t& to,
            std::u32string_view marks);

}  // namespace vanthu::fields
