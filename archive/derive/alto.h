// SPDX-License-Identifier: GPL-3.0-or-later
// The words with their places as ALTO 4 (https://www.loc.gov/standards/alto/), which libraries and
// archives read. Pure; safe from any thread.
#pragma once
#include <string>

#include "pipeline/dispatch.h"

namespace vanthu {

// Places are pixels of the page rasters. What the engine said before correction stands as an
// alternative.
std::string alto_of(const Reading& reading);

}  // namespace vanthu
