// SPDX-License-Identifier: GPL-3.0-or-later
// What a person typed, understood: text -> tokens -> tree, plain values that can be printed and
// compared. plan.h turns the tree into terms. The language is docs/query-language.md.
// Pure; safe from any thread. A malformed query is an Error{usage}: what() says what is wrong and
// `hint` is the query with a caret line under the place.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/fields.h"

namespace vanthu {

// Hostile queries meet these; a person never does.
inline constexpr std::size_t kMaxQueryBytes = 2000;
inline constexpr std::size_t kMaxQueryDepth = 16;   // brackets in brackets
inline constexpr std::size_t kMaxQueryLeaves = 64;  // words, phrases, fields
inline constexpr std::size_t kMaxPhraseWords = 32;
inline constexpr std::size_t kMaxDistance = 100;
inline constexpr std::size_t kUsualDistance = 10;  // NEAR without a number
inline constexpr std::size_t kLeastPrefix = 2;     // letters before '*': fewer find everything

// `begin`, `end`: bytes of the query it was read from.
struct QueryToken {
  enum class Kind { word, phrase, field, minus, equals, either, near, open, close };
  Kind kind = Kind::word;
  std::string text;  // word or phrase without quotes; field: the name typed; near: the distance
  std::size_t begin = 0, end = 0;
  bool operator==(const QueryToken&) const = default;
};

std::vector<QueryToken> tokens_of(std::string_view query);

struct QueryNode {
  enum class Kind {
    all,     // every part
    any,     // one part at least
    except,  // not its one part; stands only inside `all`
    words,   // syllables next to each other: a word, a compound typed with '-', a phrase
    prefix,  // words or numbers that begin so: typed with '*' behind
    near,    // its parts, words and phrases, at most `distance` words apart, in any order
    number,  // a document number or the beginning of one
    range,   // of the days or the numbers low..high, both inclusive, in the form of the value slot
    category,
    named,  // its parts are the name of a thing that has others; text: its keys (concepts.h)
    run,    // a number typed in pieces among the other parts: "3795 UBND VXNV"; ranks, demands
            // nothing
    side,   // words typed side by side, in `text`; ranks where they stand so, demands nothing
    when,   // its parts say the days low..high: papers that say so, or are of these days
  };
  Kind kind = Kind::all;
  const SearchField* field = nullptr;  // nullptr: anywhere
  std::string text;                    // words, prefix, number, category: as typed
  bool strict = false;                 // marks must be as typed; else they are preferred
  bool quoted = false;                 // words in quotes mean these words
  std::string low, high;               // range; empty: open to that side
  std::size_t distance = 0;            // near
  std::size_t begin = 0, end = 0;
  std::vector<QueryNode> parts;
  bool operator==(const QueryNode&) const = default;
};

QueryNode parse_query(std::string_view query);

// The tree with what belongs together taken together: names of things that have others (named),
// numbers typed in pieces (run), dates said in words (when), "số" before a number gone. Only
// parse_query's kinds in `query`.
QueryNode regroup(const QueryNode& query);

// The tree on one line, as the tests read it: all(words(khuyen) except(words(=xa)) range(date …)).
std::string print(const QueryNode& node);

}  // namespace vanthu
