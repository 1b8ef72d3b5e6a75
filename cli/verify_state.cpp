// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verify_state.h"

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "archive/digest.h"
#include "archive/files.h"
#include "pipeline/error.h"

namespace vanthu::cli {
namespace {

using Json = nlohmann::json;
constexpr std::size_t kNameLength = 16;  // of the digest of the archive's path

std::string state_folder() {
  if (const char* xdg = std::getenv("XDG_STATE_HOME"); xdg && *xdg == '/')
    return files::join(xdg, "vanthu");
  const char* home = std::getenv("HOME");
  return files::join(home && *home ? home : "/tmp", ".local/state/vanthu");
}

}  // namespace

std::string verify_state_path(const std::string& archive) {
  std::error_code failed;
  const auto path = std::filesystem::weakly_canonical(archive, failed);
  const std::string name = sha256_hex(failed ? archive : path.string()).substr(0, kNameLength);
  return files::join(state_folder(), "verify-" + name + ".json");
}

VerifyState load_verify_state(const std::string& path) try {
  const Json json = Json::parse(files::read(path));
  VerifyState out;
  out.upto = json.at("upto").get<std::string>();
  for (const Json& fault : json.at("faults"))
    out.faults.push_back({fault.at(0), fault.at(1), fault.at(2)});
  return out;
} catch (const std::exception&) {
  return {};
}

void save_verify_state(const std::string& path, const VerifyState& state) {
  Json faults = Json::array();
  for (const Fault& fault : state.faults)
    faults.push_back({fault.object, fault.code, fault.message});
  const Json json = {{"upto", state.upto}, {"faults", faults}};
  files::make_folders(files::parent_of(path));
  const std::string fresh = path + ".new";
  files::write(fresh, json.dump(-1, ' ', false, Json::error_handler_t::replace));
  files::move(fresh, path);
}

void drop_verify_state(const std::string& path) { files::remove_tree(path); }

}  // namespace vanthu::cli
