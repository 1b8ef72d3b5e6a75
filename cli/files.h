// SPDX-License-Identifier: GPL-3.0-or-later
// Files the program writes for its user.
#pragma once
#include <string>
#include <string_view>

namespace vanthu::cli {

// Writes all or nothing: beside the target first, then renamed. `overwrite` false: a file already
// there is an Error{cannot_create}. Throws Error: cannot_create, io.
void write_file(const std::string& path, std::string_view bytes, bool overwrite);

void make_folder(const std::string& path);  // with its parents; Error{cannot_create}

}  // namespace vanthu::cli
