// SPDX-License-Identifier: GPL-3.0-or-later
// How the engine misreads: which syllables may have been printed where it read one, and how likely
// it is then to read just that. The rates are counted on drawn pages
// (models/language_channel.tsv, ocr/training/language). Const after construction: safe from any
// thread.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ocr/language_model.h"

namespace vanthu::language {

// Found by likelihood on drawn pages that the rates were not counted on.
struct Weights {
  double model = 1;      // on the model's logarithms
  double letters = 1;    // on the letters' logarithms
  double changed = 0;    // added where anything was misread
  double unknown = -8;   // of a word that the model does not know, read rightly
  double name = -3;      // added to a change of a word that may be a name
  double neighbour = 0;  // added where letters were misread, not marks alone
};

struct Candidate {
  Token token = kUnknownToken;
  double cost = 0;   // the logarithm of P(read | printed), up to a sum common to all
  bool own = false;  // as the engine read it
};

class Channel {
 public:
  // Throws Error{internal} where the table cannot be read.
  Channel(std::string_view table, const Model& model);
  static const Channel& built_in();

  // `core`: letters as the engine read them, confidence 0..1. The own reading first, then others,
  // the likeliest first and few.
  std::vector<Candidate> candidates(std::string_view core, double confidence, bool name) const;

  // log P(`read` letters | `printed` letters), of words in composed lower-case letters; `upper`:
  // they stood in capitals.
  double misread(const std::u32string& read, const std::u32string& printed, bool upper) const;

  Weights weights;

 private:
  struct Reading {
    Token own;
    std::u32string letters;
    bool upper;
  };
  void add(const std::string& skeleton, const Reading& read, double change,
           std::vector<Candidate>& out) const;
  void keep_best(std::size_t most, std::vector<Candidate>& candidates) const;
  std::set<std::string> neighbours(const std::string& skeleton) const;
  double letter(char32_t read, char32_t printed, bool upper) const;
  double doubt(double confidence) const;
  void index_neighbours();

  const Model& model_;
  std::unordered_map<std::uint64_t, float> letters_;
  std::map<double, double> doubt_;
  double replaced_ = -9, lost_ = -9, added_ = -9;
  std::unordered_map<std::string, std::vector<std::string>> shortened_;  // by one letter less
  std::vector<std::u32string> spelled_;                                  // by token
};

}  // namespace vanthu::language
