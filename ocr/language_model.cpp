// SPDX-License-Identifier: GPL-3.0-or-later
// A trie of sorted arrays, searched by halves: Katz back-off over what pruning left of an
// interpolated modified Kneser-Ney model (Chen and Goodman, 1998), a byte a logarithm.
#include "ocr/language_model.h"

#include <algorithm>
#include <cstring>

#include "pipeline/error.h"
#include "pipeline/text.h"

extern "C" const unsigned char vanthu_language_model_begin[], vanthu_language_model_end[];

namespace vanthu::language {
namespace {

// Hands out the arrays one after another and refuses to run over the end.
class Cutter {
 public:
  explicit Cutter(std::span<const unsigned char> bytes) : bytes_(bytes) {}
  template <class T>
  const T* take(std::size_t count) {
    const std::size_t size = (count * sizeof(T) + 3) / 4 * 4;
    if (size > bytes_.size() - at_) throw Error(Code::internal, "the language model is cut short");
    const auto* out = reinterpret_cast<const T*>(bytes_.data() + at_);
    at_ += size;
    return out;
  }

 private:
  std::span<const unsigned char> bytes_;
  std::size_t at_ = 0;
};

}  // namespace

std::string skeleton_of(std::string_view token) {
  std::string out = fold(token);
  while (!out.empty() && out.back() >= '0' && out.back() <= '9') out.pop_back();
  return out;
}

Model::Model(std::span<const unsigned char> bytes) {
  Cutter cut(bytes);
  head_ = *cut.take<ModelHead>(1);
  if (std::memcmp(head_.magic, "VLM1", 4) != 0 || head_.words == 0 || head_.words > 0xFFFF)
    throw Error(Code::internal, "these bytes are no language model");
  prob_scale_ = cut.take<float>(256);
  weight_scale_ = cut.take<float>(256);
  text_at_ = cut.take<std::uint32_t>(head_.words + 1);
  unigram_ = cut.take<float>(head_.words);
  unigram_weight_ = cut.take<float>(head_.words);
  first_bigram_ = cut.take<std::uint32_t>(head_.words + 1);
  block_ = cut.take<std::uint32_t>(head_.bigrams / kBlock + 1);
  in_block_ = cut.take<std::uint16_t>(head_.bigrams + 1);
  bigram_ = cut.take<std::uint16_t>(head_.bigrams);
  trigram_ = cut.take<std::uint16_t>(head_.trigrams);
  bigram_prob_ = cut.take<std::uint8_t>(head_.bigrams);
  bigram_weight_ = cut.take<std::uint8_t>(head_.bigrams);
  trigram_prob_ = cut.take<std::uint8_t>(head_.trigrams);
  text_ = cut.take<char>(head_.text);
  index_words();
}

const Model& Model::built_in() {
  static const Model model(
      {vanthu_language_model_begin,
       static_cast<std::size_t>(vanthu_language_model_end - vanthu_language_model_begin)});
  return model;
}

void Model::index_words() {
  words_.reserve(head_.words);
  for (std::size_t i = 0; i < head_.words; ++i) {
    const auto token = static_cast<Token>(i);
    words_.emplace(text(token), token);
    if (text(token).front() != '<') skeletons_[skeleton_of(text(token))].push_back(token);
  }
}

Token Model::find(std::string_view token) const {
  const auto at = words_.find(token);
  return at == words_.end() ? kUnknownToken : at->second;
}

std::string_view Model::text(Token token) const {
  return {text_ + text_at_[token], text_at_[token + 1U] - text_at_[token]};
}

const std::vector<Token>& Model::of_skeleton(const std::string& folded) const {
  static const std::vector<Token> none;
  const auto at = skeletons_.find(folded);
  return at == skeletons_.end() ? none : at->second;
}

Model::Place Model::find_bigram(Token a, Token b) const {
  const auto *from = bigram_ + first_bigram_[a], *to = bigram_ + first_bigram_[a + 1U];
  const auto* at = std::lower_bound(from, to, b);
  return {static_cast<std::uint32_t>(at - bigram_), at != to && *at == b};
}

float Model::bigram_prob(Token b, Token c) const {
  const Place place = find_bigram(b, c);
  return place.found ? prob_scale_[bigram_prob_[place.at]] : unigram_weight_[b] + unigram_[c];
}

float Model::log_prob(Token a, Token b, Token c) const {
  const Place history = find_bigram(a, b);
  if (!history.found) return bigram_prob(b, c);
  const auto *from = trigram_ + first_trigram(history.at),
             *to = trigram_ + first_trigram(history.at + 1);
  const auto* at = std::lower_bound(from, to, c);
  if (at != to && *at == c) return prob_scale_[trigram_prob_[at - trigram_]];
  return weight_scale_[bigram_weight_[history.at]] + bigram_prob(b, c);
}

}  // namespace vanthu::language
