// SPDX-License-Identifier: GPL-3.0-or-later
// Validates OCFL 1.0 and 1.1 by the codes of the specification: of any origin, not ours alone. It
// shares no code with what writes objects, so that one cannot hide the faults of the other.
// https://ocfl.io/1.1/spec/validation-codes.html Reads only; safe from any thread.
#pragma once
#include <string>
#include <vector>

#include "archive/fault.h"

namespace vanthu {

// The object in folder `path`: every E and W that applies; empty when it is valid. A fault never
// stops the checks that do not depend on it.
std::vector<Fault> check_ocfl_object(const std::string& path);

// The storage root around the objects: declaration, layout, no strays. The objects are not opened.
std::vector<Fault> check_ocfl_root(const std::string& path);

}  // namespace vanthu
