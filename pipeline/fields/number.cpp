// SPDX-License-Identifier: GPL-3.0-or-later
// When are digits print? Measured on 117 number lines: printed digits never touch `Số:`, so that it
// is a word of its own, and stand at most kTallestPrint as tall as it with its marks. With
// kSureDigits of confidence all nine such numbers were right and no handwritten one passed. Nine
// are too few to trust print alone (kPrintConfidence); a second source may raise it: the net that
// reads digits, which sees print and pen apart.
#include "pipeline/fields/number.h"

#include <algorithm>
#include <cmath>

#include "pipeline/fields/make_field.h"
#include "pipeline/fields/row_text.h"
#include "pipeline/fields/scan.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/fields/weigh.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kSureDigits = 0.75;
constexpr double kTallestPrint = 0.95;
constexpr double kPrintConfidence = 0.89;
constexpr double kSameSize = 0.15;  // of the height: print beside print

// How much likelier something is seen when the digits are so than when they are not. The engine's
// reading of pen strokes that comes out the same is hardly chance from three digits on.
constexpr double kEngineAgrees = 20, kEngineAgreesShort = 6;
constexpr double kFileNamed = 30,
                 kFileHas = 2;  // the file is named by the number; has it somewhere
constexpr double kNotationBase = 0.7, kNotationConfirmed = 0.94, kKnownKind = 0.03;

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
struct NameDigits {
  std::string digits;
  bool by_code = false;  // the name has the notation too
};

std::vector<NameDigits> digits_of_name(std::string_view file_name, const NumberParts& parts) {
  std::vector<NameDigits> out;
  const std::u32string name = to_u32(file_name.substr(0, file_name.rfind('.')));
  const std::string code = letters(parts.notation);
  const bool by_code = !code.empty() && letters(from_u32(name)).find(code) != std::string::npos;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (!is_digit(name[i]) || (i > 0 && is_digit(name[i - 1]))) continue;
    std::size_t at = i;
    const auto number = take_number(name, at, 5);
    if (!number || (at - i == 4 && *number >= 1990 && *number <= 2035)) continue;
    out.push_back({from_u32(std::u32string_view(name).substr(i, at - i)), by_code});
  }
  return out;
}

void add_file_name(Field& field, std::string_view file_name, const NumberParts& parts) {
  for (const NameDigits& name : digits_of_name(file_name, parts)) {
    const std::string whole = whole_number(name.digits, parts.notation, parts.party);
    if (field.value != whole) continue;
    add_evidence(field, "file_name", name.digits, name.by_code ? 0.6 : 0.1);
    field.confidence = std::max(field.confidence, name.by_code ? 0.97 : field.confidence);
  }
}

// The word of the digits with what the net took them for; nullptr when it saw none.
const Word* guessed_word(const RowText& row) {
  for (const Word& word : row.words)
    if (!word.guesses.empty()) return &word;
  return nullptr;
}

std::string digits_before_code(const std::string& text) {
  return text.substr(0, text.find_first_of("/-"));
}

// What the engine alone made of the digits; empty when it was no number.
std::string engine_digits(const Word& word) {
  const std::string& seen = word.raw.empty() ? word.text : word.raw;
  return clean_digits(to_u32(digits_before_code(seen)));
}

// Is every group of the notation a code we know, and one of them the issuer's own? Print that is
// misread seldom comes out so ("TP-VP" under SỞ TƯ PHÁP is not).
bool confirmed_by(std::string_view issuer, const NumberParts& parts) {
  bool own = false;
  for (const std::string& group : split(parts.notation, '-'))
    for (const std::string& code : split(group, '/')) {
      const bool issuers = is_code_of(code, issuer);
      own = own || issuers;
      if (!issuers && !is_code(code) && !all_digits(code, 4)) return false;
    }
  return own;
}

