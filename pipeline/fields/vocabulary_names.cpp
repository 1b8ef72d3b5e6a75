// SPDX-License-Identifier: GPL-3.0-or-later
// Names and titles of people.
#include <algorithm>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/lexicon.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr std::size_t kFamilyMargin = 2;  // letters and marks to the next family name

}  // namespace

bool is_family_name(std::string_view syllable) {
  return lexicon().family_names.count(canonical(syllable)) > 0;
}

std::optional<std::string> family_name_near(std::string_view syllable) {
  const std::string marked = lower(nfc(syllable)), bare = fold(syllable);
  const std::size_t most = bare.size() >= 5 ? 4 : bare.size() >= 3 ? 2 : 1;
  std::string best;
  std::size_t least = most + 1, second = most + 3;
  for (const auto& name : lexicon().tables.family_names) {
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

std::optional<std::string> signer_title(std::string_view line) {
  const std::string key = letters(line);
  static constexpr std::string_view kMarks[] = {"",      "KT. ", "TM. ",    "TL. ",
                                                "TUQ. ", "Q. ",  "KT. TL. "};
  std::optional<std::string> best;
  std::size_t least = 1 + key.size() / 8;
  for (const auto mark : kMarks)
    for (const auto& title : lexicon().tables.signer_titles) {
      const std::string full = std::string(mark) + title;
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
