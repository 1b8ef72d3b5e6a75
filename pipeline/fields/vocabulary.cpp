// SPDX-License-Identifier: GPL-3.0-or-later
// Marks are lost by the engine, hardly ever invented: a folded key that one entry alone has may
// give the marks back (DOMAIN 8.4). Keys are made once, at first use.
#include "pipeline/fields/vocabulary.h"

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/vocabulary_tables.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr std::size_t kLongestPhrase = 8;  // words
constexpr std::size_t kLongEnough = 10;    // letters of a phrase that may be one letter off

constexpr std::size_t kFamilyMargin = 2;  // letters and marks to the next family name

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

// Folded phrase, words one space apart -> its words with marks, in capitals.
const std::map<std::string, std::vector<std::string>>& phrases() {
  static const auto made = [] {
    std::map<std::string, std::vector<std::string>> out;
    const auto add = [&](std::string_view phrase) {
      std::vector<std::string> words;
      for (const auto& word : words_of(upper(phrase))) words.push_back(core_of(word).middle);
      out[fold(join(words, " "))] = words;
    };
    for (const auto phrase : tables::kPhrases) add(phrase);
    for (const auto title : tables::kTitles) add(title);
    for (const auto name : tables::kProvinces) {
      if (words_of(name).size() > 1) add(name);
      add("TỈNH " + upper(name));
    }
    for (const auto& kind : tables::kKinds)
      if (words_of(kind.name).size() > 1) add(kind.name);
    return out;
  }();
  return made;
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

const std::vector<std::string>* exact_phrase(const std::vector<Core>& cores, std::size_t at) {
  for (std::size_t n = std::min(kLongestPhrase, cores.size() - at); n > 0; --n) {
    std::string key;
    for (std::size_t i = at; i < at + n; ++i)
      key.append(i > at ? " " : "").append(fold(cores[i].middle));
    const auto found = phrases().find(key);
    if (found != phrases().end()) return &found->second;
  }
  return nullptr;
}

const std::set<std::string>& phrase_words() {
  static const auto made = [] {
    std::set<std::string> out;
    for (const auto& [key, words] : phrases())
      for (const auto& word : words) out.insert(fold(word));
    return out;
  }();
  return made;
}

// Is every word that differs from the phrase's one that no phrase has? NÔNG is never a misread
// CÔNG.
bool differs_in_unknown_words(const std::vector<Core>& cores, std::size_t at,
                              const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string have = fold(cores[at + i].middle);
    if (have != fold(words[i]) && phrase_words().count(have) > 0) return false;
  }
  return true;
}

// One letter lost, added or wrong in a long phrase of as many words ("BAN QUÁẢN LÝ").
const std::vector<std::string>* near_phrase(const std::vector<Core>& cores, std::size_t at) {
  for (std::size_t n = std::min(kLongestPhrase, cores.size() - at); n > 1; --n) {
    std::string key;
    for (std::size_t i = at; i < at + n; ++i)
      key.append(i > at ? " " : "").append(fold(cores[i].middle));
    if (key.size() < kLongEnough) continue;
    for (const auto& [phrase, words] : phrases()) {
      const std::size_t apart =
          phrase.size() > key.size() ? phrase.size() - key.size() : key.size() - phrase.size();
      if (words.size() != n || apart > 1 || edit_distance(phrase, key) > 1) continue;
      if (differs_in_unknown_words(cores, at, words)) return &words;
    }
  }
  return nullptr;
}

std::string code_key(std::string_view code) { return fold(code); }

}  // namespace

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> made(std::begin(tables::kKinds), std::end(tables::kKinds));
  return made;
}

const Kind* kind_of_code(std::string_view code, bool party) {
  if (code.empty() || (party && code == "QĐ")) return nullptr;
  const auto fits = [&](const Kind& kind) {
    return !kind.code.empty() && (party ? kind.party : kind.state);
  };
  for (const Kind& kind : kinds())
    if (fits(kind) && kind.code == code) return &kind;
  const Kind* only = nullptr;
  int same = 0;
  for (const Kind& kind : kinds())
    if (fits(kind) && code_key(kind.code) == code_key(code)) {
      only = &kind;
      ++same;
    }
  const bool capital_kept = capitals(code) > 0.9 || code.size() > 2;
  return same == 1 && capital_kept && has_marks(only->code) ? only : nullptr;
}

