// SPDX-License-Identifier: GPL-3.0-or-later
// "--as CLASS": the access classes that a search sees, until there are users.
#pragma once
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace vanthu::cli {

void add_as_option(CLI::App& app, std::string& as);               // open | unit | named
std::vector<std::string> classes_seen_by(const std::string& as);  // "unit" sees open ones too

}  // namespace vanthu::cli
