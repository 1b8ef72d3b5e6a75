// SPDX-License-Identifier: GPL-3.0-or-later
// A folder for its user that is there whole or not at all: written beside its place under another
// name, on the disk for good, then renamed. One thread.
#pragma once
#include <set>
#include <string>
#include <string_view>

namespace vanthu {

class NewFolder {
 public:
  // `path` must not exist or be an empty folder. Throws Error{cannot_create}.
  explicit NewFolder(std::string path);
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  ~NewFolder();  // what was not finished is taken away again

  void put(const std::string& name, std::string_view bytes);  // "a/b.txt"; throws Error{io}
  void finish();  // throws Error: cannot_create (something came into its place), io

 private:
  std::string path_, aside_;
  std::set<std::string> folders_;
};

}  // namespace vanthu
