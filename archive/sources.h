// SPDX-License-Identifier: GPL-3.0-or-later
// Which files an import means: the paths given, folders walked recursively in natural order.
// Names are bytes. Nothing is opened but for its first bytes; no link inside a folder is followed.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

struct Skipped {
  std::string path, why;  // why: "hidden" "link" "not a file" "not a scan" "cannot be read"
};

struct Sources {
  std::vector<std::string> files;
  std::vector<Skipped> skipped;
};

// By its name or its first bytes PDF, TIFF, JPEG, PNG, or by its name an attachment.
bool is_source(const std::string& name, std::string_view first_bytes);

// A file named outright is always taken; inside a folder hidden files, links, what is no regular
// file and what is no source and no .zip is skipped with a note. Throws Error{no_input} when a path
// given does not exist.
Sources expand_sources(const std::vector<std::string>& paths);

// The whole file. Throws Error: no_input, too_big (over `max_bytes`), io.
std::string read_file(const std::string& path, std::uint64_t max_bytes);

}  // namespace vanthu
