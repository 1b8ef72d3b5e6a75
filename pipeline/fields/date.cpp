// SPDX-License-Identifier: GPL-3.0-or-later
// When is the day print? Measured on 117 date lines: printed days are as tall as the year (0.95
// to 1.05 of it), a quarter of its width a digit, and stand 0.35 to 0.85 heights from their
// neighbours; no handwritten day came near on all three, however sure the engine was of it.
#include "pipeline/fields/date.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "pipeline/fields/make_field.h"
#include "pipeline/fields/row_text.h"
#include "pipeline/fields/scan.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/fields/weigh.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kSizeSlack = 0.13;   // of the year's height
constexpr double kMostGap = 0.95;     // heights between the day and its neighbours
constexpr double kWordSure = 0.6;     // under it even print-like digits are doubted
constexpr double kPrinted = 0.987;    // one part of the date, print by measure
constexpr double kPrintedOdd = 0.94;  // the same, read as letters that look like digits
constexpr double kScribble = 0.3;  // digits that do not measure as print, of the engine's sureness
constexpr double kPartialDate = 0.5;  // a date that lacks its day
constexpr double kPartSure = 0.9;     // month and year of a partial date

// How much likelier the engine's word is when the part is so than when it is not.
constexpr double kPrintAgrees = 50, kDigitsAgree = 8, kLookAlikesAgree = 3;
constexpr double kNoDaySpoke = 0.02;  // fainter readings that are no day need no mention
constexpr int kFirstYear = 1945, kLastYear = 2099;
constexpr auto kNone = std::u32string_view::npos;

// Digits as the engine misreads print: I l | for 1, O for 0.
std::u32string unconfused(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text) {
    if (is_blank(c) || c == U'.' || c == U',' || c == U'…') continue;
    const bool one = c == U'I' || c == U'l' || c == U'|' || c == U'Í' || c == U'Ï' || c == U'L';
    const bool zero = c == U'O' || c == U'o' || c == U'Ò';
    out += one ? U'1' : zero ? U'0' : c;
  }
  return out;
}

struct Part {
  int value = 0;       // 0: not read
  bool print = false;  // by measure
  bool exact = false;  // digits, not look-alikes
  double sure = 0;
};

int gap_left(const RowText& row, const Word& word) {
  const auto i = static_cast<std::size_t>(&word - row.words.data());
  return i == 0 ? 0 : word.box.x - row.words[i - 1].box.right();
}

int gap_right(const RowText& row, const Word& word) {
  const auto i = static_cast<std::size_t>(&word - row.words.data());
  return i + 1 >= row.words.size() ? 0 : row.words[i + 1].box.x - word.box.right();
}

bool measures_as_print(const RowText& row, const Word& word, const Word& year, std::size_t digits) {
  const double h = std::max(1, year.box.h);
  const double width = static_cast<double>(word.box.w) / std::max(1, year.box.w);
  const double usual = 0.25 * static_cast<double>(digits);
  const bool tall = std::abs(word.box.h - year.box.h) <= kSizeSlack * h + 1;
  const bool wide = width > 0.65 * usual && width < 1.25 * usual;
  return tall && wide && gap_left(row, word) < kMostGap * h && gap_right(row, word) < kMostGap * h;
}

Part read_part(const RowText& row, std::size_t from, std::size_t to, const Word* year, int most) {
  Part out;
  shrink(row.text, from, to, U".,…");
  const std::u32string_view text = std::u32string_view(row.text).substr(from, to - from);
  const std::u32string digits = unconfused(text);
  std::size_t at = 0;
  const auto value = take_number(digits, at, 4);
  if (!value || at != digits.size() || *value < 1 || *value > most) return out;
  out.value = *value;
  out.exact = digits == text;
  out.sure = row.confidence(from, to);
  const Word* word = row.whole_word(from, to);
  out.print =
      word != nullptr && year != nullptr && measures_as_print(row, *word, *year, digits.size());
  return out;
}

