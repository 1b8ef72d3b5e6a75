// SPDX-License-Identifier: GPL-3.0-or-later
// The piece of a dispatch that shows why it was found: the sentence or printed line around the
// densest hits. Hits are marked by ranges, so that a terminal, a web page and JSON each choose how
// to show them. Pure; safe from any thread.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/image.h"

namespace vanthu {

// Syllables to show, next to each other: written forms when `strict`, else folded; `begins`: those
// that begin so.
struct Needle {
  std::vector<std::string> forms;
  bool strict = false, begins = false;
  bool operator==(const Needle&) const = default;
};

// A word of the text and where it stands on the scan, in its pixels.
struct WordBox {
  std::size_t begin = 0, end = 0;  // bytes of the text
  Box box;
  bool operator==(const WordBox&) const = default;
};

struct PageText {
  int page = 1;
  std::string text;              // UTF-8
  std::vector<WordBox> words{};  // in order
  bool operator==(const PageText&) const = default;
};

struct TextRange {
  std::size_t begin = 0, end = 0;  // bytes
  bool operator==(const TextRange&) const = default;
};

struct Snippet {
  int page = 0;                  // where it stands; 0 when there is no text at all
  std::string text;              // one line, "…" where it was cut
  std::vector<TextRange> marks;  // hits in `text`, in order, apart
  std::vector<std::vector<Box>>
      boxes{};  // of each mark, on the scan of that page; none where unknown
  bool operator==(const Snippet&) const = default;
};

// At most about `max_words` syllables. Without a hit in the text: how the first page begins,
// unmarked.
Snippet make_snippet(const std::vector<PageText>& pages, const std::vector<Needle>& needles,
                     std::size_t max_words = 32);

}  // namespace vanthu
