// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/access_option.h"

#include <CLI/CLI.hpp>

#include "cli/messages.h"

namespace vanthu::cli {

void add_as_option(CLI::App& app, std::string& as) {
  app.add_option("--as", as, text(M::opt_as))
      ->type_name("open|unit|named")
      ->check(CLI::IsMember({"open", "unit", "named"}));
}

std::vector<std::string> classes_seen_by(const std::string& as) {
  std::vector<std::string> out{"open"};
  if (as != "open") out.emplace_back("unit");
  if (as == "named") out.emplace_back("named");
  return out;
}

}  // namespace vanthu::cli
