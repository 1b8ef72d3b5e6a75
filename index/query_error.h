// SPDX-License-Identifier: GPL-3.0-or-later
// The error of a malformed query, with its place. Safe from any thread.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "pipeline/error.h"

namespace vanthu {

// Throws Error{usage}: `what` for a person; the hint is the query and a caret under byte `at`.
[[noreturn]] void fail_query(std::string_view query, std::size_t at, const std::string& what);

}  // namespace vanthu
