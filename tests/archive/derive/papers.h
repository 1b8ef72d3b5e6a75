// SPDX-License-Identifier: GPL-3.0-or-later
// Readings for scans that nobody read: the words are put where a test wants them.
#pragma once
#include <string>

#include "pipeline/intake/intake.h"
#include "tests/archive/support.h"

namespace vanthu::test {

inline Line line_of(const std::vector<Word>& words) {
  Line line;
  line.words = words;
  for (const Word& word : words) line.box = unite(line.box, word.box);
  return line;
}

// A page reading for each page of the scan, with a line of two words on each; none where it is no
// scan.
inline Reading reading_of_pages(const std::string& bytes) {
  Reading reading = reading_of(bytes);
  reading.pages.clear();
  try {
    load_pages({"x", bytes}, {}, [&](Page&& page, int) {
      PageReading read;
      read.page = page.number;
      read.width = page.image.width;
      read.height = page.image.height;
      read.dpi = page.dpi > 0 ? page.dpi : 144;
      read.lines = {
          line_of({{"Điều", "", {10, 20, 30, 12}, 0.9}, {"ước", "", {46, 23, 24, 9}, 0.8}})};
      read.text = "Điều ước\n";
      reading.pages.push_back(read);
    });
  } catch (const Error&) {
    reading.pages.clear();
  }
  return reading;
}

}  // namespace vanthu::test
