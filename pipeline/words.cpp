// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/words.h"

namespace vanthu {

std::string text_of(const Line& line) {
  std::string out;
  for (const Word& word : line.words) {
    if (!out.empty()) out += ' ';
    out += word.text;
  }
  return out;
}

std::string text_of(const OcrPage& page) {
  std::string out;
  for (const Line& line : page.lines) out += text_of(line) + '\n';
  return out;
}

}  // namespace vanthu
