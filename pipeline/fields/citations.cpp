// SPDX-License-Identifier: GPL-3.0-or-later
// The code is found first (it hardly ever occurs by chance), then the words before it give type and
// verb, those after it date and issuer. A code is a number, perhaps a year, and a notation of
// groups; a date
// ("20/8/2019") has no letters and so is none.
#include "pipeline/fields/citations.h"

#include <algorithm>
#include <optional>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/citation_text.h"
#include "pipeline/fields/date.h"
#include "pipeline/fields/scan.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr auto kNone = std::u32string_view::npos;

struct Code {
  std::size_t from = 0, to = 0;
  std::string number;
  std::string kind;  // by its code
  bool grouped = false;
};

bool starts_number(const CitationText& t, std::size_t i) {
  if (!is_digit(t.text[i])) return false;
  if (i == 0) return true;
  const char32_t before = t.text[i - 1];
  return !is_digit(before) && !is_slash(before) && !is_dash(before) && !is_upper(before) &&
         before != U'.' && before != U',';
}

// "30", "66.7", "30c": moved past; empty when it is none.
std::u32string take_serial(std::u32string_view text, std::size_t& at) {
  const std::size_t from = at;
  if (!take_number(text, at, 6)) return {};
  std::size_t part = at + 1;
  if (at < text.size() && text[at] == U'.' && take_number(text, part, 2)) at = part;
  if (at + 1 < text.size() && is_lower(text[at]) &&
      (is_slash(text[at + 1]) || is_dash(text[at + 1])))
    ++at;
  return std::u32string(text.substr(from, at - from));
}

std::optional<Code> state_code(const CitationText& t, std::size_t from, std::size_t at,
                               std::u32string number) {
  skip_blanks(t.text, at);
  if (at >= t.text.size() || !is_slash(t.text[at])) return std::nullopt;
  ++at;
  skip_blanks(t.text, at);
  number += U'/';
  std::size_t year = at;
  const auto value = take_number(t.text, year, 4);
  if (value && year - at == 4 && *value >= 1945 && *value <= 2099) {
    std::size_t slash = year;
    skip_blanks(t.text, slash);
    if (slash >= t.text.size() || !is_slash(t.text[slash])) return std::nullopt;
    number += std::u32string(t.text.substr(at, 4)) + U'/';
    at = slash + 1;
    skip_blanks(t.text, at);
  }
  const std::u32string notation = take_notation(t.text, at);
  if (notation.size() < 2 || capitals(from_u32(notation)) < 0.5) return std::nullopt;
  const bool dated = number.find(U'/') != number.rfind(U'/');
  const bool grouped = dated || notation.find(U'-') != std::u32string::npos;
  const std::string code = notation_with_strokes(from_u32(notation));
  const Kind* kind = kind_of_code(split(code, '-').front(), false);
  return Code{from, at, from_u32(number) + code,
              kind == nullptr ? std::string() : std::string(kind->name), grouped};
}

std::optional<Code> party_code(const CitationText& t, std::size_t from, std::size_t at,
                               std::u32string number) {
  skip_blanks(t.text, at);
  if (at >= t.text.size() || !is_dash(t.text[at])) return std::nullopt;
  ++at;
  skip_blanks(t.text, at);
  const std::u32string notation = take_notation(t.text, at);
  const std::size_t slash = notation.find(U'/');
  if (slash == std::u32string::npos || slash > 5 || slash + 2 > notation.size())
    return std::nullopt;
  if (notation.substr(0, slash).find(U'-') != std::u32string::npos) return std::nullopt;
  const std::string code = notation_with_strokes(from_u32(notation));
  const Kind* kind = kind_of_code(split(code, '/').front(), true);
  return Code{from, at, from_u32(number) + "-" + code,
              kind == nullptr ? std::string() : std::string(kind->name), true};
}

std::optional<Code> code_at(const CitationText& t, std::size_t i) {
  std::size_t at = i;
  const std::u32string serial = take_serial(t.text, at);
  if (serial.empty()) return std::nullopt;
  if (auto state = state_code(t, i, at, serial)) return state;
  return party_code(t, i, at, serial);
}

struct Before {
  std::size_t from = 0;
  std::string kind;
  bool said_so = false;
};

