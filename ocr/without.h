// SPDX-License-Identifier: GPL-3.0-or-later
// Which steps of reading are left out, for measuring what each brings (./dev bench accuracy). Said
// in the environment, so that no command has a switch that only a bench would use. Pure but for
// the environment.
#pragma once
#include <string>
#include <vector>

#include "ocr/engine.h"
#include "pipeline/clean/clean.h"

namespace vanthu {

// VANTHU_WITHOUT, names parted by commas: flatten orient deskew ink seals background lines borders
// despeckle scale tables cells language noise again digits names. Empty when it is not set. Throws
// Error{config} on any other name.
std::vector<std::string> steps_left_out();

void leave_out(const std::vector<std::string>& steps, CleanOptions& clean, EngineOptions& engine);

}  // namespace vanthu
