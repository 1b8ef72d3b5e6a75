// SPDX-License-Identifier: GPL-3.0-or-later
// source.json of an object: what the file was called where it came from, when and by whom it was
// brought in. What people typed is evidence, so names are kept to the byte. Pure; any thread.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace vanthu {

struct SourceNote {
  std::string path;  // bytes, as the import was given it
  std::string ext;   // of original.<ext>
  std::string sha256;
  std::uint64_t bytes = 0;
  std::string imported_at, imported_by;
  std::string container = {};  // bytes: path of the zip archive that `path` lay in
  bool operator==(const SourceNote&) const = default;
};

std::string to_json(const SourceNote& note);
SourceNote source_note_from_json(std::string_view json);  // throws Error{corrupt}

// "pdf" "tif" …: what the first bytes say, or else the ending of the name, or else "bin".
std::string extension_of(std::string_view name, std::string_view bytes);
// True for what begins like PDF, TIFF, JPEG or PNG.
bool looks_like_scan(std::string_view first_bytes);

}  // namespace vanthu
