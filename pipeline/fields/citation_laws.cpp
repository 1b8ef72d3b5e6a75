// SPDX-License-Identifier: GPL-3.0-or-later
// A law's name is free text, so its end must be certain: it is a name of the vocabulary, or the day
// or the year stands behind it, or it is a line of legal bases that ends with a semicolon. What a
// sentence goes on with (`các`, `được`, `trước` …) is in no law's name and ends the look.
#include <algorithm>
#include <array>
#include <optional>

#include "pipeline/fields/citation_text.h"
#include "pipeline/fields/date.h"
#include "pipeline/fields/scan.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr std::size_t kLongestName = 180;  // characters: laws that amend three others
constexpr auto kNone = std::u32string_view::npos;

struct Lead {
  std::u32string_view key;
  const char* kind;
  bool named;  // a name follows
};
constexpr std::array kLeads = {Lead{U"bo luat ", "BỘ LUẬT", true}, Lead{U"luat ", "LUẬT", true},
                               Lead{U"phap lenh ", "PHÁP LỆNH", true},
                               Lead{U"hien phap ", "HIẾN PHÁP", false}};

constexpr std::array<std::u32string_view, 13> kNotInNames = {
    U" cac ", U" duoc ", U" truoc ", U" den ",         U" tu ",  U" phai ", U" neu ",
    U" thi ", U" da ",   U" nay ",   U" co hieu luc ", U" tai ", U" khoan "};

const Lead* lead_at(const CitationText& t, std::size_t at) {
  if (!is_upper(t.text[at]) || !word_boundary(t, at)) return nullptr;
  const std::size_t before = back_over_blanks(t, at);  // "Trường Đại học Luật Hà Nội"
  for (const char32_t* word : {U"hoc", U"truong", U"khoa", U"vien", U"bao", U"tap chi"})
    if (ends_with(t, before, word) != kNone) return nullptr;
  for (const Lead& lead : kLeads)
    if (t.key.compare(at, lead.key.size(), lead.key) == 0) return &lead;
  return nullptr;
}

// "ngày 19 tháng 6 năm 2015", "ngày 19/6/2015", "năm 2013", "2015" from `at`, moved past.
std::string day_or_year(const CitationText& t, std::size_t& at) {
  std::size_t i = at;
  if (t.key.compare(i, 5, U"ngay ") == 0) {
    i += 5;
    const auto date = take_date(t.text, i);
    if (!date || date->front() == '-') return {};
    at = i;
    return *date;
  }
  if (t.key.compare(i, 4, U"nam ") == 0) i += 4;
  const std::size_t from = i;
  const auto year = take_number(t.text, i, 4);
  if (!year || i - from != 4 || *year < 1945 || *year > 2099) return {};
  if (i < t.text.size() && (is_slash(t.text[i]) || is_digit(t.text[i]))) return {};
  at = i;
  return std::to_string(*year);
}

struct Name {
  std::size_t end = 0;   // of the name; 0: its end is not certain
  std::size_t past = 0;  // of name and date
  std::string date;
};

// The name that begins at `from`.
Name name_from(const CitationText& t, std::size_t from, bool after_basis) {
  const std::size_t stop = std::min(t.key.size(), from + kLongestName);
  for (std::size_t i = from; i < stop; ++i) {
    const char32_t c = t.text[i];
    if (c == U';') return after_basis ? Name{i, i, {}} : Name{};
    if (c == U'.' || c == U':' || c == U'(') return {};
    if (t.key[i] != U' ') continue;
    std::size_t at = i + 1;
    if (std::string date = day_or_year(t, at); !date.empty()) return {i, at, std::move(date)};
    const auto opens = [&](std::u32string_view word) {
      return t.key.compare(i, word.size(), word) == 0;
    };
    const bool coded = opens(U" so ") && i + 4 < t.text.size() && is_digit(t.text[i + 4]);
    if (coded || std::any_of(kNotInNames.begin(), kNotInNames.end(), opens)) return {};
  }
  return {};
}

// Capitalised, or one that amends: "Luật sửa đổi, bổ sung một số điều của …".
bool may_begin_name(const CitationText& t, std::size_t at) {
  return at < t.text.size() && (is_upper(t.text[at]) || t.key.compare(at, 8, U"sua doi,") == 0 ||
                                t.key.compare(at, 8, U"sua doi ") == 0);
}

const Law* known_at(const CitationText& t, std::size_t at, std::size_t& end) {
  for (const auto& [key, law] : known_laws()) {
    end = at + key.size();
    if (t.key.compare(at, key.size(), key) == 0 &&
        (end >= t.text.size() || !is_letter(t.text[end])))
      return law;
  }
  return nullptr;
}

// The number of the law of that day, or year: only where it is one.
std::string number_of(const Law& law, const std::string& date) {
  std::string only;
  for (const Law::Number& one : law.numbers) {
    const bool by_day = !one.day.empty() && one.day.rfind(date, 0) == 0;
    const bool in_year = one.number.find("/" + date.substr(0, 4) + "/") != std::string::npos;
    const bool by_year = in_year && (date.size() == 4 || one.day.empty());
    if (date.empty() || !(by_day || by_year)) continue;
    if (!only.empty()) return {};
    only = one.number;
  }
  return only;
}

// A known name, and the day or year behind it if there is one.
Name known_name(const CitationText& t, std::size_t end) {
  Name out{end, end, {}};
  std::size_t at = end;
  skip_blanks(t.text, at);
  if (at > end) out.date = day_or_year(t, at);
  if (!out.date.empty()) out.past = at;
  return out;
}

std::optional<CitationSpan> law_at(const CitationText& t, std::size_t at, std::size_t since) {
  const Lead* lead = lead_at(t, at);
  if (lead == nullptr) return std::nullopt;
  const std::size_t first = at + lead->key.size();
  std::size_t known_end = 0;
  const Law* law = known_at(t, at, known_end);
  if (law == nullptr && lead->named && !may_begin_name(t, first)) return std::nullopt;
  const bool basis = ends_with(t, back_over_blanks(t, at), U"can cu") != kNone;
  const Name name = law != nullptr ? known_name(t, known_end)
                                   : name_from(t, lead->named ? first : first - 1, basis);
  if (name.end == 0) return std::nullopt;
  CitationSpan span;
  span.from = span.number_from = at;
  span.to = name.past;
  span.number_to = name.end;
  const auto words = [&](std::size_t to) {
    return join(words_of(from_u32(t.text.substr(at, to - at))), " ");
  };
  span.citation.type = lead->kind;
  if (law != nullptr) span.citation.number = number_of(*law, name.date);
  span.citation.title = trim(words(name.end), ",");
  span.citation.date = name.date;
  span.citation.relation = relation_before(t, at, since);
  span.citation.raw = words(name.past);
  return span;
}

}  // namespace

std::vector<CitationSpan> find_laws(const CitationText& t) {
  std::vector<CitationSpan> out;
  std::size_t since = 0;
  for (std::size_t i = 0; i < t.text.size(); ++i) {
    auto law = law_at(t, i, since);
    if (!law) continue;
    since = law->to;
    i = law->to - 1;
    out.push_back(std::move(*law));
  }
  return out;
}

}  // namespace vanthu::fields
