// SPDX-License-Identifier: GPL-3.0-or-later
// Nơi nhận: who gets copies, for what and by which channel; the Lưu line apart, with the unit that
// drafted and the drafter's mark. Lưu may stand first, in the middle, last or nested. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/fields/foot.h"

namespace vanthu::fields {

struct CopiesFound {
  std::vector<Copy> copies;
  Field archive_line, drafting_unit, drafter;
};
CopiesFound read_copies(const std::optional<Foot>& foot);

// "Lưu: VT, VXNV. NAM." -> unit VXNV, drafter NAM; "Lưu VT (NC). Thuận100b" -> NC, Thuận; copies
// are passed over. Empty: not said.
struct ArchiveParts {
  std::string unit, drafter;
};
ArchiveParts parse_archive_line(std::string_view line);

// "(để b/c)" at the end of an item -> "b/c"; "(mời dự)" -> "mời dự"; empty without brackets.
std::string purpose_of(std::string_view item);

}  // namespace vanthu::fields
