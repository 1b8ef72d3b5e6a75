// SPDX-License-Identifier: GPL-3.0-or-later
// Prefix beam search over the net's columns (Hannun et al. 2014) along the tree of syllables, so
// that the beam holds names alone: academic titles, a family name, one to three more syllables. A
// name's weight is its chance by the net times a power of how likely people are called so. What the
// net's columns give to texts that are no name (coverage) lowers the confidence: half a name, or
// print of another kind.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

#include "ocr/names.h"
#include "ocr/names_tree.h"
#include "pipeline/fields/signer_name.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using fields::lies_within;

constexpr std::size_t kBeam = 48;
constexpr std::size_t kMostGuesses = 12;
constexpr double kLeastSign = 1e-4;    // a sign fainter than this in a column is not followed
constexpr double kLeastChance = 1e-4;  // guesses fainter than this are not worth a line
constexpr double kPrior = 0.6;         // the power of the people's names
constexpr double kAcademic = 0.02;     // chance of a title before the name
constexpr std::array<double, 5> kSyllables = {0, 0, 0.08, 0.72, 0.2};
constexpr std::size_t kSurest = 3;  // looks that count: the others had the row or its lean wrong
constexpr double kWhole = 0.3;      // a longer name at least so sure swallows its parts
constexpr int kLeastFrames = 6;     // columns with a sign; a short name has more
constexpr double kCoverage = 0.15;  // the power of the coverage

using Column = std::array<double, kNameClasses>;

std::vector<Column> chances(const NameColumns& in) {
  std::vector<Column> out(static_cast<std::size_t>(in.frames));
  for (std::size_t f = 0; f < out.size(); ++f) {
    const float* from = in.logits.data() + f * kNameClasses;
    const double top = *std::max_element(from, from + kNameClasses);
    double sum = 0;
    for (std::size_t c = 0; c < out[f].size(); ++c) sum += out[f][c] = std::exp(from[c] - top);
    for (double& share : out[f]) share /= sum;
  }
  return out;
}

struct Path {
  double blank = 0, sign = 0;  // chances of the paths that end in a blank, or in the last sign
  double prior = 1;            // of the syllables that are complete
  int node = 0;                // where in the tree the open syllable stands
  int words = 0;               // complete syllables of the name
  double all() const { return blank + sign; }
  double weight() const { return all() * std::pow(prior, kPrior); }
};
using Beam = std::map<std::string, Path>;  // by the classes of the signs so far

void keep_best(Beam& beam) {
  if (beam.size() <= kBeam) return;
  std::vector<double> all;
  for (const auto& [text, path] : beam) all.push_back(path.weight());
  std::nth_element(all.begin(), all.begin() + kBeam, all.end(), std::greater<>());
  const double least = all[kBeam];
  std::erase_if(beam, [&](const auto& one) { return one.second.weight() <= least; });
}

// How likely the open syllable is to end here; 0: it cannot.
double ending(const Path& path) {
  const NameNode& node = name_tree()[static_cast<std::size_t>(path.node)];
  return path.words == 0 ? node.family : node.other;
}

// The path after one more sign, chances zero; node -1: no name goes on so.
Path after(Path path, int label) {
  const std::vector<NameNode>& tree = name_tree();
  const NameNode& node = tree[static_cast<std::size_t>(path.node)];
  path.blank = path.sign = 0;
  if (label == 1) {  // a blank between words
    const double chance = node.academic && path.words == 0 ? kAcademic : ending(path);
    const bool full = path.words + 1 >= static_cast<int>(kSyllables.size()) - 1;
    if (chance <= 0 || (full && !node.academic)) return path.node = -1, path;
    path.prior *= chance;
    path.words += node.academic ? 0 : 1;
    path.node = 0;
    return path;
  }
  const NameNode* from = &node;
  if (node.academic && node.next.empty()) from = &tree.front(), path.prior *= kAcademic;
  path.node = -1;
  for (const auto& [sign, to] : from->next)
    if (sign == label) path.node = to;
  return path;
}

// One column further.
Beam further(const Beam& beam, const Column& column) {
  Beam out;
  const auto at = [&](const std::string& text, const Path& like) -> Path& {
    const auto [found, fresh] = out.try_emplace(text, like);
    if (fresh) found->second.blank = found->second.sign = 0;
    return found->second;
  };
  for (const auto& [text, path] : beam) {
    Path& same = at(text, path);
    same.blank += path.all() * column[0];
    const int last = text.empty() ? 0 : static_cast<unsigned char>(text.back());
    if (last > 0) same.sign += path.sign * column[static_cast<std::size_t>(last)];
    for (int label = 1; label < kNameClasses; ++label) {
      const double share = column[static_cast<std::size_t>(label)];
      if (share < kLeastSign) continue;
      const Path next = after(path, label);
      if (next.node < 0) continue;
      const double from = label == last ? path.blank : path.all();
      if (from <= 0) continue;
      at(text + static_cast<char>(label), next).sign += from * share;
    }
  }
  keep_best(out);
  return out;
}

