// SPDX-License-Identifier: GPL-3.0-or-later
// fields_bench FOLDER FILE: the reading of FILE as JSON. What the engine reads on its pages is kept
// in FOLDER, so that a second run asks the rules of pipeline/fields alone: milliseconds.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "ocr/engine.h"
#include "ocr/language_guard.h"
#include "ocr/reading_order.h"
#include "ocr/without.h"
#include "pipeline/reading_json.h"
#include "pipeline/reading_of.h"
#include "tests/bench/fields/kept_pages.h"

namespace {

using namespace vanthu;
namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<PageRead> recognised(const Scan& scan) {
  Stages stages;
  EngineOptions options;
  leave_out(steps_left_out(), stages.clean, options);
  Engine engine = Engine::open(options);
  stages.recognise = [&](const CleanPage& page) { return engine.recognise(page); };
  stages.settle = [](std::vector<Line>& lines) {
    settle_columns(lines);
    for (Line& line : lines) line.language = language::language_of(line);
  };
  std::vector<PageRead> pages;
  load_pages(scan, stages.intake,
             [&](Page&& page, int) { pages.push_back(read_page(std::move(page), stages)); });
  return pages;
}

void print_reading(const fs::path& folder, const fs::path& file) {
  const fs::path kept = folder / (file.filename().string() + ".json");
  if (!fs::exists(kept)) {
    fs::create_directories(folder);
    std::ofstream(kept) << bench::to_text(recognised({file.filename().string(), bytes_of(file)}));
  }
  const std::string name = file.filename().string();
  const auto pages = bench::pages_from(bytes_of(kept));
  const std::string said = to_json(reading_of(pages, name, {{}, name, {}, "000000000000", {}, {}}));
  std::puts(said.c_str());
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return std::fputs("usage: fields_bench FOLDER FILE\n", stderr), 64;
  try {
    print_reading(words[1], words[2]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "fields_bench: %s: %s\n", words[2], error.what());
    return 1;
  }
}
