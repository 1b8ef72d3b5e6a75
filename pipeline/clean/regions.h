// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a dispatch by geometry: two columns in the head, two in the foot, the body between.
// Found from what is white, not from where the rules of layout say it should be; a page without two
// columns is one body. Pure; safe from any thread.
#pragma once
#include <vector>

#include "pipeline/clean/clean.h"
#include "pipeline/clean/table.h"

namespace vanthu {

// `print` grey and level, `letter` its x-height in pixels (0: unknown, one body).
std::vector<Cell> find_cells(const Image& print, double letter,
                             const std::vector<Table>& tables = {});

}  // namespace vanthu
