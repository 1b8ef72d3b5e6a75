// SPDX-License-Identifier: GPL-3.0-or-later
// The repository as its own tests see it: every text file of ours, read from the source folder.
#pragma once
#include <string>
#include <vector>

namespace vanthu::house {

struct File {
  std::string path;  // from the root, "pipeline/text.h"
  std::vector<std::string> lines;
};

bool is_header(const File& file);
bool is_source(const File& file);  // C++, headers too

// "pipeline/text.h" -> "pipeline"; "" for what lies in the root.
std::string room(const std::string& path);
// "pipeline/clean/skew.h" -> "clean"; "" for what is in no stage.
std::string stage(const std::string& path);

// Sources, CMakeLists and scripts, sorted by path. Documents (*.md) are not among them.
const std::vector<File>& code();
File read(const std::string& path);    // empty when it is not there
std::string text(const File& file);    // its lines, joined again
bool exists(const std::string& path);  // file or folder, from the root
std::vector<std::string> documents();  // *.md of the root and of docs/

// What a source includes in quotes: "pipeline/text.h", as written.
std::vector<std::string> includes(const File& file);

}  // namespace vanthu::house