// The type and `số` in front of a code.
Before words_before(const CitationText& t, std::size_t at) {
  Before out;
  std::size_t i = back_over_blanks(t, at);
  if (i > 0 && t.text[i - 1] == U':') i = back_over_blanks(t, i - 1);
  const std::size_t so = ends_with(t, i, U"so");
  if (so != kNone) {
    out.said_so = true;
    i = back_over_blanks(t, so);
  }
  out.from = out.said_so ? so : at;
  for (const auto& [key, name] : cited_kinds())
    if (const std::size_t from = ends_with(t, i, key); from != kNone) {
      out.kind = name;
      out.from = from;
      break;
    }
  return out;
}

// "Luật Công nghệ thông tin số 67/2006/QH11": laws are cited by name, the code after it. `since`:
// the end of the citation before.
void find_law(const CitationText& t, Before& before, std::size_t since, Citation& cite) {
  if (!before.kind.empty() || cite.number.find("QH") == std::string::npos) return;
  const std::size_t reach = before.from > kVerbReach ? before.from - kVerbReach : 0;
  const std::size_t start = std::max(reach, since);
  std::u32string_view part = std::u32string_view(t.key).substr(start, before.from - start);
  for (const auto& [key, name] :
       {std::pair{U"bo luat ", "BỘ LUẬT"}, {U"phap lenh ", "PHÁP LỆNH"}, {U"luat ", "LUẬT"}}) {
    const std::size_t at = part.rfind(key);
    if (at == kNone || !word_boundary(t, start + at) || !is_upper(t.text[start + at])) continue;
    if (part.find_first_of(U";.", at) != kNone) continue;
    cite.type = name;
    cite.title = join(words_of(from_u32(t.text.substr(start + at, before.from - start - at))), " ");
    before.from = start + at;
    return;
  }
}

// The date after the code (DOMAIN 9.3.3: after a comma only when `của`, `;` or `)` follows it).
std::string date_after(const CitationText& t, std::size_t& at) {
  std::size_t i = at;
  skip_blanks(t.text, i);
  const bool comma = i < t.text.size() && t.text[i] == U',';
  if (comma) {
    ++i;
    skip_blanks(t.text, i);
  }
  if (t.key.compare(i, 4, U"ngay") != 0) return {};
  i += 4;
  skip_blanks(t.text, i);
  const auto date = take_date(t.text, i);
  if (!date || date->rfind("--", 0) == 0) return {};
  if (comma) {
    std::size_t j = i;
    skip_blanks(t.text, j);
    const bool closes = j < t.text.size() && (t.text[j] == U';' || t.text[j] == U')');
    if (!closes && t.key.compare(j, 3, U"cua") != 0) return {};
  }
  at = i;
  return *date;
}

// "Ngày 13/4/2007, Bộ Chính trị ban hành Chỉ thị …": the date in front belongs to this one.
std::string date_before(const CitationText& t, std::size_t at, std::size_t since) {
  const std::size_t from = std::max(since, at > kVerbReach ? at - kVerbReach : 0);
  const std::u32string_view part = std::u32string_view(t.key).substr(from, at - from);
  const std::size_t day = part.rfind(U"ngay ");
  if (day == kNone) return {};
  std::size_t i = from + day + 5;
  const auto date = take_date(t.text, i);
  if (!date || date->rfind("--", 0) == 0 || i >= at || t.text[i] != U',') return {};
  const std::u32string_view rest = std::u32string_view(t.key).substr(i, at - i);
  return rest.find(U" ban hanh ") != kNone && rest.find(U'.') == kNone ? *date : std::string();
}

// The longest known name that stands whole at `at`; 0: none.
std::size_t known_issuer(const CitationText& t, std::size_t at) {
  std::size_t best = 0;
  for (const auto& key : cited_issuers())
    if (key.size() > best && t.key.compare(at, key.size(), key) == 0 &&
        (at + key.size() >= t.text.size() || !is_letter(t.text[at + key.size()])))
      best = key.size();
  return best;
}

// The same with an office before it: "Bộ trưởng Bộ Y tế".
std::size_t known_office(const CitationText& t, std::size_t at) {
  std::size_t best = known_issuer(t, at);
  for (const auto& office : cited_offices()) {
    if (t.key.compare(at, office.size(), office) != 0) continue;
    const std::size_t body = known_issuer(t, at + office.size());
    if (body > 0) best = std::max(best, office.size() + body);
  }
  return best;
}

