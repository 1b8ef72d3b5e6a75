// SPDX-License-Identifier: GPL-3.0-or-later
// Who may see a dispatch, decided once, at import, from what the paper says. Doubt closes: it is
// easier to open a paper than to take back what was seen. Pure; safe from any thread.
#pragma once
#include <string_view>
#include <vector>

#include "pipeline/dispatch.h"

namespace vanthu {

enum class Access { open = 0, unit = 1, named = 2 };  // the numbers are stored: never change them

const char* to_string(Access access);       // "open" "unit" "named"
Access access_from(std::string_view name);  // throws Error{bad_input}

// unit: a circulation mark (LƯU HÀNH NỘI BỘ) read or suspected, a notation ending in /nb, or a
// subject that is one person's case (tố cáo, kỷ luật … with ông, bà, đồng chí). Everything else:
// open.
Access access_of(const Dispatch& dispatch);
std::vector<Access> access_of(const Reading& reading);  // one for each dispatch, in order

// True when anything may be a secrecy mark: a value, a candidate, or a mark seen but not readable.
// Such a file must not be kept in any form.
bool may_be_secret(const Reading& reading);

}  // namespace vanthu
