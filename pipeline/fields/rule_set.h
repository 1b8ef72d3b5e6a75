// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of presentation in force for the paper, by its date and head (DOMAIN 0.2): always
// inferred, never a filter. Names are stable: "TTLT 55/2005", "TT 01/2011", "NĐ 30/2020", "HD
// 11/2004", "HD 36/2018", "HD 05/2026". Pure.
#pragma once
#include <string_view>

#include "pipeline/dispatch.h"
#include "pipeline/fields/head.h"

namespace vanthu::fields {

// `date` as far as it is known: "2019-09-09", "2019-09", "2019" or empty.
Field infer_rule_set(HeadKind head, std::string_view date);

}  // namespace vanthu::fields
