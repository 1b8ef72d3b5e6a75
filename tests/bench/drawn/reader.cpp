// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/drawn/reader.h"

#include <utility>

#include "ocr/language_guard.h"
#include "ocr/reading_order.h"
#include "ocr/without.h"
#include "pipeline/read_page.h"
#include "pipeline/reading_of.h"

namespace vanthu::bench {

namespace {

EngineOptions options_without(const std::vector<std::string>& steps, CleanOptions& clean) {
  EngineOptions out;
  leave_out(steps, clean, out);
  return out;
}

}  // namespace

Reader::Reader(const std::vector<std::string>& without)
    : engine_(Engine::open(options_without(without, stages_.clean))) {
  stages_.recognise = [this](const CleanPage& page) { return engine_.recognise(page); };
  stages_.settle = [](std::vector<Line>& lines) {
    settle_columns(lines);
    for (Line& line : lines) line.language = language::language_of(line);
  };
}

Reading Reader::read(const std::vector<Image>& pages, double dpi) {
  std::vector<PageRead> out;
  for (const Image& image : pages) {
    Page page;
    page.number = static_cast<int>(out.size()) + 1;
    page.image = image;
    page.dpi = dpi;
    out.push_back(read_page(std::move(page), stages_));
  }
  return reading_of(out, "scan.pdf", {{}, "scan.pdf", {}, "000000000000", {}, {}});
}

}  // namespace vanthu::bench