// A known issuer at `at`, with its province where one is named; moved past.
std::string issuer_at(const CitationText& t, std::size_t& at) {
  const std::size_t best = known_office(t, at);
  if (best == 0) return {};
  std::size_t end = at + best;
  std::size_t i = end;
  skip_blanks(t.text, i);
  for (const char32_t* level : {U"tinh ", U"thanh pho ", U"huyen "}) {
    const std::u32string_view word(level);
    if (t.key.compare(i, word.size(), word) != 0) continue;
    end = i + word.size() - 1;
    i += word.size();
  }
  std::size_t last = i;
  for (int words = 0; words < 4 && last < t.text.size() && is_upper(t.text[last]); ++words) {
    std::size_t stop = last;
    while (stop < t.text.size() && is_letter(t.text[stop])) ++stop;
    if (province(from_u32(t.text.substr(i, stop - i)))) end = stop;
    last = stop;
    skip_blanks(t.text, last);
  }
  const std::string out = join(words_of(from_u32(t.text.substr(at, end - at))), " ");
  at = end;
  return out;
}

std::string issuer_after(const CitationText& t, std::size_t& at) {
  std::size_t i = at;
  skip_blanks(t.text, i);
  if (t.key.compare(i, 4, U"cua ") != 0) return {};
  i += 4;
  skip_blanks(t.text, i);
  const std::string out = issuer_at(t, i);
  if (!out.empty()) at = i;
  return out;
}

// Is it the next of a list whose verb stands before the first? "Căn cứ Nghị định …; Thông tư …",
// "Công văn … và Kế hoạch …".
bool goes_on(const CitationText& t, std::size_t since, std::size_t from) {
  std::size_t end = back_over_blanks(t, from);
  while (end > since && is_dash(t.text[end - 1])) end = back_over_blanks(t, end - 1);
  if (end <= since) return false;
  const bool near = from - since < 8;
  const bool and_so = near && (ends_with(t, end, U"va") != kNone || t.text[end - 1] == U',');
  const std::u32string_view between = std::u32string_view(t.key).substr(since, end - since);
  return and_so || (t.text[end - 1] == U';' && between.find(U". ") == kNone);
}

}  // namespace

std::vector<CitationSpan> find_citations(std::u32string_view text) {
  const CitationText t = citation_text(text);
  std::vector<CitationSpan> out;
  std::size_t since = 0;  // the end of the citation before
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!starts_number(t, i)) continue;
    const auto code = code_at(t, i);
    if (!code) continue;
    Before before = words_before(t, i);
    if (before.from < since) before = {i, {}, before.said_so};  // words of the one before
    if (!code->grouped && !before.said_so && before.kind.empty()) continue;
    CitationSpan span;
    span.from = before.from;
    span.number_from = code->from;
    span.number_to = code->to;
    Citation& cite = span.citation;
    cite.number = code->number;
    cite.type = before.kind.empty() ? code->kind : before.kind;
    find_law(t, before, since, cite);
    span.from = before.from;
    const bool listed = before.kind.empty() && !out.empty() && i - since < 12 && code->kind.empty();
    if (listed) cite.type = out.back().citation.type;
    span.to = code->to;
    cite.date = date_after(t, span.to);
    if (cite.date.empty()) cite.date = date_before(t, before.from, since);
    cite.issuer = issuer_after(t, span.to);
    cite.relation = relation_before(t, before.from, since);
    if (cite.relation.empty() && !out.empty() && goes_on(t, since, before.from))
      cite.relation = out.back().citation.relation;
    cite.raw = join(words_of(from_u32(text.substr(span.from, span.to - span.from))), " ");
    since = span.to;
    i = code->to > i ? code->to - 1 : i;
    out.push_back(std::move(span));
  }
  for (CitationSpan& law : find_laws(t)) {
    const bool taken = std::any_of(out.begin(), out.end(), [&](const CitationSpan& one) {
      return law.from < one.to && one.from < law.to;
    });
    if (!taken) out.push_back(std::move(law));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const CitationSpan& a, const CitationSpan& b) { return a.from < b.from; });
  return out;
}

}  // namespace vanthu::fields