// How likely the notation is what stands on paper, by the engine's confidence in it: the word's is
// the product of the digits' and the notation's. A known kind opens half of them.
double notation_sure(const Word& word, const NumberParts& parts, bool confirmed) {
  const double digits = word.guesses.front().confidence;
  const double engine =
      digits > 0 ? std::clamp(word.confidence / digits, 0.0, 1.0) : word.confidence;
  const std::string group = parts.notation.substr(0, parts.notation.find_first_of("-/"));
  const double known = kind_of_code(group, parts.party) != nullptr ? kKnownKind : 0;
  const double base = confirmed ? kNotationConfirmed : kNotationBase;
  return std::min(kMostCertain, base + (1 - base) * engine + known);
}

struct Beside {  // what else is known while the digits are weighed
  std::string_view file_name, issuer;
};

void weigh_guesses(Field& field, const Word& word, const Beside& beside, const NumberParts& parts) {
  const auto whole = [&](const std::string& digits) {
    return whole_number(digits, parts.notation, parts.party);
  };
  const bool confirmed = confirmed_by(beside.issuer, parts);
  if (confirmed) add_evidence(field, "issuer", parts.notation, kNotationConfirmed);
  const double notation = notation_sure(word, parts, confirmed);
  Choices choices;
  for (const Guess& guess : word.guesses)
    choices.push_back({whole(digits_before_code(guess.text)), guess.confidence});
  add_evidence(field, "digits", digits_before_code(word.guesses.front().text),
               word.guesses.front().confidence);
  const std::string engine = engine_digits(word);
  if (!engine.empty()) {
    add_evidence(field, "print", engine, word.by_hand ? 0.3 : 0.8);
    favour(choices, whole(engine), engine.size() < 3 ? kEngineAgreesShort : kEngineAgrees, 0.05);
  }
  for (const NameDigits& name : digits_of_name(beside.file_name, parts)) {
    if (chance_of(choices, whole(name.digits)) <= 0) continue;
    add_evidence(field, "file_name", name.digits, name.by_code ? 0.6 : 0.1);
    favour(choices, whole(name.digits), name.by_code ? kFileNamed : kFileHas);
  }
  for (Choice& one : choices) one.chance *= notation;
  set_choices(field, std::move(choices));
  field.status = word.by_hand ? Status::handwritten : Status::read;
  if (!field.value) field.status = Status::handwritten;
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
// stands before a second slash is a year or such a stroke ("Z3/STC-TCHC").
void drop_strokes(std::string& notation, bool party) {
  const std::size_t slash = notation.find('/');
  const bool digit = notation.substr(0, slash).find_first_of("0123456789") != std::string::npos;
  if (!party && slash != std::string::npos && slash <= 2 && (digit || slash == 1))
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

NumberParts parse_number_row(std::u32string_view text) {
  NumberParts out;
  out.digits_from = past_so(text, out.said_so);
  Split split;
  const bool parted = split_at_slash(text, out.digits_from, split) ||
                      split_without_slash(text, out.digits_from, split);
  out.digits_to = parted ? split.digits_to : text.size();
  out.notation = from_u32(split.notation);
  out.party = split.party;
  join_rest(text, out);
  drop_strokes(out.notation, out.party);
  drop_twin(out.notation);
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

NumberFound read_number(const PageLayout& page, const Head& head, std::string_view file_name,
                        std::string_view issuer) {
  NumberFound out;
  out.field.status = Status::missing;
  if (!head.number) return out;
  const RowText row = row_text(*head.number);
  NumberParts parts = parse_number_row(row.text);
  const bool with_marks = head.date && has_marks(head.date->text);  // a typewriter has none
  if (with_marks) parts.notation = notation_with_strokes(parts.notation);
  out.notation = parts.notation;
  out.party = parts.party;
  out.digits_seen = parts.digits;
  Field& field = out.field;
  field.page = page.number;
  field.raw = head.number->text;
  if (!parts.notation.empty())
    add_evidence(field, "print", (parts.party ? "-" : "/") + parts.notation, 0.9);
  const Word* guessed = parts.notation.empty() ? nullptr : guessed_word(row);
  if (guessed != nullptr) {
    field.boxes = {row.box(parts.digits_from, parts.digits_to)};
    weigh_guesses(field, *guessed, {file_name, issuer}, parts);
    return out;
  }
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
  }
  if (!parts.notation.empty()) add_file_name(field, file_name, parts);
  return out;
}

}  // namespace vanthu::fields
