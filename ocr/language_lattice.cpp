// SPDX-License-Identifier: GPL-3.0-or-later
// Forward-backward over pairs of neighbouring candidates (Rabiner, 1989), logarithms throughout.
#include "ocr/language_lattice.h"

#include <algorithm>
#include <cmath>

#include "ocr/language_guard.h"
#include "ocr/language_tokens.h"

namespace vanthu::language {
namespace {

using Row = std::vector<double>;

// The logarithm of the sum; most terms weigh nothing beside the greatest.
class LogSum {
 public:
  void add(double x) {
    if (x <= max_) {
      if (x > max_ - 30) rest_ += std::exp(x - max_);
      return;
    }
    rest_ = rest_ * std::exp(max_ - x) + 1;
    max_ = x;
  }
  double value() const { return max_ + std::log(rest_); }

 private:
  double max_ = -1e9, rest_ = 0;
};

void add_word(const Word& word, Leave leave, const Channel& channel, const Model& model, Slot at,
              std::vector<Slot>& out) {
  const Shape shape = shape_of(word.text);
  for (const std::string& token : tokens_of(shape)) {
    Slot slot = at;
    slot.open = leave != Leave::fixed && token.front() != '<';
    slot.name = leave == Leave::name;
    if (slot.open)
      slot.candidates = channel.candidates(shape.core, word.confidence, slot.name);
    else
      slot.candidates = {{model.find(token), 0, true}};
    out.push_back(std::move(slot));
  }
}

// All paths through the slots; a state is the candidates of a slot and of the one before it.
class Paths {
 public:
  Paths(const std::vector<Slot>& slots, const Model& model, double scale)
      : slots_(slots), model_(model), scale_(scale) {
    forward();
    backward();
  }

  Row posterior(std::size_t i) const {
    const std::size_t mine = size(i), before = size(i - 1);
    Row sums(mine);
    double most = -1e9, total = 0;
    for (std::size_t b = 0; b < mine; ++b) {
      LogSum sum;
      for (std::size_t a = 0; a < before; ++a)
        sum.add(alpha_[i][a * mine + b] + beta_[i][a * mine + b]);
      sums[b] = sum.value();
      most = std::max(most, sums[b]);
    }
    for (double& s : sums) total += s = std::exp(s - most);
    for (double& s : sums) s /= total;
    return sums;
  }

 private:
  std::size_t size(std::size_t i) const { return slots_[i].candidates.size(); }
  const Candidate& at(std::size_t i, std::size_t c) const { return slots_[i].candidates[c]; }

  void forward() {
    alpha_.resize(slots_.size()), step_.resize(slots_.size());
    alpha_[0].assign(size(0), 0);
    alpha_[1].assign(size(0) * size(1), 0);
    for (std::size_t i = 2; i < slots_.size(); ++i) {
      const std::size_t n = size(i - 2), m = size(i - 1), l = size(i);
      alpha_[i].assign(m * l, 0), step_[i].assign(n * m * l, 0);
      for (std::size_t b = 0; b < m; ++b)
        for (std::size_t c = 0; c < l; ++c) {
          LogSum sum;
          for (std::size_t a = 0; a < n; ++a) {
            double& step = step_[i][(a * m + b) * l + c];
            step = at(i, c).cost +
                   scale_ * static_cast<double>(model_.log_prob(
                                at(i - 2, a).token, at(i - 1, b).token, at(i, c).token));
            sum.add(alpha_[i - 1][a * m + b] + step);
          }
          alpha_[i][b * l + c] = sum.value();
        }
    }
  }

  void backward() {
    beta_.resize(slots_.size());
    beta_.back().assign(alpha_.back().size(), 0);
    for (std::size_t i = slots_.size() - 1; i > 1; --i) {
      const std::size_t n = size(i - 2), m = size(i - 1), l = size(i);
      beta_[i - 1].assign(n * m, 0);
      for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = 0; b < m; ++b) {
          LogSum sum;
          for (std::size_t c = 0; c < l; ++c)
            sum.add(step_[i][(a * m + b) * l + c] + beta_[i][b * l + c]);
          beta_[i - 1][a * m + b] = sum.value();
        }
    }
  }

  const std::vector<Slot>& slots_;
  const Model& model_;
  double scale_;
  std::vector<Row> alpha_, beta_, step_;
};

Slot stop() { return {0, 0, false, false, {{kStopToken, 0, true}}, {}}; }

}  // namespace

std::vector<Slot> slots_of(const std::vector<Line>& lines, const Channel& channel,
                           const Model& model) {
  const std::vector<std::vector<Leave>> leave = guarded(lines);
  std::vector<Slot> out = {stop(), stop()};
  const Line* before = nullptr;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].region == Region::stamp) continue;
    if (before && before->region != lines[i].region) out.push_back(stop());
    before = &lines[i];
    for (std::size_t k = 0; k < lines[i].words.size(); ++k)
      add_word(lines[i].words[k], leave[i][k], channel, model, {i, k, false, false, {}, {}}, out);
  }
  out.push_back(stop());
  return out;
}

void weigh(std::vector<Slot>& slots, const Model& model, double scale) {
  const Paths paths(slots, model, scale);
  for (std::size_t i = 1; i < slots.size(); ++i)
    if (slots[i].open) slots[i].posterior = paths.posterior(i);
}

}  // namespace vanthu::language
