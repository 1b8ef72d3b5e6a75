// SPDX-License-Identifier: GPL-3.0-or-later
// The subject (trích yếu): under the type title, sharing its row, or as V/v block under the number.
// Lead-ins and the closing full stop are dropped. Pure; safe from any thread.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/fields/head.h"

namespace vanthu::fields {

// The lines of the V/v block, empty when none is there; also without lead-in, close under the
// number.
std::vector<Piece> block_under_number(const PageLayout& page, const Head& head);
bool opens_with_v_v(const Piece& piece);

// Where the subject's lines end, for what follows them: y of the last one's bottom.
struct SubjectFound {
  Field field;
  int bottom = 0;
};
SubjectFound read_subject(const PageLayout& page, const Head& head,
                          const std::optional<Title>& title);

// "(V/v: tăng cường giám sát.)" -> "tăng cường giám sát".
std::string plain_subject(const std::string& text);

}  // namespace vanthu::fields
