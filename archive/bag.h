// SPDX-License-Identifier: GPL-3.0-or-later
// A bag: files to be handed over with their digests, as BagIt 1.0 has it (RFC 8493), so that any
// tool of that name, or sha512sum alone, proves years later that all of it came over. There whole
// or not at all. One thread.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "archive/new_folder.h"

namespace vanthu {

using BagInfo = std::vector<std::pair<std::string, std::string>>;  // label, value on one line

class Bag {
 public:
  explicit Bag(const std::string& path);  // throws as NewFolder
  // Below data/. Names are of plain letters, figures, '.', '-', '_' and '/'. Throws Error{io}.
  void put(const std::string& name, std::string_view bytes);
  // Adds Bagging-Date and Payload-Oxum to `info` and puts the bag in its place. Throws as
  // NewFolder.
  void finish(BagInfo info);

 private:
  void tag(const std::string& name, const std::string& text);

  NewFolder folder_;
  std::string manifest_, tags_;
  std::uint64_t bytes_ = 0, files_ = 0;
};

}  // namespace vanthu
