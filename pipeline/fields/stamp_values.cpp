// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/stamp_values.h"

#include <algorithm>
#include <optional>

#include "pipeline/fields/anchors.h"
#include "pipeline/fields/date.h"
#include "pipeline/fields/make_field.h"
#include "pipeline/fields/row_text.h"
#include "pipeline/fields/scan.h"
#include "pipeline/text.h"

namespace vanthu::fields {
namespace {

constexpr double kMostSure = 0.6;     // values are handwriting read as print
constexpr double kInferred = 0.8;     // a date whose year is the paper's own
constexpr int kSoon = 62;             // days
constexpr double kLeastDay = 0.03;    // less evidence names no day
constexpr double kLeastByHand = 0.4;  // under it a number is for the clerk to say
constexpr double kMostByHand = 0.95;  // values that the net of digits read

// The word that the net of digits read on the row, with what else it may be.
const Word* by_hand(const Piece& value) {
  const auto at = std::find_if(value.words.begin(), value.words.end(),
                               [](const Word& word) { return word.by_hand; });
  return at == value.words.end() ? nullptr : &*at;
}

// `shape` says whether a guess is a value of the row.
template <typename Shape>
Field written_value(const Word& word, const Piece& piece, const Shape& shape) {
  Field out = found(word.text, std::min(kMostByHand, word.confidence), {piece}, piece.text);
  const bool sure = word.confidence >= kLeastByHand;
  if (!sure) {
    out.value.reset();
    out.confidence = 0;
    out.status = Status::handwritten;
  }
  for (const Guess& guess : word.guesses)
    if ((!sure || guess.text != word.text) && shape(guess.text))
      add_candidate(out, guess.text, guess.confidence);
  return out;
}

// Nothing but dots on the row, or ink that is no value.
Field no_value(const Found& row, const Piece& piece) {
  Field out = nothing(letters(value_of(row)).empty() ? Status::absent : Status::handwritten);
  out.page = piece.page;
  out.boxes = {piece.box};
  out.raw = piece.text;
  if (out.status == Status::absent) out.confidence = 0.7;
  return out;
}

// Days from one ISO date to the other, months counted as 31 days: for "soon after" only.
std::optional<int> days_between(const std::string& from, const std::string& to) {
  if (from.size() != 10 || to.size() != 10) return std::nullopt;
  const auto day = [](const std::string& s) {
    return std::stoi(s.substr(0, 4)) * 372 + std::stoi(s.substr(5, 2)) * 31 +
           std::stoi(s.substr(8, 2));
  };
  return day(to) - day(from);
}

// Papers arrive some days after they were issued: how likely, up to a factor, after so many.
double arrives_after(int days) {
  if (days < 0) return 0.01;
  return days <= 7 ? 1 : days <= 15 ? 0.7 : days <= 31 ? 0.4 : days <= kSoon ? 0.15 : 0.02;
}

struct Day {
  std::string iso;
  double chance = 0;
  bool inferred = false;  // its year
};

// The guess as a day, its year the paper's own where none or a misread one stands there.
std::optional<Day> day_of(const Guess& guess, const std::string& issued) {
  const std::u32string text = to_u32(guess.text);
  std::size_t at = 0;
  const auto date = take_date(text, at);
  if (!date) return std::nullopt;
  Day out{*date, guess.confidence, false};
  if (issued.size() != 10) return out;
  auto days = days_between(issued, *date);
  for (const int year : {std::stoi(issued.substr(0, 4)), std::stoi(issued.substr(0, 4)) + 1}) {
    const std::string full = std::to_string(year) + date->substr(date->size() - 6);
    const auto after = days_between(issued, full);
    if (full == *date || !after || *after < 1 || *after > kSoon) continue;
    out.iso = full, out.inferred = true;
    days = after;
  }
  out.chance *= days ? arrives_after(*days) : 0.1;
  return out;
}

// Days written by hand weighed by the calendar; one day spelled in several ways counts as one.
Field written_date(const Word& word, const Piece& piece, const std::string& issued) {
  std::vector<Day> days;
  double all = 0;
  for (const Guess& guess : word.guesses) {
    const auto day = day_of(guess, issued);
    if (!day) continue;
    all += day->chance;
    const auto known =
        std::find_if(days.begin(), days.end(), [&](const Day& one) { return one.iso == day->iso; });
    if (known == days.end())
      days.push_back(*day);
    else
      known->chance += day->chance, known->inferred = known->inferred && day->inferred;
  }
  if (all < kLeastDay) return nothing(Status::handwritten);
  std::stable_sort(days.begin(), days.end(),
                   [](const Day& a, const Day& b) { return a.chance > b.chance; });
  const double sure = days[0].chance / all * (days[0].inferred ? kInferred : kMostByHand);
  Field out = found(days[0].iso, sure, {piece}, piece.text);
  for (std::size_t i = 1; i < std::min<std::size_t>(days.size(), 6); ++i)
    add_candidate(out, days[i].iso, days[i].chance / all);
  return out;
}

// The date that the engine of print read, its year told by the paper's own where it is left out.
Field printed_date(const std::string& read, const Piece& piece, const std::string& issued) {
  std::string date = read;
  double sure = 0.75 * mean_confidence(piece.words);
  if (date.rfind("--", 0) == 0 && issued.size() == 10) {
    const std::string full = issued.substr(0, 4) + date.substr(1);
    const auto days = days_between(issued, full);
    if (days && *days > 0 && *days <= kSoon)
      date = full;
    else
      sure *= 0.6;
  } else if (const auto days = days_between(issued, date); days && *days < 0) {
    sure *= 0.4;
  }
  Field out = found(date, std::min(sure, 0.85), {piece}, piece.text);
  if (date.rfind("--", 0) == 0 && issued.size() >= 4)
    add_candidate(out, issued.substr(0, 4) + date.substr(1), 0.3);
  return out;
}

std::optional<std::string> date_in(const Piece& piece) {
  const RowText text = row_text(piece);
  for (std::size_t i = 0; i < text.text.size(); ++i) {
    if (!is_digit(text.text[i])) continue;
    std::size_t at = i;
    if (auto date = take_date(text.text, at)) return date;
  }
  return std::nullopt;
}

}  // namespace

Field plain_value(const Cluster& cluster, Row which, bool digits) {
  const Found* row = cluster.row_of(which);
  if (row == nullptr) return nothing(Status::missing);
  const std::string text = value_of(*row);
  const Piece piece = value_piece(*row);
  if (const Word* word = by_hand(piece); word != nullptr && digits)
    return written_value(*word, piece, [](const std::string& one) { return all_digits(one, 6); });
  const bool good = digits ? all_digits(text, 6) : count_letters(text) >= 2;
  const double sure = mean_confidence(piece.words);
  if (good && sure >= 0.7) return found(text, kMostSure * sure, {piece}, piece.text);
  Field out = no_value(*row, piece);
  if (good) add_candidate(out, text, 0.4 * sure);
  return out;
}

Field stamp_date(const Cluster& cluster, const std::string& issued) {
  const Found* row = cluster.row_of(Row::date);
  if (row == nullptr) return nothing(Status::missing);
  const Piece piece = value_piece(*row);
  if (const Word* word = by_hand(piece)) return written_date(*word, piece, issued);
  if (const auto date = date_in(piece)) return printed_date(*date, piece, issued);
  return no_value(*row, piece);
}

}  // namespace vanthu::fields
