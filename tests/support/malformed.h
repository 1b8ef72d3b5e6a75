// SPDX-License-Identifier: GPL-3.0-or-later
// Files that a records office meets and a program must survive: cut short, lying about their size,
// looping, misnamed, encrypted. Each either can be read, or must end in one clear error. Pure.
#pragma once
#include <string>
#include <vector>

namespace vanthu {

enum class Expected { error, readable };

struct Malformed {
  std::string name;  // as it would lie in a folder: unique, with an extension
  std::string bytes;
  Expected expected = Expected::error;
};

std::vector<Malformed> malformed_files();

// The parts of it: used by malformed_files alone.
std::vector<Malformed> malformed_images();
std::vector<Malformed> malformed_pdfs();

}  // namespace vanthu
