// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/ocfl_inventory_check.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

namespace vanthu {
namespace {

using Json = nlohmann::json;
using Paths = std::map<std::string, std::string>;

constexpr std::string_view kType = "/spec/#inventory";

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool is_uri(const std::string& text) {
  const std::size_t colon = text.find(':');
  return colon != std::string::npos && kLetters.find(text[0]) != std::string_view::npos &&
         all_of_kind(text.substr(0, colon), std::string(kLetters) + std::string(kDigits) + "+.-");
}

// Each 'd' of `form` is a digit; everything else is itself.
bool has_form(std::string_view value, std::string_view form) {
  return std::equal(value.begin(), value.end(), form.begin(), form.end(), [](char c, char f) {
    return f == 'd' ? kDigits.find(c) != std::string_view::npos : c == f;
  });
}

// 2018-10-02T12:00:00Z, with or without a fraction, with Z or an offset: to the second at least.
bool is_rfc3339(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c == 't' || c == ' ' ? 'T' : c == 'z' ? 'Z' : c;
  });
  if (text.size() < 20 || !has_form(text.substr(0, 19), "dddd-dd-ddTdd:dd:dd")) return false;
  std::string rest = text.substr(19);
  if (rest[0] == '.') {
    const std::size_t end = rest.find_first_not_of(kDigits, 1);
    if (end == std::string::npos || end == 1) return false;
    rest = rest.substr(end);
  }
  return rest == "Z" || has_form(rest, "+dd:dd") || has_form(rest, "-dd:dd");
}

class InventoryCheck {
 public:
  explicit InventoryCheck(std::vector<Fault>& faults) : faults_(faults) {}