std::string text_of(const std::string& classes) {
  std::u32string out;
  for (const char c : classes) out += kNameSigns[static_cast<unsigned char>(c) - 1u];
  return from_u32(out);
}

// "PGS.TS. Lê An" -> "PGS.TS.", "Lê An".
std::pair<std::string, std::string> parted(const std::string& text) {
  const std::size_t dot = text.rfind('.');
  if (dot == std::string::npos) return {"", trim(text)};
  return {text.substr(0, dot + 1), trim(text.substr(dot + 1))};
}

// The columns between the first and the last that say anything.
Box place(const NameColumns& in, const std::vector<Column>& columns) {
  int first = -1, last = -1;
  for (int f = 0; f < in.frames; ++f)
    if (columns[static_cast<std::size_t>(f)][0] < 0.5) first = first < 0 ? f : first, last = f;
  const double unit = static_cast<double>(in.line.w) / in.frames;
  const int x = in.line.x + static_cast<int>((first - 1) * unit);
  return {x, in.line.y, static_cast<int>((last - first + 3) * unit), in.line.h};
}

int frames_with_signs(const std::vector<Column>& columns) {
  return static_cast<int>(std::count_if(columns.begin(), columns.end(),
                                        [](const Column& column) { return column[0] < 0.5; }));
}

void sort(std::vector<NameGuess>& guesses) {
  std::stable_sort(guesses.begin(), guesses.end(), [](const NameGuess& a, const NameGuess& b) {
    return a.confidence > b.confidence;
  });
  if (guesses.size() > kMostGuesses) guesses.resize(kMostGuesses);
}

void add(std::vector<NameGuess>& guesses, const std::string& text, double confidence) {
  for (NameGuess& known : guesses)
    if (known.text == text) {
      known.confidence += confidence;
      return;
    }
  guesses.push_back({text, confidence});
}

}  // namespace

NameRun read_name(const NameColumns& in) {
  NameRun out;
  const std::vector<Column> columns = chances(in);
  if (frames_with_signs(columns) < kLeastFrames) return out;
  Beam beam = {{"", Path{1, 0, 1, 0, 0}}};
  for (const Column& column : columns) beam = further(beam, column);
  double covered = 0, weights = 0, best = 0;
  std::vector<std::pair<std::string, double>> names;
  for (const auto& [text, path] : beam) {
    const double end = path.node > 0 ? ending(path) : 0;
    const auto words = static_cast<std::size_t>(path.words) + 1;
    if (end <= 0 || words >= kSyllables.size() || kSyllables[words] <= 0) continue;
    const double weight = path.all() * std::pow(path.prior * end * kSyllables[words], kPrior);
    names.emplace_back(text_of(text), weight);
    covered += path.all(), weights += weight;
  }
  if (weights <= 0) return out;
  for (const auto& [text, weight] : names) {
    const auto [before, name] = parted(text);
    const double share = weight / weights * std::pow(std::min(1.0, covered), kCoverage);
    if (share > best) best = share, out.before = before;
    add(out.guesses, name, share);
  }
  sort(out.guesses);
  std::erase_if(out.guesses, [](const NameGuess& g) { return g.confidence < kLeastChance; });
  if (!out.guesses.empty()) out.box = place(in, columns);
  return out;
}

namespace {

// The net passes over a syllable that leaves its row, so that half a name can look sure: a name
// that lies within a longer one of another look speaks for that one.
std::string longest_around(const std::string& name, const std::vector<NameRun>& runs) {
  std::string out = name;
  for (const NameRun& run : runs)
    for (const NameGuess& guess : run.guesses)
      if (guess.confidence >= kWhole && guess.text.size() > out.size() &&
          lies_within(out, guess.text))
        out = guess.text;
  return out;
}

}  // namespace

NameRun read_name(const std::vector<NameColumns>& looks) {
  std::vector<NameRun> runs;
  for (const NameColumns& look : looks)
    if (NameRun run = read_name(look); !run.guesses.empty()) runs.push_back(std::move(run));
  std::stable_sort(runs.begin(), runs.end(), [](const NameRun& a, const NameRun& b) {
    return a.guesses.front().confidence > b.guesses.front().confidence;
  });
  NameRun out;
  for (std::size_t i = 0; i < std::min(runs.size(), kSurest); ++i)
    for (const NameGuess& guess : runs[i].guesses)
      add(out.guesses, longest_around(guess.text, runs), guess.confidence / kSurest);
  sort(out.guesses);
  for (const NameRun& run : runs)  // the place of the surest that saw the whole name
    if (out.box.empty() || run.guesses.front().text == out.guesses.front().text) {
      out.box = run.box, out.before = run.before;
      if (run.guesses.front().text == out.guesses.front().text) break;
    }
  return out;
}

}  // namespace vanthu
