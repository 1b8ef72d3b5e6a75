// SPDX-License-Identifier: GPL-3.0-or-later
// Where the words of a page stand in its text: from a hit in the text back to the pixels of the
// scan. Pure; safe from any thread.
#pragma once
#include <cstddef>
#include <vector>

#include "pipeline/dispatch.h"

namespace vanthu {

struct PlacedWord {
  std::size_t begin = 0, end = 0;  // bytes of the page's text
  const Word* word = nullptr;      // in the page, which must outlive this
};

// In the order of the text, apart. Words that the text has not (those of stamps) are left out.
std::vector<PlacedWord> place_words(const PageReading& page);

}  // namespace vanthu
