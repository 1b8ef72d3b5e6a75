// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/training/language/corpus.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "ocr/language_tokens.h"
#include "pipeline/text.h"

namespace vanthu::language {
namespace {

constexpr std::string_view kSpecial[] = {kUnknown, kStop, kComma, kNumber, kCode};

// Words as they are printed are few; each is cut up once.
class Stream {
 public:
  Stream() {
    for (const std::string_view word : kSpecial) id_of(std::string(word));
  }

  void add(const std::string& text, int times) {
    for (const std::string& paragraph : split(text, '\n')) {
      const std::vector<std::string> words = words_of(paragraph);
      for (int i = 0; i < times && !words.empty(); ++i) add(words);
    }
  }

  Corpus cut(int least) const {
    std::vector<std::uint32_t> counts(words_.size(), 0);
    for (const std::uint32_t id : stream_) ++counts[id];
    Corpus out;
    std::vector<Token> token(words_.size(), kUnknownToken);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (i >= std::size(kSpecial) && counts[i] < static_cast<std::uint32_t>(least)) continue;
      token[i] = static_cast<Token>(out.words.size());
      out.words.push_back(words_[i]);
    }
    out.stream.reserve(stream_.size());
    for (const std::uint32_t id : stream_) out.stream.push_back(token[id]);
    return out;
  }

 private:
  std::uint32_t id_of(const std::string& token) {
    const auto [at, is_new] = ids_.emplace(token, static_cast<std::uint32_t>(words_.size()));
    if (is_new) words_.push_back(token);
    return at->second;
  }

  void add(const std::vector<std::string>& words) {
    put(kStopToken);
    for (const std::string& word : words) {
      auto [at, is_new] = printed_.try_emplace(word);
      if (is_new)
        for (const std::string& token : tokens_of(shape_of(nfc(word))))
          at->second.push_back(id_of(token));
      for (const std::uint32_t id : at->second) put(id);
    }
  }

  void put(std::uint32_t id) {  // stops do not pile up
    if (id != kStopToken || stream_.empty() || stream_.back() != kStopToken) stream_.push_back(id);
  }

  std::unordered_map<std::string, std::uint32_t> ids_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> printed_;
  std::vector<std::string> words_;
  std::vector<std::uint32_t> stream_;
};

std::string text_at(const nlohmann::json& document, const char* key) {
  const auto at = document.find(key);
  return at == document.end() || !at->is_string() ? std::string() : at->get<std::string>();
}

}  // namespace

Corpus read_corpus(std::istream& documents, std::istream& phrases, const CorpusOptions& options) {
  Stream stream;
  std::vector<std::string> held_out, titles;
  std::string line;
  for (int i = 0; std::getline(documents, line); ++i) {
    const nlohmann::json document = nlohmann::json::parse(line);
    const std::string text = text_at(document, "text"), title = text_at(document, "trich_yeu");
    if (options.hold_out == 0 || i % options.hold_out != options.hold_out - 1) {
      stream.add(text, 1);
      stream.add(title, options.titles_times);
      continue;
    }
    titles.push_back(title);
    for (const std::string& paragraph : split(text, '\n'))
      if (!trim(paragraph).empty()) held_out.push_back(trim(paragraph));
  }
  while (std::getline(phrases, line))
    if (!line.empty() && line.front() != '#') stream.add(line, options.phrases_times);
  Corpus out = stream.cut(options.least);
  out.held_out = std::move(held_out);
  out.titles = std::move(titles);
  return out;
}

Reader::Reader(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) tokens_.emplace(words[i], static_cast<Token>(i));
}

std::vector<Token> Reader::read(const std::string& paragraph) const {
  std::vector<Token> out = {kStopToken};
  for (const std::string& word : words_of(paragraph))
    for (const std::string& token : tokens_of(shape_of(nfc(word)))) {
      const auto at = tokens_.find(token);
      const Token id = at == tokens_.end() ? kUnknownToken : at->second;
      if (id != kStopToken || out.back() != kStopToken) out.push_back(id);
    }
  return out;
}

}  // namespace vanthu::language