const std::vector<PrintedKind>& printed_kinds() {
  static const auto made = [] {
    std::vector<PrintedKind> out(std::begin(tables::kOtherTitles), std::end(tables::kOtherTitles));
    for (const Kind& kind : tables::kKinds) out.push_back({kind.name, kind.name});
    std::stable_sort(out.begin(), out.end(), [](const PrintedKind& a, const PrintedKind& b) {
      return a.printed.size() > b.printed.size();
    });
    return out;
  }();
  return made;
}

std::optional<std::string> province(std::string_view name) {
  std::string key = letters(name);
  for (const char* lead : {"thanhpho", "tinh", "tp"})
    if (key.rfind(lead, 0) == 0) {
      key = key.substr(std::string_view(lead).size());
      break;
    }
  if (key == "hcm") key = "hochiminh";
  for (const auto known : tables::kProvinces)
    if (letters(known) == key) return std::string(known);
  return std::nullopt;
}

bool starts_body(std::string_view line) {
  std::vector<std::string> have;
  for (const auto& word : words_of(line)) have.push_back(letters(word));
  for (const auto start : tables::kBodyStarts) {
    const auto wanted = words_of(start);
    if (wanted.size() > have.size()) continue;
    const bool same =
        std::equal(wanted.begin(), wanted.end(), have.begin(),
                   [](const std::string& a, const std::string& b) { return letters(a) == b; });
    if (same) return true;
  }
  return false;
}

bool is_family_name(std::string_view syllable) {
  static const auto made = [] {
    std::set<std::string> out;
    for (const auto name : tables::kFamilyNames) out.insert(canonical(name));
    return out;
  }();
  return made.count(canonical(syllable)) > 0;
}

std::optional<std::string> family_name_near(std::string_view syllable) {
  const std::string marked = lower(nfc(syllable)), bare = fold(syllable);
  const std::size_t most = bare.size() >= 5 ? 4 : bare.size() >= 3 ? 2 : 1;
  std::string best;
  std::size_t least = most + 1, second = most + 3;
  for (const auto name : tables::kFamilyNames) {
    if (name == best) continue;
    const std::size_t apart = edit_distance(marked, lower(name)) + edit_distance(bare, fold(name));
    if (apart < least) {
      second = std::min(second, least);
      least = apart;
      best = name;
    } else {
      second = std::min(second, apart);
    }
  }
  if (best.empty() || second < least + kFamilyMargin) return std::nullopt;
  return best;
}

std::string restore_marks(std::string_view text, double* known) {
  std::vector<Core> cores;
  for (const auto& word : words_of(text)) cores.push_back(core_of(word));
  std::size_t covered = 0, at = 0, real = 0;
  std::vector<std::string> out;
  while (at < cores.size()) {
    const auto* exact = exact_phrase(cores, at);
    const auto* phrase = exact != nullptr ? exact : near_phrase(cores, at);
    const std::size_t n = phrase == nullptr ? 1 : phrase->size();
    for (std::size_t i = 0; i < n; ++i) {
      const Core& core = cores[at + i];
      std::string middle = core.middle;
      if (phrase != nullptr && canonical(middle) != canonical((*phrase)[i]))
        middle = in_case_of((*phrase)[i], core.middle);
      out.push_back(core.before + middle + core.after);
      real += core.middle.empty() ? 0 : 1;
    }
    covered += exact != nullptr ? n : 0;  // a letter off is mended, not known
    at += n;
  }
  if (known != nullptr)
    *known =
        real == 0 ? 0 : std::min(1.0, static_cast<double>(covered) / static_cast<double>(real));
  return join(out, " ");
}

std::optional<std::string> signer_title(std::string_view line) {
  const std::string key = letters(line);
  static constexpr std::string_view kMarks[] = {"",      "KT. ", "TM. ",    "TL. ",
                                                "TUQ. ", "Q. ",  "KT. TL. "};
  std::optional<std::string> best;
  std::size_t least = 1 + key.size() / 8;
  for (const auto mark : kMarks)
    for (const auto title : tables::kTitles) {
      const std::string full = std::string(mark) + std::string(title);
      const std::string wanted = letters(full);
      const std::size_t apart =
          wanted.size() > key.size() ? wanted.size() - key.size() : key.size() - wanted.size();
      if (apart >= least) continue;
      const std::size_t d = edit_distance(key, wanted);
      if (d < least) {
        least = d;
        best = full;
      }
    }
  return best;
}

}  // namespace vanthu::fields
