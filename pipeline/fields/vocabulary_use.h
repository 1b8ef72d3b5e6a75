// SPDX-License-Identifier: GPL-3.0-or-later
// Which vocabularies the questions of vocabulary.h are answered from: the program's own, or a
// clerk's over them while one is in use on this thread. What is read depends on nothing else that
// was set, and whoever sets one says so in the reading's options.
#pragma once
#include <memory>

#include "pipeline/fields/vocabulary_rows.h"

namespace vanthu::fields {

struct Lexicon;  // tables and the keys made of them

// Made once, used for many files. Throws Error{config} as make_tables().
std::shared_ptr<const Lexicon> make_lexicon(const VocabularyFiles& clerk);

// In use on this thread as long as it lives; they nest.
class LexiconInUse {
 public:
  explicit LexiconInUse(std::shared_ptr<const Lexicon> lexicon);
  ~LexiconInUse();
  LexiconInUse(const LexiconInUse&) = delete;
  LexiconInUse& operator=(const LexiconInUse&) = delete;

 private:
  std::shared_ptr<const Lexicon> lexicon_;
  const Lexicon* before_;
};

}  // namespace vanthu::fields
