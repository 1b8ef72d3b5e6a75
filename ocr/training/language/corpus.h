// SPDX-License-Identifier: GPL-3.0-or-later
// The law texts and the phrases of dispatches as one stream of tokens. One owner at a time.
#pragma once
#include <cstdint>
#include <istream>
#include <string>
#include <unordered_map>
#include <vector>

#include "ocr/language_model.h"

namespace vanthu::language {

struct Corpus {
  std::vector<std::string> words;     // by token; the first five are no syllables
  std::vector<Token> stream;          // kStopToken between paragraphs
  std::vector<std::string> held_out;  // paragraphs as printed, of documents that were not counted
  std::vector<std::string> titles;    // of the same documents
};

struct CorpusOptions {
  int least = 5;         // a syllable seen less often is unknown
  int hold_out = 25;     // one document in so many is held out; 0: none
  int titles_times = 3;  // what a document is about is said the way dispatches say it
  int phrases_times = 20;
};

// `documents`: a JSON object a line with "text" and "trich_yeu". `phrases`: one a line, # comments.
Corpus read_corpus(std::istream& documents, std::istream& phrases, const CorpusOptions& options);

// The tokens of a text in the corpus' vocabulary, a stop before and after.
class Reader {
 public:
  explicit Reader(const std::vector<std::string>& words);
  std::vector<Token> read(const std::string& paragraph) const;

 private:
  std::unordered_map<std::string, Token> tokens_;
};

}  // namespace vanthu::language
