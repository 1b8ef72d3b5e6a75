// SPDX-License-Identifier: GPL-3.0-or-later
// What a clerk types on the command line, as the archive keeps it. Pure.
#pragma once
#include <string>
#include <utility>

namespace vanthu::cli {

// "so=3795/UBND-VXNV" -> {"number", "3795/UBND-VXNV"}: the contract name and the value in NFC,
// dates as kept. Throws Error{usage}.
std::pair<std::string, std::string> typed_field(const std::string& typed);

// "9/9/2019" -> "2019-09-09". Throws Error{usage} for what is no whole day.
std::string typed_day(const std::string& typed);

}  // namespace vanthu::cli
