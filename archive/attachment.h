// SPDX-License-Identifier: GPL-3.0-or-later
// Files that came with a paper and are no scans: .docx .xlsx .xml. They are kept as they are,
// though nothing is read from them but whether they bear a secrecy mark. Pure; any thread.
#pragma once
#include <string>

#include "pipeline/dispatch.h"
#include "pipeline/page.h"

namespace vanthu {

bool is_attachment(const std::string& name);  // by its ending

// Decodes a hostile file: to be called in a worker process. Throws Error: bad_input (it is not what
// its ending says, or cannot be looked into: what nobody can look into is not kept), too_big.
// True when a line of it is a secrecy mark and nothing else.
bool bears_secrecy_mark(const Scan& file);

// One dispatch without pages, found by the name of its file.
Reading attachment_reading(const Scan& file, const std::string& sha256);

}  // namespace vanthu
