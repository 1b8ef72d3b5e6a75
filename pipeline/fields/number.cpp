// SPDX-License-Identifier: GPL-3.0-or-later
// When are digits print? Measured on 117 number lines: printed digits never touch `Số:`, so that it
// is a word of its own, and stand at most kTallestPrint as tall as it with its marks. With
// kSureDigits of confidence all nine such numbers were right and no handwritten one passed. Nine
// are too few to trust print alone (kPrintConfidence); a second source may raise it.
#include "pipeline/fields/number.h"

#include <algorithm>
#include <cmath>

#include "pipeline/fields/make_field.h"
#include "pipeline/fields/row_text.h"
#include "pipeline/fields/scan.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kSureDigits = 0.75;
constexpr double kTallestPrint = 0.95;
constexpr double kPrintConfidence = 0.89;
constexpr double kSameSize = 0.15;  // of the height: print beside print

bool is_like(char32_t c, std::string_view set) {
  const std::string key = fold(from_u32(std::u32string(1, c)));
  return key.size() == 1 && set.find(key[0]) != std::string_view::npos;
}

// Past `Số`, `Luật số`, their colon and the blanks.
std::size_t past_so(std::u32string_view text, bool& said) {
  std::size_t at = 0;
  while (at < text.size() && at < 4 && !is_letter(text[at]) && !is_digit(text[at]) &&
         !is_slash(text[at]))
    ++at;
  if (letters(from_u32(text.substr(at, 5))) == "luat") at += 5;
  said = at + 1 < text.size() && is_like(text[at], "s") && is_like(text[at + 1], "o0a6de") &&
         !(at + 2 < text.size() && is_lower(text[at + 2]));
  if (!said) return at;
  at += 2;
  while (at < text.size() &&
         (is_blank(text[at]) || text[at] == U':' || text[at] == U'.' || text[at] == U';'))
    ++at;
  return at;
}

// "15", "12a", "66.7"; blanks and dot leaders around and between are passed over.
std::string clean_digits(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text)
    if (!is_blank(c) && c != U'…' && c != U'_') out += c;
  while (!out.empty() && (out.front() == U'.' || out.front() == U':' || out.front() == U','))
    out.erase(0, 1);
  while (!out.empty() && (out.back() == U'.' || out.back() == U',')) out.pop_back();
  std::size_t at = 0;
  if (!take_number(out, at, 6)) return {};
  if (at + 1 < out.size() && out[at] == U'.') {
    std::size_t part = at + 1;
    if (take_number(out, part, 2)) at = part;
  }
  if (at + 1 == out.size() && ((out[at] >= U'a' && out[at] <= U'h') || out[at] == U'đ')) ++at;
  return at == out.size() ? from_u32(out) : std::string();
}

struct Split {
  std::size_t digits_to = 0;
  std::u32string notation;
  bool party = false;
};

// "…-CV/BPTT": a dash, a kind's letters, the slash at `slash`, a body. Returns the dash or npos.
std::size_t party_dash(std::u32string_view text, std::size_t from, std::size_t slash) {
  std::size_t i = slash;
  while (i > from && (is_letter(text[i - 1]) || is_blank(text[i - 1]))) --i;
  if (i == from || !is_dash(text[i - 1])) return std::u32string_view::npos;
  std::size_t at = i;
  skip_blanks(text, at);
  const bool kind = at < slash && is_upper(text[at]) && slash - at <= 5;
  return kind ? i - 1 : std::u32string_view::npos;
}

bool split_at_slash(std::u32string_view text, std::size_t from, Split& out) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (!is_slash(text[i])) continue;
    std::size_t at = i + 1;
    skip_blanks(text, at);
    std::u32string year;
    std::size_t after = at;
    const auto number = take_number(text, after, 4);
    if (number && after - at == 4 && *number >= 1945 && after < text.size() &&
        is_slash(text[after])) {
      year = std::u32string(text.substr(at, 4)) + U'/';
      at = after + 1;
    }
    const std::u32string notation = take_notation(text, at);
    if (notation.size() < 2) continue;
    const std::size_t dash = year.empty() ? party_dash(text, from, i) : std::u32string_view::npos;
    if (dash != std::u32string_view::npos) {
      std::u32string kind;
      for (const char32_t c : text.substr(dash + 1, i - dash - 1))
        if (!is_blank(c)) kind += c;
      out = {dash, kind + U'/' + notation, true};
    } else {
      out = {i, year + notation, false};
    }
    return true;
  }
  return false;
}

// The slash was lost in the digits ("J0TB-KCN"): a known kind's code opens the notation, else the
// first group without digits.
bool split_without_slash(std::u32string_view text, std::size_t from, Split& out) {
  bool any = false;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (!is_upper(text[i]) || (i > from && is_letter(text[i - 1]))) continue;
    std::size_t at = i;
    const std::u32string notation = take_notation(text, at);
    const std::size_t dash = notation.find(U'-');
    if (dash == std::u32string::npos || at + 2 < text.size()) continue;
    const std::u32string group = notation.substr(0, dash);
    const bool clean = std::none_of(group.begin(), group.end(), is_digit);
    const bool known = kind_of_code(from_u32(group), false) != nullptr;
    if (!known && (any || !clean || group.size() < 2)) continue;
    out = {i, notation, false};
    any = true;
    if (known) return true;
  }
  return any;
}

