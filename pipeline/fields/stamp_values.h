// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: what is written on the rows of an arrival stamp. Pure; safe from any
// thread.
#pragma once
#include <string>

#include "pipeline/dispatch.h"
#include "pipeline/fields/stamp_rows.h"

namespace vanthu::fields {

// The value on the row. Blank dots: absent, seen that nothing is written. Ink that is no value: by
// hand, with candidates. `digits`: the value is a number.
Field plain_value(const Cluster& cluster, Row which, bool digits);

// `issued`: the paper's own date as far as known, ISO. A stamp is set within days of it, so that a
// year that was left out or misread can be told.
Field stamp_date(const Cluster& cluster, const std::string& issued);

}  // namespace vanthu::fields
