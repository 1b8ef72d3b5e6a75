// SPDX-License-Identifier: GPL-3.0-or-later
// What verify looks at beyond the rules of OCFL: that each object is the document its id says, and
// that the catalogue tells the same. Reads only; the caller holds the lock, shared.
#pragma once
#include <string>
#include <vector>

#include "archive/catalogue.h"
#include "archive/fault.h"
#include "archive/ocfl.h"

namespace vanthu {

std::vector<Fault> verify_root(const OcflRoot& root);
std::vector<Fault> verify_document(const OcflRoot& root, const Catalogue& catalogue,
                                   const std::string& sha256);

}  // namespace vanthu
