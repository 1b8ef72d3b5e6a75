// SPDX-License-Identifier: GPL-3.0-or-later
// The same drawn pages under one trouble after another, read with the step that is there for it and
// without: what a step is worth where it is needed, and what it costs where it is not.
#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/text.h"
#include "samples/draw/photograph.h"
#include "tests/bench/drawn/measures.h"
#include "tests/bench/drawn/papers.h"
#include "tests/bench/drawn/reader.h"

namespace vanthu::bench {
namespace {

struct Trouble {
  const char* name;
  const char* step;  // what is there for it
  std::function<void(draw::DrawOptions&)> options = {};
  std::function<Image(const Image&)> afterwards = {};
};

Image photo(const Image& page, double shadow) {
  draw::Photo photo;
  photo.back = 12, photo.aside = 6, photo.turn = 2, photo.shadow = shadow;
  return draw::photographed(page, photo);
}

void one_bit(draw::DrawOptions& options, double threshold) {
  options.depth = draw::Depth::bilevel;
  options.damage.threshold = threshold;
}

const std::vector<Trouble> kTroubles = {
    {"none", "flatten"},
    {"photograph from aside", "flatten", {}, [](const Image& page) { return photo(page, 0); }},
    {"photograph half in shadow",
     "background",
     {},
     [](const Image& page) { return photo(page, 0.5); }},
    {"lying on its side", "orient", [](auto& o) { o.rotate = 90; }},
    {"upside down", "orient", [](auto& o) { o.rotate = 180; }},
    {"leaning 3 degrees", "deskew", [](auto& o) { o.skew_degrees = 3; }},
    {"reverse shines through", "reverse", [](auto& o) { o.damage.show_through = 0.3; }},
    {"reverse shines strongly", "reverse", [](auto& o) { o.damage.show_through = 0.5; }},
    {"reverse, one bit", "reverse", [](auto& o) { o.damage.show_through = 0.4, one_bit(o, 170); }},
    {"black borders", "borders",
     [](auto& o) { o.damage.edge_left = 9, o.damage.edge_top = 5, o.damage.edge_right = 4; }},
    {"lines down the page", "lines",
     [](auto& o) {
       o.damage.lines = {30, 71, 150, 180};
     }},
    {"dust", "despeckle", [](auto& o) { o.damage.specks = 900, one_bit(o, 150); }},
    {"red seal", "ink", [](auto& o) { o.seal = o.signature = true; }},
    {"black seal", "seals", [](auto& o) { o.seal = o.signature = true, one_bit(o, 150); }},
    {"120 dpi", "scale", [](auto& o) { o.dpi = 120; }},
    {"dark paper", "background", [](auto& o) { o.damage.paper = 150, o.damage.noise = 4; }},
};

std::vector<draw::DrawnPage> drawn(const Trouble& trouble, int i) {
  draw::Rng dice(static_cast<std::uint64_t>(31000 + i));
  const draw::Paper paper =
      random_paper(dice, random_office(dice), static_cast<Form>(dice.below(3)));
  draw::DrawOptions options;
  options.seed = static_cast<unsigned>(i + 1);
  options.seal = options.signature = false;
  if (trouble.options) trouble.options(options);
  std::vector<draw::DrawnPage> pages = draw::draw_paper(paper, options);
  if (trouble.afterwards)
    for (draw::DrawnPage& page : pages) page.image = trouble.afterwards(page.image);
  return pages;
}

struct Errors {
  double edits = 0, letters = 0;
  double share() const { return letters > 0 ? 100 * edits / letters : 0; }
};

Errors errors_of(Reader& reader, const Trouble& trouble, int count) {
  Errors out;
  for (int i = 0; i < count; ++i) {
    std::string said, truth;
    std::vector<Image> images;
    for (draw::DrawnPage& page : drawn(trouble, i)) {
      truth += page.text;
      images.push_back(std::move(page.image));
    }
    for (const PageReading& page : reader.read(images, 200).pages) said += page.text + '\n';
    out.edits += static_cast<double>(edit_distance(tidy(said), tidy(truth)));
    out.letters += static_cast<double>(to_u32(tidy(truth)).size());
  }
  return out;
}

}  // namespace

void measure_troubles(int count) {
  std::printf("trouble\tstep\twith\twithout\n");
  Reader all;
  for (const Trouble& trouble : kTroubles) {
    Reader without({trouble.step});
    std::printf("%s\t%s\t%.2f %%\t%.2f %%\n", trouble.name, trouble.step,
                errors_of(all, trouble, count).share(), errors_of(without, trouble, count).share());
    std::fflush(stdout);
  }
}

}  // namespace vanthu::bench
