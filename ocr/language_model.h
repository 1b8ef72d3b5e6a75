// SPDX-License-Identifier: GPL-3.0-or-later
// How likely a syllable is after two others, as counted from public law texts and kept in
// models/language.bin (ocr/training/language makes it, docs/language.md tells its form). The bytes
// are read where they lie; the object itself holds an index of the vocabulary, about 1 MB. Const
// after construction: safe from any thread.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vanthu::language {

using Token = std::uint16_t;
inline constexpr Token kUnknownToken = 0, kStopToken = 1;

// The file: this head, then the arrays in the order of Model's members, each padded to 4 bytes.
struct ModelHead {
  char magic[4];  // "VLM1"
  std::uint32_t words, bigrams, trigrams, text;
};
// Starts of trigrams are 16 bits beyond the 32-bit start of their block of so many bigrams.
inline constexpr std::uint32_t kBlock = 64;

class Model {
 public:
  // Throws Error{internal} where the bytes are no such model. The bytes must outlive the object.
  explicit Model(std::span<const unsigned char> bytes);
  static const Model& built_in();

  Token find(std::string_view token) const;  // kUnknownToken where it is none
  std::string_view text(Token token) const;
  std::size_t size() const { return head_.words; }

  // The natural logarithm of P(c | a b): the longest history that was kept, backed off by Katz'
  // weights. Always finite.
  float log_prob(Token a, Token b, Token c) const;
  float log_prob(Token c) const { return unigram_[c]; }

  // Syllables that are alike when all marks are off.
  const std::vector<Token>& of_skeleton(const std::string& folded) const;
  const std::unordered_map<std::string, std::vector<Token>>& skeletons() const {
    return skeletons_;
  }

 private:
  struct Place {
    std::uint32_t at = 0;
    bool found = false;
  };
  Place find_bigram(Token a, Token b) const;
  std::uint32_t first_trigram(std::uint32_t bigram) const {
    return block_[bigram / kBlock] + in_block_[bigram];
  }
  float bigram_prob(Token b, Token c) const;
  void index_words();

  ModelHead head_{};
  const float *prob_scale_ = nullptr, *weight_scale_ = nullptr;  // 256 each: what a byte means
  const std::uint32_t* text_at_ = nullptr;                       // words + 1
  const float *unigram_ = nullptr, *unigram_weight_ = nullptr;   // words
  const std::uint32_t* first_bigram_ = nullptr;                  // words + 1
  const std::uint32_t* block_ = nullptr;                         // bigrams / kBlock + 1
  const std::uint16_t *in_block_ = nullptr, *bigram_ = nullptr;  // bigrams + 1, bigrams
  const std::uint16_t* trigram_ = nullptr;
  const std::uint8_t *bigram_prob_ = nullptr, *bigram_weight_ = nullptr, *trigram_prob_ = nullptr;
  const char* text_ = nullptr;
  std::unordered_map<std::string_view, Token> words_;
  std::unordered_map<std::string, std::vector<Token>> skeletons_;
};

// The letters of a token without its marks: "tre4" → "tre", "đê1" → "de".
std::string skeleton_of(std::string_view token);

}  // namespace vanthu::language