// Is the digits' own word print, as tall as the notation's and on its line?
bool level_with(const Word& digits, const Word& notation) {
  const double h = std::max(1, notation.box.h);
  return std::abs(digits.box.h - notation.box.h) <= 2 * kSameSize * h &&
         std::abs(digits.box.bottom() - notation.box.bottom()) <= 2 * kSameSize * h;
}

// The word that says Số; nullptr when the row lost it.
const Word* so_word(const RowText& row, const NumberParts& parts) {
  if (!parts.said_so) return nullptr;
  for (std::size_t i = 0; i < row.words.size() && row.starts[i] < parts.digits_from; ++i)
    if (begins_with(row.words[i].text, "s", 0)) return &row.words[i];
  return nullptr;
}

// The word the digits begin in.
const Word* digits_word(const RowText& row, std::size_t from) {
  for (std::size_t i = row.words.size(); i > 0; --i)
    if (row.starts[i - 1] <= from) return &row.words[i - 1];
  return nullptr;
}

double print_confidence(const RowText& row, const NumberParts& parts) {
  std::size_t from = parts.digits_from, to = parts.digits_to;
  shrink(row.text, from, to, U".:");
  const double sure = row.confidence(from, to);
  const Word* so = so_word(row, parts);
  const Word* digits = digits_word(row, from);
  if (parts.digits.empty() || sure < kSureDigits || so == nullptr || digits == nullptr ||
      so == digits)
    return 0;
  if (digits->box.h > kTallestPrint * so->box.h) return 0;
  const Word* own = row.whole_word(from, to);
  if (own == nullptr) return kPrintConfidence * (0.5 + 0.5 * sure);
  const std::size_t next = static_cast<std::size_t>(own - row.words.data()) + 1;
  if (next >= row.words.size() || !level_with(*own, row.words[next])) return 0;
  return kPrintConfidence * (0.5 + 0.5 * sure);
}

// Digits of the file's name: they often are the number, as often a count or a download id.
void add_file_name(Field& field, std::string_view file_name, const NumberParts& parts) {
  const std::u32string name = to_u32(file_name.substr(0, file_name.rfind('.')));
  const std::string code = letters(parts.notation);
  const bool names_code = !code.empty() && letters(from_u32(name)).find(code) != std::string::npos;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (!is_digit(name[i]) || (i > 0 && is_digit(name[i - 1]))) continue;
    std::size_t at = i;
    const auto number = take_number(name, at, 5);
    if (!number || (at - i == 4 && *number >= 1990 && *number <= 2035)) continue;
    const std::string digits = from_u32(std::u32string_view(name).substr(i, at - i));
    const double weight = names_code ? 0.6 : 0.1;
    add_evidence(field, "file_name", digits, weight);
    const std::string whole = whole_number(digits, parts.notation, parts.party);
    if (field.value == whole) {
      field.confidence = std::max(field.confidence, names_code ? 0.97 : field.confidence);
    } else {
      add_candidate(field, whole, weight);
    }
  }
}

}  // namespace

NumberParts parse_number_row(std::u32string_view text) {
  NumberParts out;
  out.digits_from = past_so(text, out.said_so);
  Split split;
  const bool parted = split_at_slash(text, out.digits_from, split) ||
                      split_without_slash(text, out.digits_from, split);
  out.digits_to = parted ? split.digits_to : text.size();
  out.notation = from_u32(split.notation);
  out.party = split.party;
  const std::u32string_view gap = text.substr(out.digits_from, out.digits_to - out.digits_from);
  out.seen = from_u32(gap);
  out.digits = clean_digits(gap);
  return out;
}

std::string whole_number(std::string_view digits, std::string_view notation, bool party) {
  std::string out(digits);
  if (!notation.empty()) out += (party ? "-" : "/") + std::string(notation);
  return out;
}

NumberFound read_number(const PageLayout& page, const Head& head, std::string_view file_name) {
  NumberFound out;
  out.field.status = Status::missing;
  if (!head.number) return out;
  const RowText row = row_text(*head.number);
  const NumberParts parts = parse_number_row(row.text);
  out.notation = parts.notation;
  out.party = parts.party;
  out.digits_seen = parts.digits;
  Field& field = out.field;
  field.page = page.number;
  field.raw = head.number->text;
  const double sure = parts.notation.empty() ? 0 : print_confidence(row, parts);
  if (sure > 0) {
    field = found(whole_number(parts.digits, parts.notation, parts.party), sure, {*head.number},
                  field.raw);
  } else {
    field.status = Status::handwritten;
    field.boxes = {row.box(parts.digits_from, parts.digits_to)};
    if (!parts.digits.empty())
      add_candidate(field, whole_number(parts.digits, parts.notation, parts.party),
                    0.4 * row.confidence(parts.digits_from, parts.digits_to));
    if (!parts.notation.empty())
      add_evidence(field, "print", (parts.party ? "-" : "/") + parts.notation, 0.9);
  }
  if (!parts.notation.empty()) add_file_name(field, file_name, parts);
  return out;
}

}  // namespace vanthu::fields
