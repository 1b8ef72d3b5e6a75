// SPDX-License-Identifier: GPL-3.0-or-later
// A byte a logarithm: 256 levels, each the mean of an equal share of the values.
#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "ocr/training/language/ngrams.h"

namespace vanthu::language {
namespace {

std::vector<float> levels(std::vector<float> values) {
  std::sort(values.begin(), values.end());
  std::vector<float> out;
  for (std::size_t i = 0; i < 256; ++i) {
    const std::size_t from = values.size() * i / 256,
                      to = std::max(from + 1, values.size() * (i + 1) / 256);
    double sum = 0;
    for (std::size_t j = from; j < to; ++j) sum += values[std::min(j, values.size() - 1)];
    out.push_back(static_cast<float>(sum / static_cast<double>(to - from)));
  }
  return out;
}

std::uint8_t nearest(const std::vector<float>& scale, float value) {
  const auto above = std::lower_bound(scale.begin(), scale.end(), value);
  if (above == scale.begin()) return 0;
  if (above == scale.end()) return 255;
  const auto at = value - *(above - 1) < *above - value ? above - 1 : above;
  return static_cast<std::uint8_t>(at - scale.begin());
}

template <class T>
void put(std::string& out, const std::vector<T>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
  out.append((4 - out.size() % 4) % 4, '\0');
}

}  // namespace

std::string packed(const Ngrams& ngrams, const std::vector<std::string>& words) {
  const std::size_t bigrams = ngrams.bigrams.size() - 1;
  std::vector<float> probs, weights;
  for (const Trigram& t : ngrams.trigrams) probs.push_back(t.prob);
  for (std::size_t i = 0; i < bigrams; ++i)
    probs.push_back(ngrams.bigrams[i].prob), weights.push_back(ngrams.bigrams[i].weight);
  const std::vector<float> prob_scale = levels(probs), weight_scale = levels(weights);

  std::vector<std::uint32_t> text_at = {0}, block;
  std::string text;
  for (const std::string& word : words)
    text += word, text_at.push_back(static_cast<std::uint32_t>(text.size()));
  std::vector<std::uint16_t> in_block, bigram, trigram;
  std::vector<std::uint8_t> bigram_prob, bigram_weight, trigram_prob;
  for (std::size_t i = 0; i <= bigrams; ++i) {
    const Bigram& b = ngrams.bigrams[i];
    if (i % kBlock == 0) block.push_back(b.first_trigram);
    if (b.first_trigram - block.back() > 0xFFFF) throw std::runtime_error("a block is too full");
    in_block.push_back(static_cast<std::uint16_t>(b.first_trigram - block.back()));
    if (i == bigrams) break;
    bigram.push_back(b.word);
    bigram_prob.push_back(nearest(prob_scale, b.prob));
    bigram_weight.push_back(nearest(weight_scale, b.weight));
  }
  for (const Trigram& t : ngrams.trigrams)
    trigram.push_back(t.word), trigram_prob.push_back(nearest(prob_scale, t.prob));

  ModelHead head{{'V', 'L', 'M', '1'},
                 static_cast<std::uint32_t>(words.size()),
                 static_cast<std::uint32_t>(bigrams),
                 static_cast<std::uint32_t>(trigram.size()),
                 static_cast<std::uint32_t>(text.size())};
  std::string out(reinterpret_cast<const char*>(&head), sizeof head);
  put(out, prob_scale), put(out, weight_scale), put(out, text_at);
  put(out, ngrams.unigram), put(out, ngrams.unigram_weight), put(out, ngrams.first_bigram);
  put(out, block), put(out, in_block), put(out, bigram), put(out, trigram);
  put(out, bigram_prob), put(out, bigram_weight), put(out, trigram_prob);
  put(out, std::vector<char>(text.begin(), text.end()));
  return out;
}

}  // namespace vanthu::language
