// SPDX-License-Identifier: GPL-3.0-or-later
// Trigrams of a stream of tokens, smoothed and pruned: interpolated modified Kneser-Ney (Chen and
// Goodman, 1998), or the same discounts over plain counts of the lower orders; pruned by weighted
// difference (Seymore and Rosenfeld, 1996). One owner at a time.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "ocr/language_model.h"

namespace vanthu::language {

struct NgramOptions {
  bool kneser_ney = true;    // else lower orders are counted plainly
  double keep_bigram = 2.0;  // least gain in log-likelihood over the corpus, in nats, to be kept
  double keep_trigram = 4.0;
};

struct Bigram {
  Token word = 0;
  float prob = 0, weight = 0;  // logarithms
  std::uint32_t first_trigram = 0;
};

struct Trigram {
  Token word = 0;
  float prob = 0;
};

// Sorted by their words: bigrams of word w from first_bigram[w] to first_bigram[w + 1].
struct Ngrams {
  std::vector<float> unigram, unigram_weight;
  std::vector<std::uint32_t> first_bigram;
  std::vector<Bigram> bigrams;  // one more at the end, for its first_trigram
  std::vector<Trigram> trigrams;
};

Ngrams count_ngrams(const std::vector<Token>& stream, std::size_t words,
                    const NgramOptions& options);

// The bytes that Model reads.
std::string packed(const Ngrams& ngrams, const std::vector<std::string>& words);

}  // namespace vanthu::language
