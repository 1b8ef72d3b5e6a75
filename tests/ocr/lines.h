// SPDX-License-Identifier: GPL-3.0-or-later
// Lines as an engine gives them, written in one line of a test.
#pragma once
#include <string>

#include "pipeline/text.h"
#include "pipeline/words.h"

namespace vanthu {

// Words of 10 pixels a byte and 20 high from (x, y) on, all of one confidence.
inline Line line_of(const std::string& text, int x, int y, double confidence = 0.9,
                    Region region = Region::body) {
  Line line;
  line.region = region;
  for (const std::string& word : words_of(text)) {
    const Box box{x, y, static_cast<int>(word.size()) * 10, 20};
    line.words.push_back({word, "", box, confidence});
    line.box = unite(line.box, box);
    x = box.right() + 10;
  }
  return line;
}

inline std::string text_of(const std::vector<Line>& lines) {
  std::string out;
  for (const Line& line : lines) out += text_of(line) + '\n';
  return out;
}

}  // namespace vanthu
