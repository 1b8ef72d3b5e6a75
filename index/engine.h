// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this folder: plans as queries of the search engine. Safe from any thread.
#pragma once
#include <xapian.h>

#include <string>
#include <vector>

#include "index/plan.h"

namespace vanthu {

Xapian::Query to_engine(const Plan& plan);

// The hits of `query` that one may see who may see the classes `access`; none: none.
Xapian::Query visible(const Xapian::Query& query, const std::vector<std::string>& access);

}  // namespace vanthu
