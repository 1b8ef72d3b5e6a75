// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of the recipe: pages as they were read -> the reading of their file. Apart from
// the first, so that rules can be tried again over kept pages (./dev bench fields). Pure.
#pragma once
#include <string>
#include <vector>

#include "pipeline/dispatch.h"
#include "pipeline/read_page.h"

namespace vanthu {

// `reading` comes with what is known of the file (name, digest, made_by) and leaves with pages and
// dispatches, every box in pixels of the raster. `name`: of the file, weak evidence;
// `today`: the last day its papers can be of, empty when unknown.
Reading reading_of(const std::vector<PageRead>& reads, const std::string& name, Reading reading,
                   const std::string& today = {});

}  // namespace vanthu