bool believed(const Part& part) {
  if (part.value == 0 || !part.print) return false;
  return part.sure >= kWordSure && (part.exact || part.value == 11);  // II is 11 in print
}

// The year is print on nearly every paper, and what the others are measured by.
Part printed_year(Part year) {
  year.print = year.value != 0;
  return year;
}

// "TP. Hô Chí Minh" with the marks of "Hồ Chí Minh": the last words are the unit's.
std::string with_marks_of(const std::string& seen, const std::string& known) {
  std::vector<std::string> words = words_of(seen);
  const std::size_t n = words_of(known).size();
  if (words.size() < n) return letters(seen) == letters(known) ? known : seen;
  const std::vector<std::string> tail(words.end() - static_cast<std::ptrdiff_t>(n), words.end());
  if (canonical(join(tail, " ")) == canonical(known) || letters(join(tail, " ")) != letters(known))
    return seen;
  words.resize(words.size() - n);
  words.push_back(known);
  return join(words, " ");
}

Field read_place(const RowText& row, const DateParts& parts, const Piece& piece) {
  std::size_t from = 0, to = parts.place_to;
  shrink(row.text, from, to, U".,-–—_:;'`");
  if (from >= to || letters(row.slice(from, to)).empty()) return nothing(Status::missing);
  const std::string seen = row.slice(from, to);
  Piece part = piece;
  part.box = row.box(from, to);
  auto known = province(seen);
  if (!known) known = district(seen);
  if (!known) return found(seen, std::min(0.8, 0.9 * row.confidence(from, to)), {part});
  const std::string value =
      canonical(*known) == canonical(seen) ? seen : with_marks_of(seen, *known);
  return found(value, 0.97, {part}, seen);
}

int days_in(int year, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && (leap || year == 0) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::string two(int value) {
  return std::string(value < 10 ? "0" : "").append(std::to_string(value));
}

std::size_t find_either(std::u32string_view key, std::u32string_view a, std::u32string_view b,
                        std::size_t from) {
  const std::size_t first = key.find(a, from);
  return first != kNone ? first : key.find(b, from);
}

// Four digits of a year after `from`, where the engine lost the word before them.
std::size_t printed_year_at(std::u32string_view text, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (!is_digit(text[i]) || (i > 0 && is_digit(text[i - 1]))) continue;
    std::size_t at = i;
    const auto year = take_number(text, at, 4);
    if (year && *year >= kFirstYear && *year <= kLastYear) return i;
  }
  return kNone;
}

// The net's guesses of the word in [from, to); nullptr when it has none.
const Word* guessed_word(const RowText& row, std::size_t from, std::size_t to) {
  for (std::size_t i = 0; i < row.words.size(); ++i)
    if (row.starts[i] >= from && row.starts[i] < to && !row.words[i].guesses.empty())
      return &row.words[i];
  return nullptr;
}

// One part of the date: what it may be, by net and engine.
struct Weighed {
  Choices choices;  // plain numbers
  bool by_hand = false, guessed = false;
};

double engine_weight(const Part& part) {
  if (believed(part)) return kPrintAgrees;
  return part.exact ? kDigitsAgree : kLookAlikesAgree;
}

Weighed weigh_part(const RowText& row, std::size_t from, std::size_t to, const Part& engine) {
  Weighed out;
  const Word* word = guessed_word(row, from, to);
  if (word == nullptr) {
    const double sure = !believed(engine)                    ? kScribble * engine.sure
                        : engine.exact && engine.sure >= 0.8 ? kPrinted
                                                             : kPrintedOdd;
    if (engine.value != 0) out.choices.push_back({std::to_string(engine.value), sure});
    return out;
  }
  out.by_hand = word->by_hand;
  out.guessed = true;
  for (const Guess& guess : word->guesses) {
    std::size_t at = 0;
    const auto value = take_number(to_u32(guess.text), at, 4);
    if (value && *value != 0) out.choices.push_back({std::to_string(*value), guess.confidence});
  }
  const bool own_words =
      !word->by_hand && word->raw.empty();  // else the row says what the net read
  if (engine.value != 0 && own_words)
    favour(out.choices, std::to_string(engine.value), engine_weight(engine), 0.1);
  rank(out.choices);
  return out;
}

