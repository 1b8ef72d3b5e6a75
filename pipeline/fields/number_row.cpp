// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/number_row.h"

#include <algorithm>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/scan.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

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

struct Split {
  std::size_t digits_to = 0;
  std::u32string notation;
  Joint joint = Joint::slash;
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

std::u32string without_blanks(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text)
    if (!is_blank(c)) out += c;
  return out;
}

// The word that ends before `to`, blanks passed over: does it begin with a digit, as "4l" of 41?
bool is_after_digits(std::u32string_view text, std::size_t from, std::size_t to) {
  std::size_t end = to;
  while (end > from && is_blank(text[end - 1])) --end;
  if (end == to || end == from) return false;
  std::size_t start = end;
  while (start > from && !is_blank(text[start - 1])) --start;
  return is_digit(text[start]);
}

// "cV", "Q0": a code as it was typed.
std::string code_of(std::u32string_view seen) {
  std::string out = upper(from_u32(seen));
  if (out == "Q0") out = "QD";
  return out;
}

// "12 QĐ/UB": where the letters before the slash begin that are no strokes of digits: a known kind
// before a body's code alone, or any capitals apart from digits that the engine saw. `slash`: there
// are none.
std::size_t old_kind(std::u32string_view text, std::size_t from, std::size_t slash,
                     const std::u32string& body) {
  std::size_t i = slash;
  const auto is_zero_for_d = [&](std::size_t k) {
    return text[k] == U'0' && k > from && text[k - 1] == U'Q';
  };
  while (i > from && (is_letter(text[i - 1]) || is_zero_for_d(i - 1))) --i;
  const std::size_t length = slash - i;
  if (length < 2 || length > 4) return slash;
  const std::string code = code_of(text.substr(i, length));
  const bool known = code == "CV" || kind_of_code(code, false) != nullptr;
  const bool ends_high = is_upper(text[slash - 1]) || is_zero_for_d(slash - 1);
  if (is_after_digits(text, from, i) && (known || (ends_high && is_upper(text[i])))) return i;
  return known && ends_high && body.find(U'-') == std::u32string::npos ? i : slash;
}

// "327-CT", "123-TTg", "25-VX": digits, a dash, one short code and nothing more.
bool split_at_dash(std::u32string_view text, std::size_t from, Split& out) {
  std::size_t at = from;
  while (at < text.size() && (is_digit(text[at]) || is_blank(text[at]))) ++at;
  if (at == from || at >= text.size() || !is_dash(text[at])) return false;
  std::size_t code = at + 1;
  skip_blanks(text, code);
  const std::u32string notation = take_notation(text, code);
  skip_blanks(text, code);
  const bool clean =
      std::none_of(notation.begin(), notation.end(), [](char32_t c) { return !is_letter(c); });
  if (notation.size() < 2 || notation.size() > 4 || !clean || code < text.size()) return false;
  out = {at, notation, Joint::dash};
  return true;
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
    const std::size_t old = year.empty() ? old_kind(text, from, i, notation) : i;
    if (dash != std::u32string_view::npos)
      out = {dash, without_blanks(text.substr(dash + 1, i - dash - 1)) + U'/' + notation,
             Joint::dash};
    else if (old < i)
      out = {old, to_u32(code_of(text.substr(old, i - old))) + U'/' + notation, Joint::none};
    else
      out = {i, year + notation, Joint::slash};
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
    out = {i, notation, Joint::slash};
    any = true;
    if (known) return true;
  }
  return any;
}

// The engine gives one Đ as two look-alikes: "QĐĐ" is QĐ, a kind there is, as QĐĐ is none.
void drop_twin(std::string& notation) {
  static const std::string kTwin = "ĐĐ";
  const std::size_t at = notation.find(kTwin), end = notation.find_first_of("-/");
  if (at == std::string::npos || at > end) return;
  std::string once = notation;
  once.erase(at, kTwin.size() / 2);
  if (kind_of_code(once.substr(0, once.find_first_of("-/")), false) != nullptr) notation = once;
}

// Strokes at the slash are read as letters: "ZZBC-SYT" is BC-SYT (no code here has a Z), and what
// stands before a second slash is a year, a kind, or such a stroke ("Z3/STC-TCHC").
void drop_strokes(std::string& notation, Joint joint) {
  const std::size_t slash = notation.find('/');
  const bool digit = notation.substr(0, slash).find_first_of("0123456789") != std::string::npos;
  const bool kind = kind_of_code(code_of(to_u32(notation.substr(0, slash))), false) != nullptr;
  if (joint == Joint::slash && slash != std::string::npos && slash <= 2 && !kind &&
      (digit || slash == 1))
    notation.erase(0, slash + 1);
  const std::size_t at = notation.find_first_not_of('Z');
  if (at != 0 && at != std::string::npos && notation.size() - at >= 2) notation.erase(0, at);
}

// "SYT-GA VI": capitals alone at the row's end are the rest of the notation.
void join_rest(std::u32string_view text, NumberParts& out) {
  const std::u32string code = to_u32(out.notation);
  std::size_t end = text.size();
  while (end > 0 && is_blank(text[end - 1])) --end;
  std::size_t from = end;
  while (from > 0 && is_upper(text[from - 1])) --from;
  const std::size_t length = end - from;
  if (length == 0 || length > 3 || from < 2 || !is_blank(text[from - 1])) return;
  if (code.empty() || text[from - 2] != code.back()) return;
  out.notation += from_u32(text.substr(from, length));
}

}  // namespace

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

NumberParts parse_number_row(std::u32string_view text) {
  NumberParts out;
  out.digits_from = past_so(text, out.said_so);
  Split split;
  const bool parted = split_at_slash(text, out.digits_from, split) ||
                      split_without_slash(text, out.digits_from, split) ||
                      split_at_dash(text, out.digits_from, split);
  out.digits_to = parted ? split.digits_to : text.size();
  out.notation = from_u32(split.notation);
  out.joint = split.joint;
  join_rest(text, out);
  drop_strokes(out.notation, out.joint);
  drop_twin(out.notation);
  const std::u32string_view gap = text.substr(out.digits_from, out.digits_to - out.digits_from);
  out.seen = from_u32(gap);
  out.digits = clean_digits(gap);
  return out;
}

std::string_view sign_of(Joint joint) {
  return joint == Joint::slash ? "/" : joint == Joint::dash ? "-" : "";
}

std::string whole_number(std::string_view digits, std::string_view notation, Joint joint) {
  std::string out(digits);
  if (!notation.empty()) out.append(sign_of(joint)).append(notation);
  return out;
}

}  // namespace vanthu::fields
