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
constexpr double kNotationBase = 0.7, kNotationConfirmed = 0.94, kKnownKind = 0.03,
                 kMisreadCode = 0.6;

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
    const std::string whole = whole_number(name.digits, parts.notation, parts.joint);
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

// A digit among a code's letters ("U8" is UB); years and the Assembly's terms ("QH14") have theirs.
bool has_misread_code(const std::string& notation) {
  for (const std::string& group : split(notation, '/'))
    for (const std::string& code : split(group, '-'))
      if (code.find_first_of("0123456789") != std::string::npos && !all_digits(code, 4) &&
          code.find("QH") == std::string::npos && !is_code(code))
        return true;
  return false;
}

// How likely the notation is what stands on paper, by the engine's confidence in it: the word's is
// the product of the digits' and the notation's. A known kind opens half of them.
double notation_sure(const Word& word, const NumberParts& parts, bool confirmed) {
  const double digits = word.guesses.front().confidence;
  const double engine =
      digits > 0 ? std::clamp(word.confidence / digits, 0.0, 1.0) : word.confidence;
  const std::string group = parts.notation.substr(0, parts.notation.find_first_of("-/"));
  const double known = kind_of_code(group, parts.joint == Joint::dash) != nullptr ? kKnownKind : 0;
  const double base = confirmed ? kNotationConfirmed : kNotationBase;
  const double sure = std::min(kMostCertain, base + (1 - base) * engine + known);
  return has_misread_code(parts.notation) ? std::min(kMisreadCode, sure) : sure;
}

struct Beside {  // what else is known while the digits are weighed
  std::string_view file_name, issuer;
};

void weigh_guesses(Field& field, const Word& word, const Beside& beside, const NumberParts& parts) {
  const auto whole = [&](const std::string& digits) {
    return whole_number(digits, parts.notation, parts.joint);
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

}  // namespace

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
  out.joint = parts.joint;
  out.digits_seen = parts.digits;
  Field& field = out.field;
  field.page = page.number;
  field.raw = head.number->text;
  if (!parts.notation.empty())
    add_evidence(field, "print", whole_number("", parts.notation, parts.joint), 0.9);
  const Word* guessed = parts.notation.empty() ? nullptr : guessed_word(row);
  if (guessed != nullptr) {
    field.boxes = {row.box(parts.digits_from, parts.digits_to)};
    weigh_guesses(field, *guessed, {file_name, issuer}, parts);
    return out;
  }
  const double sure = parts.notation.empty() ? 0 : print_confidence(row, parts);
  if (sure > 0) {
    field = found(whole_number(parts.digits, parts.notation, parts.joint), sure, {*head.number},
                  field.raw);
  } else {
    field.status = Status::handwritten;
    field.boxes = {row.box(parts.digits_from, parts.digits_to)};
    if (!parts.digits.empty())
      add_candidate(field, whole_number(parts.digits, parts.notation, parts.joint),
                    0.4 * row.confidence(parts.digits_from, parts.digits_to));
  }
  if (!parts.notation.empty()) add_file_name(field, file_name, parts);
  return out;
}

}  // namespace vanthu::fields