int value_of(const Choice& choice) { return std::stoi(choice.value); }

// All days of the calendar that the parts allow; what is no day leaves its chance to the others
// (`none`: the chance that was left, and what it was of).
Choices joined(const Weighed& day, const Weighed& month, const Weighed& year, Choice& none) {
  Choices out;
  double all = 0, real = 0;
  for (const Choice& d : day.choices)
    for (const Choice& m : month.choices)
      for (const Choice& y : year.choices) {
        const double chance = d.chance * m.chance * y.chance;
        all += chance;
        if (value_of(y) < kFirstYear || value_of(y) > kLastYear) continue;
        const auto date = iso_date(value_of(y), value_of(m), value_of(d));
        if (!date && none.value.empty()) none.value = d.value + "/" + m.value + "/" + y.value;
        if (!date) none.chance += chance;
        if (!date) continue;
        real += chance;
        out.push_back({*date, chance});
      }
  const double total = real + std::max(0.0, 1 - all);
  if (total > 0)
    for (Choice& one : out) one.chance /= total;
  rank(out);
  return out;
}

double best(const Choices& choices) { return choices.empty() ? 0 : choices.front().chance; }

// `ngà` before strokes that took its y: the key goes on with no letter.
std::size_t find_cut_day(std::u32string_view key) {
  const std::size_t at = key.rfind(U" nga ");
  return at == kNone ? kNone : at + 1;
}

// The word with one letter misread ("thóng"); never across a blank.
std::size_t find_nearly(std::u32string_view key, std::u32string_view word) {
  for (std::size_t i = 0; i + word.size() <= key.size(); ++i) {
    std::size_t wrong = 0;
    for (std::size_t j = 0; j < word.size() && wrong < 2; ++j)
      wrong += key[i + j] == word[j] ? 0 : is_blank(key[i + j]) ? 2 : 1;
    if (wrong < 2) return i;
  }
  return kNone;
}

void choose_date(DateFound& out, const Weighed& day, const Weighed& month, const Weighed& year,
                 const Piece& piece) {
  Field& field = out.date;
  if (!day.choices.empty()) out.day_seen = value_of(day.choices.front());
  if (year.choices.empty()) return;
  field.status = Status::handwritten;
  if (best(year.choices) < kPartSure) {
    if (best(year.choices) < kGiven) return;
  } else {
    out.partial = year.choices.front().value;
    if (best(month.choices) >= kPartSure) out.partial += "-" + two(value_of(month.choices.front()));
  }
  Choice none;
  set_choices(field, joined(day, month, year, none));
  if (none.chance >= kNoDaySpoke) add_evidence(field, "calendar", none.value, -none.chance);
  if (field.value) {
    if (!day.by_hand && !month.by_hand && !year.by_hand) field.status = Status::read;
    if (field.status == Status::read) field.boxes = {piece.box};
    add_evidence(field, field.status == Status::read ? "print" : "digits", *field.value,
                 field.confidence);
  } else if (out.partial.size() == 7) {
    field.value = out.partial;
    field.confidence = kPartialDate;
    add_evidence(field, "print", out.partial, kPartialDate);
  }
}

}  // namespace

std::optional<std::string> iso_date(int year, int month, int day) {
  if (month < 0 || month > 12 || day < 0 || (month == 0 && day != 0)) return std::nullopt;
  if (month != 0 && day > days_in(year, month)) return std::nullopt;
  std::string out = year == 0 ? "-" : std::to_string(year);
  if (month != 0) out += "-" + two(month);
  if (day != 0) out += "-" + two(day);
  return out;
}

