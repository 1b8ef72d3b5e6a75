// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the vocabularies and the keys they are looked up by, made once. Private to this
// folder: ask vocabulary.h. Const after it was made; safe from any thread.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "pipeline/fields/vocabulary_tables.h"
#include "pipeline/fields/vocabulary_use.h"

namespace vanthu::fields {

struct Phrase {
  std::string key;                 // folded, words one blank apart
  std::vector<std::string> words;  // with marks, in capitals
};

struct Lexicon {
  Tables tables;
  std::map<std::string, std::vector<std::string>> phrases;  // by key; only those one phrase has
  std::vector<std::vector<Phrase>> mendable;  // by number of words: may be a letter off
  std::set<std::string> phrase_words;         // folded
  std::map<std::string, std::string> places;  // letters of a district, with and without its form
  std::map<std::string, std::string> codes;   // without the stroke of Đ -> the one code with it
  std::set<std::string> all_codes;
  std::map<std::string, std::set<std::string>> codes_of;  // canonical name in capitals -> codes
  std::vector<PrintedKind> printed;                       // the longest first
  std::vector<std::pair<std::u32string, std::string>> cited_kinds;  // folded -> kind
  std::vector<std::u32string> offices;                      // folded, a blank behind: "bo truong "
  std::vector<std::u32string> issuers;                      // folded names of whom citations are of
  std::vector<std::pair<std::u32string, const Law*>> laws;  // folded, the longest first
  std::set<std::string> family_names;                       // canonical
};

// The one in use on this thread, else the program's own.
const Lexicon& lexicon();

}  // namespace vanthu::fields
