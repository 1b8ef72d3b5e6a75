// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/citation_text.h"

#include "pipeline/fields/scan.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr auto kNone = std::u32string_view::npos;

struct Verb {
  std::u32string_view key;
  const char* relation;
};
// Folded; the nearest before the citation counts.
constexpr Verb kVerbs[] = {
    {U"can cu", "basis"},        {U"trien khai", "implements"}, {U"thuc hien", "implements"},
    {U"phuc dap", "replies_to"}, {U"tra loi", "replies_to"},    {U"tiep theo", "follows"},
    {U"thay the", "repeals"},    {U"bai bo", "repeals"},        {U"duoc sua doi", "amended_by"},
    {U"huy bo", "repeals"},      {U"quan triet", "implements"}, {U"duoc thay the", "repealed_by"},
    {U"thi hanh", "implements"}, {U"dinh chinh", "amends"},     {U"bi bai bo boi", "repealed_by"},
    {U"sua doi", "amends"},      {U"bo sung", "amends"},        {U"dinh kem", "attachment"},
    {U"kem theo", "attachment"}, {U"theo de nghi", "proposal"}, {U"tiep nhan", "receives"},
    {U"theo", "according_to"}};

char32_t folded(char32_t c) {
  if (is_blank(c)) return U' ';
  const std::u32string out = to_u32(fold(from_u32(std::u32string(1, c))));
  return out.size() == 1 ? out.front() : c;
}

}  // namespace

CitationText citation_text(std::u32string_view text) {
  CitationText out{text, {}};
  out.key.reserve(text.size());
  for (const char32_t c : text) out.key += folded(c);
  return out;
}

std::size_t back_over_blanks(const CitationText& t, std::size_t at) {
  while (at > 0 && (t.key[at - 1] == U' ')) --at;
  return at;
}

bool word_boundary(const CitationText& t, std::size_t at) {
  return at == 0 || !(is_letter(t.text[at - 1]) || is_digit(t.text[at - 1]));
}

std::size_t ends_with(const CitationText& t, std::size_t to, std::u32string_view word) {
  std::size_t i = to, w = word.size();
  while (w > 0) {
    if (word[w - 1] == U' ') {
      const std::size_t before = back_over_blanks(t, i);
      if (before == i) return kNone;
      i = before;
      --w;
    } else if (i > 0 && t.key[i - 1] == word[w - 1]) {
      --i;
      --w;
    } else {
      return kNone;
    }
  }
  return word_boundary(t, i) ? i : kNone;
}

std::string relation_before(const CitationText& t, std::size_t at, std::size_t since) {
  const std::size_t from = std::max(since, at > kVerbReach ? at - kVerbReach : 0);
  std::size_t nearest = 0;
  std::size_t length = 0;
  std::string out;
  const std::u32string_view part = std::u32string_view(t.key).substr(from, at - from);
  for (const Verb& verb : kVerbs) {
    const std::size_t found = part.rfind(verb.key);
    if (found == kNone || !word_boundary(t, from + found)) continue;
    const std::size_t end = found + verb.key.size();
    if (!out.empty() && (end < nearest || (end == nearest && verb.key.size() < length))) continue;
    const std::u32string_view between = part.substr(end);
    if (between.find(U';') != kNone || between.find(U". ") != kNone) continue;
    nearest = end;
    length = verb.key.size();
    out = verb.relation;
  }
  return out;
}

}  // namespace vanthu::fields