std::optional<std::string> take_date(std::u32string_view text, std::size_t& at) {
  std::size_t i = at;
  const auto day = take_number(text, i, 2);
  if (!day || *day == 0) return std::nullopt;
  const auto part = [&](std::u32string_view word) -> bool {  // "/", or the word in letters
    skip_blanks(text, i);
    if (i < text.size() && (is_slash(text[i]) || is_dash(text[i]) || text[i] == U'.')) {
      ++i;
      skip_blanks(text, i);
      return true;
    }
    if (fold(from_u32(text.substr(i, word.size()))) != from_u32(word)) return false;
    i += word.size();
    skip_blanks(text, i);
    return true;
  };
  if (!part(U"thang")) return std::nullopt;
  const auto month = take_number(text, i, 2);
  if (!month || *month == 0) return std::nullopt;
  std::size_t end = i;
  int year = 0;
  if (part(U"nam")) {
    const std::size_t from = i;
    const auto seen = take_number(text, i, 4);
    if (seen && i - from == 4 && *seen >= 1900 && *seen < 2100) year = *seen;
    if (seen && i - from == 2) year = *seen < 70 ? 2000 + *seen : 1900 + *seen;
    if (year != 0) end = i;
  }
  const auto out = iso_date(year, *month, *day);
  if (out) at = end;
  return out;
}

DateParts parse_date_row(std::u32string_view text, std::u32string_view key) {
  DateParts out;
  std::size_t month = find_either(key, U"thang", U"hang", 0);
  if (month == kNone) month = find_nearly(key, U"thang");
  std::size_t day = std::min(key.find(U"ngay"), key.find(U"ngày"));
  if (day == kNone) day = find_cut_day(key);
  std::size_t year = month == kNone ? key.rfind(U"nam") : key.find(U"nam", month);
  if (year == kNone && month != kNone) year = printed_year_at(text, month);
  if (year == kNone || (month == kNone && day == kNone && text.find(U',') == kNone)) return out;
  out.found = true;
  const std::size_t month_word = month == kNone ? year : month;
  const std::size_t comma = std::min(text.find(U','), month_word);
  out.place_to = day != kNone ? std::min(day, month_word) : comma;
  out.day_from = day != kNone && day < month_word ? std::min(day + 4, month_word) : comma;
  out.day_to = month_word;
  const std::size_t length = month == kNone ? 0 : key.compare(month, 4, U"hang") == 0 ? 4 : 5;
  out.month_from = month_word + length;
  out.month_to = year;
  out.year_from = std::min(is_digit(text[year]) ? year : year + 3, text.size());
  out.year_to = text.size();
  out.day_from = std::min(out.day_from, out.day_to);
  out.month_from = std::min(out.month_from, out.month_to);
  return out;
}

DateFound read_date(const Head& head) {
  DateFound out;
  if (!head.date) return out;
  const RowText row = row_text(*head.date);
  const DateParts parts = parse_date_row(row.text, row.key);
  out.date.page = head.date->page;
  out.date.raw = head.date->text;
  out.date.status = Status::unreadable;
  out.date.boxes = {head.date->box};
  if (!parts.found) return out;
  std::size_t year_from = parts.year_from, year_to = parts.year_to;
  shrink(row.text, year_from, year_to, U".,");
  year_to = std::min(year_to, year_from + 4);
  const Word* year_word = row.whole_word(year_from, year_to);
  Part year = read_part(row, year_from, year_to, nullptr, 2099);
  if (year.value < 1945) year = {};
  out.place = read_place(row, parts, *head.date);
  const Part day = read_part(row, parts.day_from, parts.day_to, year_word, 31);
  const Part month = read_part(row, parts.month_from, parts.month_to, year_word, 12);
  Weighed years = weigh_part(row, parts.year_from, parts.year_to, printed_year(year));
  choose_date(out, weigh_part(row, parts.day_from, parts.day_to, day),
              weigh_part(row, parts.month_from, parts.month_to, month), years, *head.date);
  if (out.date.status == Status::handwritten && parts.day_to > parts.day_from)
    out.date.boxes = {
        unite(row.box(parts.day_from, parts.day_to), row.box(parts.month_from, parts.month_to))};
  return out;
}

}  // namespace vanthu::fields
