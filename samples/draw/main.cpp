// SPDX-License-Identifier: GPL-3.0-or-later
// vanthu_samples --out DIR [--only N]: draws the sample dispatches with their truth into DIR.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "pipeline/error.h"
#include "samples/draw/sample.h"

namespace {

using namespace vanthu;
using namespace vanthu::draw;

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) throw Error(Code::cannot_create, "cannot write " + path.string());
}

// `only` 0: all, and fields.jsonl with them; else that sample alone, and its truth on the terminal.
void draw_all(const std::filesystem::path& folder, std::size_t only) {
  std::filesystem::create_directories(folder);
  const std::vector<Sample> samples = all_samples();
  std::string truths;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (only != 0 && only != i + 1) continue;
    const Drawn drawn = draw_sample(samples[i]);
    write_file(folder / drawn.file, drawn.bytes);
    write_file(folder / (samples[i].name + ".txt"), drawn.text);
    truths += drawn.truth + "\n";
    std::cout << drawn.file << '\t' << drawn.bytes.size() << '\n';
  }
  if (only == 0)
    write_file(folder / "fields.jsonl", truths);
  else
    std::cout << truths;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Draws the sample dispatches and their truth");
  std::string out;
  std::size_t only = 0;
  app.add_option("--out", out, "folder to write into, made if missing")->required();
  app.add_option("--only", only, "number of one sample, 1 to 12");
  CLI11_PARSE(app, argc, argv);
  try {
    draw_all(out, only);
  } catch (const Error& error) {
    std::cerr << "vanthu_samples: " << error.what() << ' ' << error.hint << '\n';
    return static_cast<int>(error.code);
  }
  return 0;
}
