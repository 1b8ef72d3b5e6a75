// SPDX-License-Identifier: GPL-3.0-or-later
// Damage as it happens to bytes: a bit, a run, a number, a cut, a splice. The same seed gives the
// same damage. Pure but for the generator it is handed.
#pragma once
#include <random>
#include <string>

namespace vanthu::fuzz {

using Random = std::mt19937_64;

// `whole` with one to six pieces of damage; `other` lends what is spliced in.
std::string damaged(const std::string& whole, const std::string& other, Random& random);

}  // namespace vanthu::fuzz
