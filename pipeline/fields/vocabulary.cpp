// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/vocabulary.h"

#include <algorithm>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/lexicon.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr int kMostMerges = 4;  // of provinces into one another; a clerk's file may name a circle

// The letters of a unit's name without what says that it is one.
std::string unit_key(std::string_view name) {
  std::string key = letters(name);
  for (const std::string_view lead : {"thanhpho", "tinh", "tp"})
    if (key.rfind(lead, 0) == 0) return key.substr(lead.size());
  return key;
}

bool named(const Province& unit, const std::string& key) {
  return letters(unit.name) == key ||
         std::any_of(unit.spellings.begin(), unit.spellings.end(),
                     [&](const std::string& other) { return letters(other) == key; });
}

const Province* province_by_key(const std::string& key, std::string_view day) {
  for (const Province& unit : lexicon().tables.provinces)
    if (named(unit, key) && in_force(unit.period, day)) return &unit;
  return nullptr;
}

}  // namespace

const std::vector<Kind>& kinds() { return lexicon().tables.kinds; }

const Kind* kind_of_code(std::string_view code, bool party, std::string_view day) {
  if (code.empty() || (party && code == "QĐ")) return nullptr;
  const auto fits = [&](const Kind& kind) {
    return !kind.code.empty() && (party ? kind.party : kind.state) && in_force(kind.period, day);
  };
  for (const Kind& kind : kinds())
    if (fits(kind) && kind.code == code) return &kind;
  const Kind* only = nullptr;
  int same = 0;
  for (const Kind& kind : kinds())
    if (fits(kind) && fold(kind.code) == fold(code)) {
      only = &kind;
      ++same;
    }
  const bool capital_kept = capitals(code) > 0.9 || code.size() > 2;
  return same == 1 && capital_kept && has_marks(only->code) ? only : nullptr;
}

const std::vector<PrintedKind>& printed_kinds() { return lexicon().printed; }

std::optional<std::string> province(std::string_view name, std::string_view day) {
  const Province* unit = province_by_key(unit_key(name), day);
  return unit == nullptr ? std::nullopt : std::optional(unit->name);
}

std::optional<std::string> province_now(std::string_view name, std::string_view day) {
  const Province* unit = province_by_key(unit_key(name), {});
  for (int i = 0; unit != nullptr && i < kMostMerges; ++i) {
    if (unit->part_of.empty() || unit->period.until >= day) return unit->name;
    unit = province_by_key(unit_key(unit->part_of), {});
  }
  return std::nullopt;
}

std::optional<std::string> district(std::string_view name) {
  const auto& places = lexicon().places;
  auto found = places.find(letters(name));
  if (found == places.end()) found = places.find(unit_key(name));
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

std::vector<const CodedBody*> bodies_of_code(std::string_view code, std::string_view day) {
  std::vector<const CodedBody*> out;
  for (const CodedBody& body : lexicon().tables.bodies)
    if (in_force(body.period, day) &&
        std::find(body.codes.begin(), body.codes.end(), code) != body.codes.end())
      out.push_back(&body);
  return out;
}

bool is_code(std::string_view group) { return lexicon().all_codes.count(std::string(group)) > 0; }

bool is_code_of(std::string_view code, std::string_view body) {
  if (code.empty() || body.empty()) return false;
  const auto known = lexicon().codes_of.find(canonical(upper(body)));
  if (known != lexicon().codes_of.end() && known->second.count(std::string(code)) > 0) return true;
  std::string initials;
  for (const std::string& word : words_of(upper(body)))
    if (word != "VÀ" && !word.empty()) initials += from_u32(to_u32(word).substr(0, 1));
  return initials == code && to_u32(code).size() > 2;
}

std::string code_with_strokes(std::string_view group) {
  const auto& codes = lexicon().codes;
  const auto found = codes.find(std::string(group));
  return found == codes.end() ? std::string(group) : found->second;
}

std::string notation_with_strokes(std::string_view notation) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= notation.size(); ++i) {
    if (i < notation.size() && notation[i] != '-' && notation[i] != '/') continue;
    out += code_with_strokes(notation.substr(from, i - from));
    if (i < notation.size()) out += notation[i];
    from = i + 1;
  }
  return out;
}

bool starts_body(std::string_view line) {
  std::vector<std::string> have;
  for (const auto& word : words_of(line)) have.push_back(letters(word));
  for (const auto& start : lexicon().tables.starts) {
    const auto wanted = words_of(start);
    if (wanted.size() > have.size()) continue;
    const bool same =
        std::equal(wanted.begin(), wanted.end(), have.begin(),
                   [](const std::string& a, const std::string& b) { return letters(a) == b; });
    if (same) return true;
  }
  return false;
}

const std::vector<std::pair<std::u32string, std::string>>& cited_kinds() {
  return lexicon().cited_kinds;
}

const std::vector<std::pair<std::u32string, const Law*>>& known_laws() { return lexicon().laws; }

const std::vector<std::u32string>& cited_offices() { return lexicon().offices; }
const std::vector<std::u32string>& cited_issuers() { return lexicon().issuers; }

}  // namespace vanthu::fields