  CheckedInventory run(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
      fault("E033", "inventory.json is not a JSON object");
      return out_;
    }
    head_keys(json);
    content_folder(json);
    const bool manifest = manifest_of(json), versions = versions_of(json);
    fixity_of(json);
    if (manifest && versions) digests_are_used();
    out_.usable = manifest && versions && !out_.head.empty() && !out_.algorithm.empty();
    return std::move(out_);
  }

 private:
  void fault(const char* code, const std::string& message) {
    faults_.push_back({out_.id, code, message});
  }

  static std::string text(const Json& json, const char* key) {
    const auto at = json.find(key);
    return at != json.end() && at->is_string() ? at->get<std::string>() : "";
  }

  void head_keys(const Json& json) {
    out_.id = text(json, "id");
    out_.head = text(json, "head");
    out_.algorithm = text(json, "digestAlgorithm");
    for (const char* key : {"id", "type", "digestAlgorithm", "head"})
      if (text(json, key).empty()) fault("E036", std::string("the inventory has no ") + key);
    if (json.contains("head") && !json["head"].is_string())
      fault("E040", "the head is not the name of a version");
    if (!out_.id.empty() && !is_uri(out_.id)) fault("W005", "the id is not a URI");
    const std::string type = text(json, "type");
    const std::string start = "https://ocfl.io/";
    if (type.starts_with(start) && type.ends_with(kType))
      out_.spec = type.substr(start.size(), type.size() - start.size() - kType.size());
    else if (!type.empty())
      fault("E038", "the type is not that of an OCFL inventory: " + type);
    if (out_.algorithm == "sha256") fault("W004", "the digests are sha256, not sha512");
    if (!out_.algorithm.empty() && out_.algorithm != "sha256" && out_.algorithm != "sha512")
      fault("E025", "the digest algorithm is neither sha512 nor sha256: " + out_.algorithm);
    static const std::set<std::string> known = {
        "id",       "type",   "digestAlgorithm",  "head",
        "manifest", "fixity", "contentDirectory", "versions"};
    for (const auto& item : json.items())
      if (!known.contains(item.key())) fault("E102", "unknown key in the inventory: " + item.key());
  }

  void content_folder(const Json& json) {
    if (!json.contains("contentDirectory")) return;
    out_.content_folder = text(json, "contentDirectory");
    if (out_.content_folder.find('/') != std::string::npos || out_.content_folder.empty())
      fault("E017", "the content folder is a path");
    if (out_.content_folder == "." || out_.content_folder == "..")
      fault("E018", "the content folder is . or ..");
  }

  // Elements not empty, not . or ..; no slash at either end.
  void path_form(const std::string& path, const char* ends, const char* elements) {
    if (path.empty() || path.front() == '/' || path.back() == '/') fault(ends, "bad path: " + path);
    std::size_t from = 0;
    for (std::size_t slash = 0; slash != std::string::npos; from = slash + 1) {
      slash = path.find('/', from);
      const std::string part = path.substr(from, slash == std::string::npos ? slash : slash - from);
      if (part.empty() || part == "." || part == "..") {
        fault(elements, "bad path: " + path);
        return;
      }
    }
  }

  // No path twice, none the folder of another.
  void no_conflict(const std::multiset<std::string>& paths, const char* code) {
    for (const std::string& path : paths) {
      const auto next = paths.lower_bound(path + "/");
      if (paths.count(path) > 1 || (next != paths.end() && next->starts_with(path + "/")))
        fault(code, "the path stands twice or is the folder of another: " + path);
    }
  }

  // A digest block: digest -> array of paths. Gives path -> digest in lower case.
  bool block(const Json& json, Paths& out, const char* shape, const char* twice) {
    if (!json.is_object()) {
      fault(shape, "a block of digests is not an object");
      return false;
    }
    std::set<std::string> seen;
    for (const auto& item : json.items()) {
      std::string digest = item.key();
      std::transform(digest.begin(), digest.end(), digest.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
      if (!seen.insert(digest).second) fault(twice, "the digest stands twice: " + digest);
      if (!item.value().is_array()) {
        fault(shape, "the paths of a digest are no array: " + digest);
        continue;
      }
      for (const Json& path : item.value()) {
        if (!path.is_string()) fault(shape, "a path is no text under " + digest);
        if (path.is_string()) add(path.get<std::string>(), digest, item.key(), out);
      }
    }
    return true;
  }

  void add(const std::string& path, const std::string& digest, const std::string& key, Paths& out) {
    paths_.insert(path);
    out[path] = digest;
    written_[digest] = key;
  }

  bool manifest_of(const Json& json) {
    if (!json.contains("manifest")) {
      fault("E041", "the inventory has no manifest");
      return false;
    }
    paths_.clear();
    const bool good = block(json["manifest"], out_.manifest, "E106", "E096");
    manifest_keys_ = written_;
    for (const auto& [path, digest] : out_.manifest) path_form(path, "E100", "E099");
    no_conflict(paths_, "E101");
    return good;
  }

  void fixity_of(const Json& json) {
    if (!json.contains("fixity")) return;
    if (!json["fixity"].is_object()) return fault("E111", "fixity is not an object");
    for (const auto& item : json["fixity"].items()) {
      paths_.clear();
      Paths& paths = out_.fixity[item.key()];
      block(item.value(), paths, "E057", "E097");
      for (const auto& [path, digest] : paths) path_form(path, "E100", "E099");
      no_conflict(paths_, "E101");
    }
  }

  bool versions_of(const Json& json) {
    if (!json.contains("versions")) {
      fault("E043", "the inventory has no versions");
      return false;
    }
    const Json& versions = json["versions"];
    if (!versions.is_object()) {
      fault("E044", "versions is not an object");
      return false;
    }
    if (versions.empty()) fault("E008", "the object has no version");
    for (const auto& item : versions.items()) {
      if (version_number(item.key()) == 0)
        no_version(item.key());
      else
        out_.versions.push_back(item.key());
      version(item.key(), item.value());
    }
    sequence();
    return !out_.versions.empty();
  }

  void no_version(const std::string& name) {
    fault("E046", "not a version name: " + name);
    if (!name.starts_with("v")) fault("E104", "a version name does not begin with v: " + name);
  }

  // All padded to one width, or none: "v10" after "v09" is neither.
  void padding(const std::vector<std::string>& names) {
    const bool padded = names[0][1] == '0';
    for (const std::string& name : names) {
      if ((name[1] == '0') == padded && (!padded || name.size() == names[0].size())) continue;
      fault("E012", "version names are padded in two ways: " + name);
      if (padded && name[1] != '0') fault("E011", "a padded version name must go on: " + name);
      if (name == names.back()) fault("E013", "the newest version is named unlike those before it");
    }
  }

  void sequence() {
    auto& names = out_.versions;
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return version_number(a) < version_number(b); });
    if (!names.empty() && version_number(names[0]) != 1)
      return fault("E009", "the versions do not begin with 1 but with " + names[0]);
    for (std::size_t n = 0; n < names.size(); ++n)
      if (version_number(names[n]) != static_cast<int>(n) + 1)
        return fault("E010", "a version is missing before " + names[n]);
    if (!names.empty()) padding(names);
    if (!names.empty() && names[0][1] == '0') fault("W001", "version names are padded with zeros");
    if (!out_.head.empty() && version_number(out_.head) == 0)
      fault("E040", "the head is not a version name: " + out_.head);
    else if (!out_.head.empty() && (names.empty() || out_.head != names.back())) {
      fault("E040", "the head is not the highest version: " + out_.head);
      if (!names.empty() && version_number(out_.head) == version_number(names.back()))
        fault("E013", "the head is named unlike its version: " + out_.head);
      if (!names.empty()) out_.head = names.back();
    }
  }

  void version(const std::string& name, const Json& json) {
    if (!json.is_object()) return fault("E047", "the version " + name + " is not an object");
    for (const auto& item : json.items())
      if (item.key() != "created" && item.key() != "state" && item.key() != "message" &&
          item.key() != "user")
        fault("E102", "unknown key in version " + name + ": " + item.key());
    created(name, json);
    if (json.contains("message") && !json["message"].is_string())
      fault("E094", "the message of " + name + " is not text");
    user(name, json);
    state(name, json);
    out_.notes[name] = text(json, "created") + "\n" + text(json, "message") + "\n" +
                       (json.contains("user") ? json["user"].dump() : "");
  }

  void created(const std::string& name, const Json& json) {
    if (!json.contains("created")) return fault("E048", "version " + name + " has no created");
    if (!is_rfc3339(text(json, "created")))
      fault("E049", "created of " + name + " is not RFC 3339 with seconds and zone");
  }

  void user(const std::string& name, const Json& json) {
    if (!json.contains("message") || !json.contains("user"))
      fault("W007", "version " + name + " has no message or no user");
    if (!json.contains("user")) return;
    const Json& user = json["user"];
    if (!user.is_object() || text(user, "name").empty())
      return fault("E054", "the user of " + name + " has no name");
    const std::string address = text(user, "address");
    if (address.empty())
      fault("W008", "the user of " + name + " has no address");
    else if (address.find(':') == std::string::npos)
      fault("W009", "the address of the user of " + name + " is not a URI");
  }

  void state(const std::string& name, const Json& json) {
    if (!json.contains("state")) return fault("E048", "version " + name + " has no state");
    paths_.clear();
    written_.clear();
    Paths& state = out_.states[name];
    block(json["state"], state, "E050", "E050");
    for (const auto& [digest, key] : written_) state_keys_[digest] = key;
    for (const auto& [path, digest] : state) path_form(path, "E053", "E052");
    no_conflict(paths_, "E095");
  }

  void digests_are_used() {
    for (const auto& [digest, key] : state_keys_)
      if (!manifest_keys_.contains(digest) || manifest_keys_[digest] != key)
        fault("E050", "a version holds a digest that is not in the manifest: " + key);
    for (const auto& [digest, key] : manifest_keys_)
      if (!state_keys_.contains(digest))
        fault("E107", "no version holds this digest of the manifest: " + key);
  }

  std::vector<Fault>& faults_;
  CheckedInventory out_;
  std::multiset<std::string> paths_;            // of the block at hand
  std::map<std::string, std::string> written_;  // digest in lower case -> as written
  std::map<std::string, std::string> manifest_keys_, state_keys_;
};

}  // namespace

CheckedInventory check_inventory(std::string_view json, std::vector<Fault>& faults) {
  return InventoryCheck(faults).run(json);
}

bool all_of_kind(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

int version_number(std::string_view name) {
  if (name.size() < 2 || name.size() > 9 || name.front() != 'v') return 0;
  int number = 0;
  const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), number);
  return error == std::errc() && end == name.data() + name.size() ? std::max(number, 0) : 0;
}

}  // namespace vanthu
