// SPDX-License-Identifier: GPL-3.0-or-later
// What a thing on the disk is, and how extensions of OCFL are named. For the checks of OCFL alone.
// Safe from any thread.
#pragma once
#include <string>

namespace vanthu {

enum class Kind { file, folder, other };  // other: a link, a pipe, nothing at all

Kind kind_of(const std::string& path);  // no link is followed

// "0007-n-tuple-…": how the names of registered extensions look; "initial" is the one without a
// number.
bool registered_extension(const std::string& name);

}  // namespace vanthu
