// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/without.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "pipeline/error.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

struct CleanStep {
  const char* name;
  bool CleanOptions::*on;
};
constexpr CleanStep kCleanSteps[] = {
    {"flatten", &CleanOptions::flatten}, {"orient", &CleanOptions::orient},
    {"deskew", &CleanOptions::deskew},   {"ink", &CleanOptions::ink},
    {"seals", &CleanOptions::seals},     {"background", &CleanOptions::background},
    {"reverse", &CleanOptions::reverse}, {"lines", &CleanOptions::lines},
    {"borders", &CleanOptions::borders}, {"despeckle", &CleanOptions::despeckle},
    {"scale", &CleanOptions::scale},     {"tables", &CleanOptions::tables},
    {"cells", &CleanOptions::cells},
};

struct EngineStep {
  const char* name;
  bool EngineOptions::*on;
};
constexpr EngineStep kEngineSteps[] = {
    {"language", &EngineOptions::language_model},
    {"noise", &EngineOptions::noise},
    {"again", &EngineOptions::again},
    {"digits", &EngineOptions::digits},
    {"marks", &EngineOptions::marks},
    {"names", &EngineOptions::names},
};

bool is_step(const std::string& name) {
  const auto named = [&](const auto& step) { return name == step.name; };
  return std::any_of(std::begin(kCleanSteps), std::end(kCleanSteps), named) ||
         std::any_of(std::begin(kEngineSteps), std::end(kEngineSteps), named);
}

}  // namespace

std::vector<std::string> steps_left_out() {
  const char* said = std::getenv("VANTHU_WITHOUT");
  if (said == nullptr || *said == '\0') return {};
  std::vector<std::string> steps = split(said, ',');
  for (const std::string& step : steps)
    if (!is_step(step))
      throw Error(Code::config, "VANTHU_WITHOUT names an unknown step: \"" + step + "\"",
                  "the steps are listed in docs/operations.md");
  return steps;
}

void leave_out(const std::vector<std::string>& steps, CleanOptions& clean, EngineOptions& engine) {
  for (const std::string& step : steps) {
    for (const CleanStep& known : kCleanSteps)
      if (step == known.name) clean.*known.on = false;
    for (const EngineStep& known : kEngineSteps)
      if (step == known.name) engine.*known.on = false;
  }
}

}  // namespace vanthu
