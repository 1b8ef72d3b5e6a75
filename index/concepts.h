// SPDX-License-Identifier: GPL-3.0-or-later
// What is one thing under several names (concepts.tsv): UBND and ủy ban nhân dân, a department and
// what it took over. The writer puts a term of the thing where any of its names stands, so that a
// name of five words costs a query one posting list. Pure; safe from any thread.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/analyse.h"

namespace vanthu {

struct ConceptName {
  std::vector<std::string> written, folded;  // forms of its syllables
  bool abbreviated = false;                  // a short form: it has no marks to agree
  bool operator==(const ConceptName&) const = default;
};

struct Concept {
  std::string key;  // "uybannhandan": the full name folded, without blanks
  std::vector<ConceptName> names;
  std::vector<const Concept*> took_over;  // SNNMT: SNNPTNT and STNMT; never itself
};

// One concept named in a text: syllables first..last, both inclusive.
struct Mention {
  const Concept* what = nullptr;
  std::size_t first = 0, last = 0;
  bool operator==(const Mention&) const = default;
};

// Every name in `text`, overlapping ones too. A name in full counts when its marks agree or the
// text has none there; a short form in print is in capitals. In what a person typed (`typed`) any
// case will do, but for short forms that are also a syllable ("tu").
std::vector<Mention> concepts_in(std::string_view text, const std::vector<Syllable>& syllables,
                                 bool typed = false);

// By key; nullptr when there is none.
const Concept* find_concept(std::string_view key);

}  // namespace vanthu
