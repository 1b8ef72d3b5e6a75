// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "archive/files.h"
#include "archive/ocfl_check.h"
#include "archive/ocfl_names.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

constexpr std::string_view kRootDeclaration = "0=ocfl_", kObjectDeclaration = "0=ocfl_object_";

// An object's folder holds a declaration, of no later version than the root's (`spec`); a folder
// above objects holds folders alone.
void hierarchy(const std::string& folder, const std::string& from_root, const std::string& spec,
               std::vector<Fault>& faults) {
  const auto names = files::names_in(folder);
  if (names.empty()) faults.push_back({"", "E073", "an empty folder: " + from_root});
  for (const std::string& name : names) {
    if (!name.starts_with(kObjectDeclaration)) continue;
    if (!spec.empty() && name.substr(kObjectDeclaration.size()) > spec)
      faults.push_back({"", "E081", "an object of a later OCFL than its root: " + from_root});
    return;
  }
  for (const std::string& name : names) {
    const std::string path = files::join(folder, name), below = from_root + "/" + name;
    const Kind kind = kind_of(path);
    if (kind == Kind::folder) hierarchy(path, below, spec, faults);
    if (kind == Kind::file) faults.push_back({"", "E084", "a file between objects: " + below});
    if (kind == Kind::other) faults.push_back({"", "E090", "a link or worse: " + below});
  }
}

void layout(const std::string& path, std::vector<Fault>& faults) {
  const std::string file = files::join(path, "ocfl_layout.json");
  if (kind_of(file) != Kind::file) return;
  const auto json = nlohmann::json::parse(files::read(file), nullptr, false);
  if (!json.is_object() || !json.contains("extension") || !json.contains("description"))
    faults.push_back({"", "E070", "ocfl_layout.json lacks extension or description"});
  else if (!json["extension"].is_string() ||
           !registered_extension(json["extension"].get<std::string>()))
    faults.push_back({"", "E071", "the layout is not a registered extension"});
}

// The version of OCFL the root declares; empty when it declares none.
std::string root_declaration(const std::string& path, std::vector<Fault>& faults) {
  std::vector<std::string> found;
  for (const std::string& name : files::names_in(path))
    if (name.starts_with("0=")) found.push_back(name);
  if (found.empty()) faults.push_back({"", "E069", "the storage root does not declare itself"});
  if (found.size() != 1) {
    faults.push_back({"", "E076", "not exactly one declaration in the root"});
    return {};
  }
  if (!found[0].starts_with(kRootDeclaration)) {
    faults.push_back({"", "E079", "the declaration is not one of OCFL: " + found[0]});
    return {};
  }
  if (files::read(files::join(path, found[0])) != found[0].substr(2) + "\n")
    faults.push_back({"", "E080", "the declaration does not say what its name says"});
  return found[0].substr(kRootDeclaration.size());
}

void root_extensions(const std::string& folder, std::vector<Fault>& faults) {
  if (kind_of(folder) != Kind::folder) return;
  for (const std::string& name : files::names_in(folder)) {
    if (kind_of(files::join(folder, name)) != Kind::folder)
      faults.push_back({"", "E112", "a file among the extensions of the root: " + name});
    else if (!registered_extension(name))
      faults.push_back({"", "W016", "an extension that is not registered: " + name});
  }
}

}  // namespace

std::vector<Fault> check_ocfl_root(const std::string& path) try {
  std::vector<Fault> faults;
  const std::string spec = root_declaration(path, faults);
  for (const std::string& name : files::names_in(path)) {
    const Kind kind = kind_of(files::join(path, name));
    if (kind == Kind::folder && name != "extensions")
      hierarchy(files::join(path, name), name, spec, faults);
    if (kind == Kind::other) faults.push_back({"", "E090", "a link or worse: " + name});
  }
  root_extensions(files::join(path, "extensions"), faults);
  layout(path, faults);
  return faults;
} catch (const Error& error) {
  return {{"", "E069", std::string("the storage root cannot be read: ") + error.what()}};
}

}  // namespace vanthu
