// SPDX-License-Identifier: GPL-3.0-or-later
// The option groups that help tells apart.
#pragma once

namespace vanthu::cli {

inline constexpr const char* kOwnOptions = "own";        // of one command
inline constexpr const char* kCommonOptions = "common";  // of all

}  // namespace vanthu::cli
