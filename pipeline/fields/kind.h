// SPDX-License-Identifier: GPL-3.0-or-later
// The kind of paper: the printed title, else the notation's code, else CÔNG VĂN (READING: type). A
// Party notation's QĐ tells nothing (QUYẾT ĐỊNH or QUY ĐỊNH). Pure; safe from any thread.
#pragma once
#include <optional>
#include <string_view>

#include "pipeline/dispatch.h"
#include "pipeline/fields/head.h"
#include "pipeline/fields/number_row.h"

namespace vanthu::fields {

struct KindHints {
  std::string_view notation;
  Joint joint = Joint::slash;
  std::string_view day;       // of issue, as far as read: codes changed in 2020
  bool with_subject = false;  // a V/v block stands under the number, as only a công văn has it
};
Field read_kind(const std::optional<Title>& title, const KindHints& hints);

// The code in front of the notation, as a kind; nullptr when it is none.
const struct Kind* kind_of_notation(std::string_view notation, Joint joint,
                                    std::string_view day = {});

}  // namespace vanthu::fields
