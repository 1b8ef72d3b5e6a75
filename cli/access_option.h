// SPDX-License-Identifier: GPL-3.0-or-later
// "--as CLASS": the access classes that a person sees, until there are users.
#pragma once
#include <string>
#include <vector>

#include "archive/archive.h"

namespace CLI {
class App;
}

namespace vanthu::cli {

void add_as_option(CLI::App& app, std::string& as);               // open | unit | named
std::vector<std::string> classes_seen_by(const std::string& as);  // "unit" sees open ones too
bool may_see(const std::string& as, Access access);

// The dispatch meant by an ID or its beginning, as Archive::resolve; one of a class that is not
// seen is not there at all: the error is that of an ID that never was.
std::string resolve_seen(const Archive& archive, const std::string& beginning,
                         const std::string& as);

}  // namespace vanthu::cli
