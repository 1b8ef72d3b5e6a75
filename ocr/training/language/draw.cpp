// SPDX-License-Identifier: GPL-3.0-or-later
// Draws pages of known text, damages them as offices do, reads them, and writes each word read with
// the word that was printed: vanthu_draw_language HELD_OUT FIRST LAST >> words.tsv, page numbers
// from FIRST to before LAST. Even pages hold paragraphs of laws that were not counted and repeat no
// other, odd ones the invented dispatches of samples/. README.md has the recipe.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "ocr/engine.h"
#include "ocr/training/language/align.h"
#include "pipeline/text.h"
#include "samples/draw/random.h"
#include "samples/draw/sample.h"

namespace vanthu::language {
namespace {

constexpr double kNew = 0.12;  // as in count.cpp

std::vector<std::string> new_paragraphs(const char* path) {
  std::vector<std::string> out;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (std::atof(line.c_str()) < kNew || tab == std::string::npos) continue;
    const std::string text = line.substr(tab + 1);
    if (text.size() > 60 && text.size() < 900 && has_marks(text)) out.push_back(text);
  }
  return out;
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  return out;
}

draw::Damage damage(draw::Rng& rng) {
  draw::Damage d;
  d.blur = rng.between(0.5, 1);
  d.noise = rng.between(0, 8);
  d.paper = rng.between(238, 255);
  d.wear = rng.uniform() < 0.6 ? rng.between(0, 0.35) : 0;
  d.specks = rng.below(30);
  d.show_through = rng.uniform() < 0.3 ? rng.between(0, 0.06) : 0;
  d.threshold = rng.between(100, 215);
  return d;
}

draw::DrawOptions options(draw::Rng& rng, unsigned seed) {
  constexpr double kDpi[] = {150, 150, 200, 200, 240};
  draw::DrawOptions o;
  o.seed = seed;
  o.dpi = kDpi[rng.below(5)];
  o.skew_degrees = rng.between(-0.8, 0.8);
  o.depth = rng.uniform() < 0.6 ? draw::Depth::bilevel : draw::Depth::grey;
  o.damage = damage(rng);
  return o;
}

draw::Paper paper(int page, draw::Rng& rng, const std::vector<std::string>& paragraphs) {
  constexpr double kSizes[] = {11, 12, 13, 13, 14};
  const std::vector<draw::Sample> samples = draw::all_samples();
  const auto& parts = samples[static_cast<std::size_t>(page / 2) % samples.size()].parts;
  draw::Paper out = parts.front().paper;
  out.body_size = kSizes[rng.below(5)];
  out.arrival = {};
  if (page % 2 == 1) return out;
  out.body.clear();
  for (std::size_t size = 0; size < 2600;) {
    const std::string& text =
        paragraphs[static_cast<std::size_t>(rng.below(static_cast<int>(paragraphs.size())))];
    out.body.push_back({escaped(text)});
    size += text.size();
  }
  return out;
}

void read_and_write(Engine& engine, const draw::DrawnPage& drawn, int number, double dpi) {
  Page page;
  page.image = drawn.image;
  page.dpi = dpi;
  const OcrPage read = engine.recognise(clean(page));
  for (const Aligned& word : align(read.lines, drawn.text))
    std::printf("%d\t%d\t%d\t%.4f\t%s\t%s\n", number, word.line, static_cast<int>(word.region),
                word.confidence, word.read.c_str(), word.printed.c_str());
  std::fflush(stdout);
}

int run(int argc, char** argv) {
  if (argc != 4) return std::fprintf(stderr, "draw_language HELD_OUT FIRST LAST\n"), 2;
  const std::vector<std::string> paragraphs = new_paragraphs(argv[1]);
  // Tesseract's own model: the one vanthu carries has learnt from such pages and hardly errs on
  // them.
  Engine engine = Engine::open({"vie", "/usr/share/tesseract-ocr/5/tessdata", false, false});
  for (int i = std::atoi(argv[2]); i < std::atoi(argv[3]); ++i) {
    draw::Rng rng(static_cast<unsigned>(7000 + i));
    const draw::Paper sheet = paper(i, rng, paragraphs);
    const draw::DrawOptions how = options(rng, static_cast<unsigned>(i));
    for (const draw::DrawnPage& drawn : draw::draw_paper(sheet, how))
      read_and_write(engine, drawn, i, how.dpi);
  }
  return 0;
}

}  // namespace
}  // namespace vanthu::language

int main(int argc, char** argv) { return vanthu::language::run(argc, argv); }
