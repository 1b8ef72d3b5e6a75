// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/ocfl_check.h"

#include <algorithm>
#include <optional>
#include <set>

#include "archive/digest.h"
#include "archive/files.h"
#include "archive/ocfl_inventory_check.h"
#include "archive/ocfl_names.h"
#include "pipeline/error.h"

namespace vanthu {
namespace {

constexpr const char* kInventory = "inventory.json";
constexpr std::string_view kObjectDeclaration = "0=ocfl_object_";

constexpr std::string_view kHex = "0123456789abcdefABCDEF";

// The digest of "DIGEST inventory.json", in lower case; empty when the line is not of that form.
std::string digest_of_sidecar(std::string text) {
  const std::size_t end = text.find_first_not_of(kHex);
  if (end == 0 || end == std::string::npos) return {};
  const std::size_t name = text.find_first_not_of(" \t", end);
  if (name == end || name == std::string::npos) return {};
  const std::string rest = text.substr(name);
  if (rest != "inventory.json" && rest != "inventory.json\n") return {};
  text.resize(end);
  for (char& c : text)
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c + 32);
  return text;
}

class ObjectCheck {
 public:
  explicit ObjectCheck(std::string path) : path_(std::move(path)) {}

  std::vector<Fault> run() {
    declaration();
    std::optional<CheckedInventory> inventory = read_inventory(path_, "");
    if (inventory) head_ = *inventory;
    children();
    if (inventory && inventory->usable) {
      for (const std::string& name : head_.versions) version(name);
      for (const auto& [n, old] : old_) older(n, old);
      contents();
    }
    return told_once();
  }

 private:
  void fault(const std::string& code, const std::string& message) {
    faults_.push_back({head_.id, code, message});
  }
  std::string at(const std::string& name) const { return files::join(path_, name); }

  // Each inventory of an object tells of the same versions, and so of the same faults.
  std::vector<Fault> told_once() {
    std::vector<Fault> out;
    for (Fault& fault : faults_) {
      if (fault.object.empty()) fault.object = head_.id.empty() ? path_ : head_.id;
      if (std::find(out.begin(), out.end(), fault) == out.end()) out.push_back(std::move(fault));
    }
    return out;
  }

  void declaration() {
    std::vector<std::string> found;
    for (const std::string& name : files::names_in(path_))
      if (name.starts_with(kObjectDeclaration)) found.push_back(name);
    if (found.size() != 1) return fault("E003", "there is not exactly one 0=ocfl_object_ file");
    spec_ = found[0].substr(14);
    if (spec_ != "1.0" && spec_ != "1.1") fault("E004", "unknown version of OCFL: " + spec_);
    if (files::read(at(found[0])) != found[0].substr(2) + "\n")
      fault("E007", "the declaration does not say what its name says");
  }

  // inventory.json of `folder` with its sidecar; `where` for messages, empty for the root.
  std::optional<CheckedInventory> read_inventory(const std::string& folder,
                                                 const std::string& where) {
    const std::string file = files::join(folder, kInventory);
    if (kind_of(file) != Kind::file) {
      if (where.empty())
        fault("E063", "there is no inventory.json");
      else
        fault("W010", "there is no inventory.json in " + where);
      return std::nullopt;
    }
    const std::string text = files::read(file);
    CheckedInventory inventory = check_inventory(text, faults_);
    for (const char* algorithm : {"sha512", "sha256"})  // where the inventory does not say
      if (inventory.algorithm.empty() && files::exists(file + "." + algorithm))
        sidecar(folder, where, algorithm);
    if (!inventory.algorithm.empty()) sidecar(folder, where, inventory.algorithm);
    if (where.empty()) {
      root_text_ = text;
      if (!spec_.empty() && !inventory.spec.empty() && inventory.spec != spec_)
        fault("E038", "the inventory is of another version of OCFL than the declaration");
    } else if (where == head_.head && text != root_text_) {
      fault("E064", "the inventory of " + where + " is not that of the root");
    }
    return inventory;
  }

  void sidecar(const std::string& folder, const std::string& where, const std::string& algorithm) {
    const std::string file = files::join(folder, std::string(kInventory) + "." + algorithm);
    const std::string which = "the inventory of " + (where.empty() ? "the object" : where);
    if (kind_of(file) != Kind::file) return fault("E058", which + " has no digest beside it");
    const std::string written = digest_of_sidecar(files::read(file));
    if (written.empty()) return fault("E061", which + " has a malformed digest file");
    const auto digest = digests_of_file(files::join(folder, kInventory), {algorithm}).front();
    if (digest && *digest != written) fault("E060", which + " is not what its digest file says");
  }

  void children() {
    const std::set<std::string> versions(head_.versions.begin(), head_.versions.end());
    for (const std::string& name : files::names_in(path_)) {
      const Kind kind = kind_of(at(name));
      if (kind == Kind::other) {
        fault("E090", "neither a file nor a folder: " + name);
      } else if (kind == Kind::file) {
        if (!name.starts_with(kObjectDeclaration) && name != kInventory &&
            name != std::string(kInventory) + "." + head_.algorithm &&
            !(head_.algorithm.empty() && name.starts_with("inventory.json.sha")))
          fault("E001", "a file that does not belong here: " + name);
      } else if (name == "extensions") {
        extensions();
      } else if (name != "logs" && !versions.contains(name)) {
        if (version_number(name) == 0)
          fault("E001", "a folder that does not belong here: " + name);
        else if (!versions.empty())
          fault("E046", "a version the inventory does not know: " + name);
      }
    }
    for (const std::string& name : versions)
      if (kind_of(at(name)) != Kind::folder)
        fault("E010", "the folder of a version is missing: " + name);
  }

