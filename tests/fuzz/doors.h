// SPDX-License-Identifier: GPL-3.0-or-later
// The doors through which bytes from outside come in. Each takes any bytes and either understands
// them or throws vanthu::Error; anything else it does is a fault.
#pragma once
#include <string>
#include <vector>

namespace vanthu::fuzz {

struct Door {
  const char* name;
  void (*enter)(const std::string& bytes);
  std::vector<std::string> seeds;  // whole input, to be damaged
};

// `samples`: folder of scans, the seeds of the scan door. Throws when it has none.
std::vector<Door> doors(const std::string& samples);

}  // namespace vanthu::fuzz
