// SPDX-License-Identifier: GPL-3.0-or-later
// Words read beside the words that were printed. Pure; safe from any thread.
#pragma once
#include <string>
#include <vector>

#include "pipeline/words.h"

namespace vanthu::language {

struct Aligned {
  int line = 0;  // of the page, from 0
  Region region = Region::body;
  double confidence = 0;
  std::string read, printed;  // printed: empty where none answers to it
};

// Each line read is laid on the line of `printed` most like it, then word on word by least edit
// distance. A line without a like one is left out.
std::vector<Aligned> align(const std::vector<Line>& lines, const std::string& printed);

}  // namespace vanthu::language
