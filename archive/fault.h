// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that is wrong in an archive. Plain value.
#pragma once
#include <string>

namespace vanthu {

struct Fault {
  std::string
      object;  // OCFL object id, or its path where the id cannot be read; empty: the archive itself
  std::string code;  // OCFL validation code (E092 …, W for advice), CAT (the catalogue disagrees)
                     // or IDX (the index does)
  std::string message;  // one sentence, with the path inside the object where there is one
  bool operator==(const Fault&) const = default;
};

// False for advice (W…), which makes nothing invalid.
inline bool is_error(const Fault& fault) { return !fault.code.starts_with('W'); }

}  // namespace vanthu
