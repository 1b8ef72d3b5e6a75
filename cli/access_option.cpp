// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/access_option.h"

#include <algorithm>
#include <CLI/CLI.hpp>

#include "cli/messages.h"
#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu::cli {
namespace {

constexpr std::size_t kMostChoices = 8;  // named when a beginning is ambiguous

}  // namespace

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

bool may_see(const std::string& as, Access access) {
  const std::vector<std::string> seen = classes_seen_by(as);
  return std::find(seen.begin(), seen.end(), to_string(access)) != seen.end();
}

std::string resolve_seen(const Archive& archive, const std::string& beginning,
                         const std::string& as) {
  if (as == "named") return archive.resolve(beginning);  // sees everything
  std::vector<std::string> seen;
  for (const DispatchRow& row : archive.list())
    if (row.id.starts_with(lower(beginning)) && may_see(as, row.access)) seen.push_back(row.id);
  std::sort(seen.begin(), seen.end());
  if (seen.empty() || beginning.empty())
    throw Error(Code::not_found, "no such dispatch: " + beginning, "vanthu list shows them all");
  const auto file = [](const std::string& id) { return id.substr(0, id.find('.')); };
  const bool one_file =
      beginning.find('.') == std::string::npos && file(seen.front()) == file(seen.back());
  if (seen.size() == 1 || seen.front() == lower(beginning) || one_file) return seen.front();
  seen.resize(std::min(seen.size(), kMostChoices));
  throw Error(Code::usage, "several dispatches begin with " + beginning, join(seen, ", "));
}

}  // namespace vanthu::cli
