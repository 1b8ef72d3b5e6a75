// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that is wrong in an archive. Plain value.
#pragma once
#include <string>

namespace vanthu {

struct Fault {
  std::string
      object;  // OCFL object id, or its path where the id cannot be read; empty: the archive itself
  std::string
      code;  // OCFL validation code (E092 …, W for warnings) or CAT (the catalogue disagrees)
  std::string message;  // one sentence, with the path inside the object where there is one
  bool operator==(const Fault&) const = default;
};

}  // namespace vanthu
