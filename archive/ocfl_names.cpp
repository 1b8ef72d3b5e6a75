// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/ocfl_names.h"

#include <sys/stat.h>

#include "archive/ocfl_inventory_check.h"

namespace vanthu {

Kind kind_of(const std::string& path) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0) return Kind::other;
  return S_ISREG(info.st_mode) ? Kind::file : S_ISDIR(info.st_mode) ? Kind::folder : Kind::other;
}

bool registered_extension(const std::string& name) {
  return name == "initial" ||
         (name.size() > 5 && name[4] == '-' && all_of_kind(name.substr(0, 4), "0123456789") &&
          all_of_kind(name.substr(5), "abcdefghijklmnopqrstuvwxyz0123456789-"));
}

}  // namespace vanthu