  void extensions() {
    for (const std::string& name : files::names_in(at("extensions"))) {
      if (kind_of(files::join(at("extensions"), name)) != Kind::folder)
        fault("E067", "a file among the extensions: " + name);
      else if (!registered_extension(name))
        fault("W013", "an extension that is not registered: " + name);
    }
  }

  void version(const std::string& name) {
    if (kind_of(at(name)) != Kind::folder) return;
    for (const std::string& child : files::names_in(at(name))) {
      const Kind kind = kind_of(files::join(at(name), child));
      if (kind == Kind::file && child != kInventory && !child.starts_with("inventory.json.sha"))
        fault("E015", "a file that does not belong in " + name + ": " + child);
      if (kind == Kind::folder && child != head_.content_folder)
        fault("W002", "another folder than that of the content in " + name + ": " + child);
      if (kind == Kind::other) fault("E090", "neither a file nor a folder: " + name + "/" + child);
    }
    if (auto inventory = read_inventory(at(name), name)) old_.emplace_back(name, *inventory);
  }

  // A prior inventory tells the same story up to its own version.
  void older(const std::string& name, const CheckedInventory& old) {
    if (!old.usable) return;
    if (old.id != head_.id)
      fault("E037", "the inventory of " + name + " has another id: " + old.id);
    if (old.head != name)
      fault("E040", "the inventory of " + name + " says its head is " + old.head);
    if (old.content_folder != head_.content_folder)
      fault("E019", "the inventory of " + name + " names another content folder");
    if (old.spec > head_.spec) fault("E103", name + " is of a later version of OCFL than the root");
    for (const auto& [version, state] : old.states) {
      if (!head_.states.contains(version)) continue;
      if (!same_state(old, state, head_.states.at(version)))
        fault("E066", "the inventory of " + name + " tells another state of " + version);
      if (old.notes.at(version) != head_.notes.at(version))
        fault("W011", "the inventory of " + name + " tells other details of " + version);
    }
  }

  // By content where both use one algorithm; by where the bytes lie when it changed between them.
  bool same_state(const CheckedInventory& old, const std::map<std::string, std::string>& then,
                  const std::map<std::string, std::string>& now) const {
    if (old.algorithm == head_.algorithm) return then == now;
    if (then.size() != now.size()) return false;
    for (const auto& [logical, digest] : then) {
      const auto here = now.find(logical);
      if (here == now.end()) return false;
      bool together = false;
      for (const auto& [path, old_digest] : old.manifest) {
        const auto in_head = head_.manifest.find(path);
        together |= old_digest == digest && in_head != head_.manifest.end() &&
                    in_head->second == here->second;
      }
      if (!together) return false;
    }
    return true;
  }

  void contents() {
    std::set<std::string> on_disk;
    for (const std::string& name : head_.versions) {
      const std::string content = name + "/" + head_.content_folder;
      if (kind_of(at(content)) != Kind::folder) continue;
      if (files::names_in(at(content)).empty())
        fault("W003", "a folder of content without content: " + content);
      walk(content, on_disk);
    }
    for (const auto& [path, digest] : head_.manifest)
      if (!on_disk.contains(path)) fault("E092", "a file of the manifest is missing: " + path);
    for (const auto& [algorithm, paths] : head_.fixity)
      for (const auto& [path, digest] : paths)
        if (!on_disk.contains(path))
          fault("E093", "a file of the fixity block is missing: " + path);
    for (const std::string& path : on_disk) content_file(path);
  }

  void walk(const std::string& folder, std::set<std::string>& on_disk) {
    for (const std::string& name : files::names_in(at(folder))) {
      const std::string path = folder + "/" + name;
      const Kind kind = kind_of(at(path));
      if (kind == Kind::file)
        on_disk.insert(path);
      else if (kind == Kind::folder && files::names_in(at(path)).empty())
        fault("E024", "an empty folder: " + path);
      else if (kind == Kind::folder)
        walk(path, on_disk);
      else
        fault("E090", "neither a file nor a folder: " + path);
    }
  }

  // One reading of the file answers to every inventory and fixity block that names it.
  void content_file(const std::string& path) {
    std::vector<std::string> algorithms, wanted;
    std::vector<const char*> codes;
    const auto expect = [&](const std::string& algorithm, const std::string& digest,
                            const char* code) {
      algorithms.push_back(algorithm);
      wanted.push_back(digest);
      codes.push_back(code);
    };
    if (!head_.manifest.contains(path))
      fault("E023", "a file the manifest does not know: " + path);
    else
      expect(head_.algorithm, head_.manifest.at(path), "E092");
    for (const auto& [name, old] : old_) {
      const bool its_own = version_number(path.substr(0, path.find('/'))) <= version_number(name);
      if (!old.usable || !its_own) continue;
      if (!old.manifest.contains(path))
        fault("E023", "a file the manifest of " + name + " does not know: " + path);
      else
        expect(old.algorithm, old.manifest.at(path), "E092");
    }
    for (const auto& [algorithm, paths] : head_.fixity)
      if (paths.contains(path)) expect(algorithm, paths.at(path), "E093");
    const auto digests = digests_of_file(at(path), algorithms);
    for (std::size_t n = 0; n < digests.size(); ++n)
      if (digests[n] && *digests[n] != wanted[n])
        fault(codes[n], "the bytes are not what the inventory says: " + path);
  }

  std::string path_, spec_, root_text_;
  CheckedInventory head_;
  std::vector<std::pair<std::string, CheckedInventory>> old_;
  std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> check_ocfl_object(const std::string& path) try {
  return ObjectCheck(path).run();
} catch (const Error& error) {
  return {{path, "E092", std::string("the object cannot be read: ") + error.what()}};
}

}  // namespace vanthu
