// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the language model: xz -dc phapdien.jsonl.xz | vanthu_count_language phrases.txt OUT
// [HELD_OUT]. Says how well it foretells documents that were not counted. README.md has the recipe.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <unordered_set>

#include "ocr/training/language/corpus.h"
#include "ocr/training/language/ngrams.h"

namespace vanthu::language {
namespace {

// Which trigrams were counted, to tell paragraphs that repeat a law from new ones.
class Seen {
 public:
  explicit Seen(const std::vector<Token>& stream) {
    for (std::size_t i = 2; i < stream.size(); ++i) all_.insert(key(stream, i));
  }
  double unseen_share(const std::vector<Token>& tokens) const {
    std::size_t unseen = 0;
    for (std::size_t i = 2; i < tokens.size(); ++i) unseen += !all_.contains(key(tokens, i));
    return tokens.size() < 3 ? 0
                             : static_cast<double>(unseen) / static_cast<double>(tokens.size() - 2);
  }

 private:
  static std::uint64_t key(const std::vector<Token>& t, std::size_t i) {
    return std::uint64_t{t[i - 2]} << 32 | std::uint64_t{t[i - 1]} << 16 | t[i];
  }
  std::unordered_set<std::uint64_t> all_;
};

struct Score {
  double nats = 0;
  std::size_t tokens = 0;
  void add(const Model& model, const std::vector<Token>& t) {
    for (std::size_t i = 1; i < t.size(); ++i, ++tokens)
      nats -= model.log_prob(i > 1 ? t[i - 2] : kStopToken, t[i - 1], t[i]);
  }
  double perplexity() const { return std::exp(nats / static_cast<double>(tokens)); }
};

constexpr double kNew = 0.12;  // of its trigrams unseen: the paragraph repeats no other law

double number(const char* name, double otherwise) {
  const char* text = std::getenv(name);
  return text ? std::atof(text) : otherwise;
}

void judge(const Corpus& corpus, const Model& model, const char* path) {
  const Reader reader(corpus.words);
  const Seen seen(corpus.stream);
  Score all, fresh, titles;
  std::ofstream out(path);
  for (const std::string& paragraph : corpus.held_out) {
    const std::vector<Token> tokens = reader.read(paragraph);
    const double unseen = seen.unseen_share(tokens);
    all.add(model, tokens);
    if (unseen >= kNew) fresh.add(model, tokens);
    out << unseen << '\t' << paragraph << '\n';
  }
  for (const std::string& title : corpus.titles) titles.add(model, reader.read(title));
  std::printf(
      "held out: %zu tokens, perplexity %.1f; new paragraphs: %zu tokens, %.1f; titles: "
      "%zu tokens, %.1f\n",
      all.tokens, all.perplexity(), fresh.tokens, fresh.perplexity(), titles.tokens,
      titles.perplexity());
}

int run(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "count_language PHRASES OUT [HELD_OUT]\n"), 2;
  std::ifstream phrases(argv[1]);
  CorpusOptions options;
  if (argc < 4) options.hold_out = 0;
  const Corpus corpus = read_corpus(std::cin, phrases, options);
  const NgramOptions smoothing{number("PLAIN", 0) == 0, number("KEEP_BIGRAM", 2),
                               number("KEEP_TRIGRAM", 4)};
  const Ngrams ngrams = count_ngrams(corpus.stream, corpus.words.size(), smoothing);
  const std::string bytes = packed(ngrams, corpus.words);
  std::ofstream(argv[2], std::ios::binary) << bytes;
  std::printf("%zu tokens, %zu words, %zu bigrams, %zu trigrams, %zu bytes\n", corpus.stream.size(),
              corpus.words.size(), ngrams.bigrams.size() - 1, ngrams.trigrams.size(), bytes.size());
  const Model model({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
  if (argc > 3) judge(corpus, model, argv[3]);
  return 0;
}

}  // namespace
}  // namespace vanthu::language

int main(int argc, char** argv) { return vanthu::language::run(argc, argv); }
