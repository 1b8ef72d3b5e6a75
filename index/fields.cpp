// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/fields.h"

#include <string>

#include "pipeline/text.h"

namespace vanthu {

const SearchField* find_search_field(std::string_view name) {
  const std::string folded = fold(name);
  if (folded.empty()) return nullptr;
  for (const SearchField& field : kSearchFields)
    if (folded == field.query || folded == field.english || folded == field.key) return &field;
  return nullptr;
}

}  // namespace vanthu
