// SPDX-License-Identifier: GPL-3.0-or-later
// Makes models/language_channel.tsv: counts the engine's misreadings on one half of the drawn pages
// and finds the weights under which the printed words of the other half are likeliest:
// vanthu_tune_language COUNTED.tsv TUNED.tsv > language_channel.tsv. What it found goes to stderr.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iostream>

#include "ocr/language_lattice.h"
#include "ocr/language_tokens.h"
#include "ocr/training/language/rates.h"
#include "pipeline/text.h"

namespace vanthu::language {
namespace {

struct Outcome {
  double likelihood = 0;  // mean logarithm of the printed word's posterior
  std::array<int, 10> changed{}, rightly{}, harming{};  // by tenths of the posterior
  int words = 0, wrong_before = 0, wrong_after = 0, mended = 0, harmed = 0;
};

constexpr double kFloor = 1e-6;  // of a posterior: what is no candidate cannot be won by weights

void judge(const Slot& slot, const std::string& read, const std::string& printed, Outcome& sum) {
  const Shape truth = shape_of(printed);
  if (!truth.letters) return;
  const Model& model = Model::built_in();
  const bool right = canonical(shape_of(read).core) == canonical(truth.core);
  const Token token = model.find(canonical(truth.core));
  double p = 0, most = 0;
  bool found = false;
  for (std::size_t i = 0; i < slot.candidates.size(); ++i) {
    const Candidate& c = slot.candidates[i];
    const bool is_truth = right ? c.own : !c.own && token != kUnknownToken && c.token == token;
    if (is_truth) p = slot.posterior[i];
    if (slot.posterior[i] > most) most = slot.posterior[i], found = is_truth;
  }
  const bool changed = !slot.candidates.front().own || slot.posterior.front() < most;
  const bool after = right ? !changed : changed && found;
  const auto tenth = static_cast<std::size_t>(std::min(most * 10, 9.0));
  if (changed) ++sum.changed[tenth], sum.rightly[tenth] += after, sum.harming[tenth] += right;
  sum.likelihood += std::log(std::max(p, kFloor));
  ++sum.words, sum.wrong_before += !right, sum.wrong_after += !after;
  sum.mended += !right && after, sum.harmed += right && !after;
}

Outcome outcome(const std::vector<ReadPage>& pages, const Channel& channel) {
  Outcome sum;
  for (const ReadPage& page : pages) {
    std::vector<Slot> slots = slots_of(page.lines, channel, Model::built_in());
    weigh(slots, Model::built_in(), channel.weights.model);
    for (const Slot& slot : slots) {
      if (!slot.open || page.printed[slot.line][slot.word].empty()) continue;
      judge(slot, page.lines[slot.line].words[slot.word].text, page.printed[slot.line][slot.word],
            sum);
    }
  }
  sum.likelihood /= std::max(sum.words, 1);
  return sum;
}

void say(const char* what, const Outcome& o) {
  std::cerr << fmt::format(
      "{}: {:.5f} nats a word, {} words, wrong {} -> {} ({} mended, {} harmed)\n", what,
      o.likelihood, o.words, o.wrong_before, o.wrong_after, o.mended, o.harmed);
  for (std::size_t i = 0; i < 10; ++i)
    std::cerr << fmt::format("  changed at {:.1f}: {}, rightly {}, harming {}\n",
                             static_cast<double>(i) / 10, o.changed[i], o.rightly[i], o.harming[i]);
}

// One weight after another up or down as long as that helps, in ever smaller steps.
void climb(const std::vector<ReadPage>& pages, Channel& channel) {
  Weights& w = channel.weights;
  struct Step {
    double* weight;
    double size;
  };
  const std::vector<Step> steps = {{&w.model, 0.2}, {&w.letters, 0.2}, {&w.changed, 1},
                                   {&w.unknown, 2}, {&w.neighbour, 1}, {&w.name, 1}};
  double best = outcome(pages, channel).likelihood;
  for (const double share : {1.0, 0.5, 0.25})
    for (const Step& step : steps)
      for (const double way : {1.0, -1.0})
        for (;;) {
          *step.weight += way * share * step.size;
          const double now = outcome(pages, channel).likelihood;
          if (now > best) {
            best = now;
            continue;
          }
          *step.weight -= way * share * step.size;
          break;
        }
}

std::string weight_rows(const Weights& w) {
  return fmt::format(
      "model\t{:.3f}\nletters\t{:.3f}\nchanged\t{:.3f}\nunknown\t{:.3f}\nname\t{:.3f}\nneighbour\t{"
      ":.3f}\n",
      w.model, w.letters, w.changed, w.unknown, w.name, w.neighbour);
}

int run(int argc, char** argv) {
  if (argc != 3) return std::cerr << "tune_language COUNTED TUNED\n", 2;
  std::ifstream counted(argv[1]), tuned(argv[2]);
  std::vector<ReadPage> pages = read_pages(counted);
  const std::vector<ReadPage> others = read_pages(tuned);
  Channel channel(rates_of(pages), Model::built_in());
  say("before", outcome(others, channel));
  climb(others, channel);
  say("after", outcome(others, channel));
  pages.insert(pages.end(), others.begin(), others.end());
  std::cout << "# How the engine misreads; made by ocr/training/language, see its README.md.\n"
            << weight_rows(channel.weights) << rates_of(pages);
  return 0;
}

}  // namespace
}  // namespace vanthu::language

int main(int argc, char** argv) { return vanthu::language::run(argc, argv); }
