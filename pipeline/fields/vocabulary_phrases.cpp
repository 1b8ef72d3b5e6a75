// SPDX-License-Identifier: GPL-3.0-or-later
// Marks are lost by the engine, hardly ever invented: a folded key that one phrase alone has may
// give the marks back (DOMAIN 8.4).
#include <algorithm>

#include "pipeline/fields/lexicon.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr std::size_t kLongestPhrase = 10;  // words
constexpr std::size_t kLongEnough = 10;     // letters of a phrase that may be one letter off

struct Core {  // a word without the punctuation around it
  std::string before, middle, after;
};

Core core_of(std::string_view word) {
  static constexpr std::u32string_view kAround = U".,;:()\"'“”`-_*";
  const std::u32string u = to_u32(word);
  std::size_t from = 0, to = u.size();
  while (from < to && kAround.find(u[from]) != std::u32string_view::npos) ++from;
  while (to > from && kAround.find(u[to - 1]) != std::u32string_view::npos) --to;
  const std::u32string_view v(u);
  return {from_u32(v.substr(0, from)), from_u32(v.substr(from, to - from)), from_u32(v.substr(to))};
}

// `marked` (capitals) in the case of `like`.
std::string in_case_of(const std::string& marked, const std::string& like) {
  if (upper(like) == like && lower(like) != like) return marked;
  const std::string low = lower(marked);
  const std::u32string first = to_u32(like).substr(0, 1);
  if (from_u32(first) == lower(from_u32(first))) return low;
  const std::u32string u = to_u32(low);
  return upper(from_u32(u.substr(0, 1))) + from_u32(u.substr(1));
}

std::string key_of(const std::vector<Core>& cores, std::size_t at, std::size_t n) {
  std::string key;
  for (std::size_t i = at; i < at + n; ++i)
    key.append(i > at ? " " : "").append(fold(cores[i].middle));
  return key;
}

const std::vector<std::string>* exact_phrase(const std::vector<Core>& cores, std::size_t at) {
  for (std::size_t n = std::min(kLongestPhrase, cores.size() - at); n > 0; --n) {
    const auto found = lexicon().phrases.find(key_of(cores, at, n));
    if (found != lexicon().phrases.end()) return &found->second;
  }
  return nullptr;
}

// Is every word that differs from the phrase's one that no phrase has? NÔNG is never a misread
// CÔNG.
bool differs_in_unknown_words(const std::vector<Core>& cores, std::size_t at,
                              const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string have = fold(cores[at + i].middle);
    if (have != fold(words[i]) && lexicon().phrase_words.count(have) > 0) return false;
  }
  return true;
}

// As many words, each the phrase's or a misreading of it: under half of its letters wrong, and no
// word of another phrase.
bool misread_of(const std::vector<Core>& cores, const std::vector<std::string>& words) {
  if (cores.size() != words.size() || !differs_in_unknown_words(cores, 0, words)) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string wanted = fold(words[i]);
    if (2 * edit_distance(fold(cores[i].middle), wanted) >= std::max<std::size_t>(2, wanted.size()))
      return false;
  }
  return true;
}

// One letter lost, added or wrong in a long phrase of as many words ("BAN QUÁẢN LÝ").
const std::vector<std::string>* near_phrase(const std::vector<Core>& cores, std::size_t at) {
  const auto& mendable = lexicon().mendable;
  for (std::size_t n = std::min(kLongestPhrase, cores.size() - at); n > 1; --n) {
    const std::string key = key_of(cores, at, n);
    if (key.size() < kLongEnough || n >= mendable.size()) continue;
    for (const Phrase& phrase : mendable[n]) {
      const std::size_t apart = phrase.key.size() > key.size() ? phrase.key.size() - key.size()
                                                               : key.size() - phrase.key.size();
      if (apart > 1 || edit_distance(phrase.key, key) > 1) continue;
      if (differs_in_unknown_words(cores, at, phrase.words)) return &phrase.words;
    }
  }
  return nullptr;
}

// How many of the phrase's words are its own: the last may open another ("UBND HUYỆN", "HUYỆN AN
// BIÊN"), which then has it.
std::size_t own_words(const std::vector<Core>& cores, std::size_t at, std::size_t n) {
  if (n < 2) return n;
  const auto* next = exact_phrase(cores, at + n - 1);
  return next != nullptr && next->size() > 1 ? n - 1 : n;
}

std::string mended(const Core& core, const std::string& marked) {
  const bool same = canonical(core.middle) == canonical(marked);
  return core.before + (same ? core.middle : in_case_of(marked, core.middle)) + core.after;
}

}  // namespace

std::optional<std::string> body_near(std::string_view line, std::string_view code,
                                     std::string_view day) {
  std::vector<Core> cores;
  for (const auto& word : words_of(line)) cores.push_back(core_of(word));
  std::optional<std::string> only;
  for (const CodedBody* body : bodies_of_code(code, day)) {
    std::vector<std::string> words;
    for (const auto& word : words_of(upper(body->name))) words.push_back(core_of(word).middle);
    if (!misread_of(cores, words)) continue;
    if (only) return std::nullopt;
    only = upper(body->name);
  }
  return only;
}

std::string restore_marks(std::string_view text, double* known) {
  std::vector<Core> cores;
  for (const auto& word : words_of(text)) cores.push_back(core_of(word));
  std::size_t covered = 0, at = 0;
  std::vector<std::string> out;
  while (at < cores.size()) {
    const auto* exact = exact_phrase(cores, at);
    const auto* phrase = exact != nullptr ? exact : near_phrase(cores, at);
    const std::size_t n = phrase == nullptr ? 1 : own_words(cores, at, phrase->size());
    for (std::size_t i = 0; i < n; ++i)
      out.push_back(mended(cores[at + i], phrase == nullptr ? cores[at].middle : (*phrase)[i]));
    covered += exact != nullptr ? n : 0;  // a letter off is mended, not known
    at += n;
  }
  const auto real = std::count_if(cores.begin(), cores.end(),
                                  [](const Core& core) { return !core.middle.empty(); });
  if (known != nullptr)
    *known =
        real == 0 ? 0 : std::min(1.0, static_cast<double>(covered) / static_cast<double>(real));
  return join(out, " ");
}

}  // namespace vanthu::fields
