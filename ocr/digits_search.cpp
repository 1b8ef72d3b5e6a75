// SPDX-License-Identifier: GPL-3.0-or-later
// Connectionist temporal classification: a text's chance is the sum over all ways to spread it on
// the columns (Graves et al. 2006); the likeliest texts by prefix beam search (Hannun et al. 2014).
// Printed and written forms of a digit count as one here. The grammar is kept while searching, so
// that the beam is not filled with texts that are no number or date. The net's chances are
// taken as they are: neither validation rows nor drawn pages asked for flatter ones
// (docs/measurements.md).
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "ocr/digits.h"

namespace vanthu {
namespace {

constexpr std::size_t kBeam = 40;
constexpr std::size_t kMostGuesses = 8;
constexpr double kLeastChance = 1e-3;  // guesses fainter than this are not worth a line
constexpr int kSigns = 14;             // blank, ten digits, '.', '-', '/'
constexpr std::string_view kText = " 0123456789.-/";

constexpr std::size_t kDot = 11, kDash = 12, kSlash = 13;

using Column = std::array<double, kSigns>;

// Softmax of each column, digits of both kinds added.
std::vector<Column> chances(const DigitColumns& in, std::vector<double>& hand) {
  std::vector<Column> out(static_cast<std::size_t>(in.frames));
  hand.assign(out.size(), 0);
  for (std::size_t f = 0; f < out.size(); ++f) {
    const float* from = in.logits.data() + f * kDigitClasses;
    const double top = *std::max_element(from, from + kDigitClasses);
    std::array<double, kDigitClasses> share{};
    double sum = 0;
    for (std::size_t c = 0; c < share.size(); ++c) sum += share[c] = std::exp(from[c] - top);
    for (std::size_t c = 0; c < share.size(); ++c) share[c] /= sum;
    out[f][0] = share[0];
    for (std::size_t d = 1; d <= 10; ++d) {
      out[f][d] = share[d] + share[d + 10];
      hand[f] += share[d + 10];
    }
    for (std::size_t c = 21; c < share.size(); ++c) out[f][c - 10] = share[c];
  }
  return out;
}

struct Chance {
  double blank = 0, sign = 0;  // of the paths that end in a blank, or in the text's last sign
  double all() const { return blank + sign; }
};
using Beam = std::map<std::string, Chance>;

void keep_best(Beam& beam) {
  if (beam.size() <= kBeam) return;
  std::vector<double> all;
  for (const auto& [text, chance] : beam) all.push_back(chance.all());
  std::nth_element(all.begin(), all.begin() + kBeam, all.end(), std::greater<>());
  const double least = all[kBeam];
  std::erase_if(beam, [&](const auto& one) { return one.second.all() <= least; });
}

template <class May>
Beam search(const std::vector<Column>& columns, const May& may) {
  Beam beam{{"", {1, 0}}};
  for (const Column& column : columns) {
    Beam next;
    for (const auto& [text, chance] : beam) {
      Chance& same = next[text];
      same.blank += chance.all() * column[0];
      const char last = text.empty() ? '\0' : text.back();
      for (std::size_t s = 1; s < column.size(); ++s) {
        if (column[s] < 1e-6) continue;
        const bool again = kText[s] == last;
        if (again) next[text].sign += chance.sign * column[s];
        const std::string longer = text + kText[s];
        if (!may(longer)) continue;
        next[longer].sign += (again ? chance.blank : chance.all()) * column[s];
      }
    }
    keep_best(next);
    beam = std::move(next);
  }
  return beam;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits, perhaps a dot and digits ("19.2012"), then whatever follows the slash or dash.
bool may_be_number(const std::string& text) {
  const std::size_t end = std::min(text.find_first_of("/-"), text.size());
  const std::string number = text.substr(0, end);
  const std::size_t dot = number.find('.');
  if (dot == 0 || number.find('.', dot + 1) < number.size()) return false;
  const std::size_t whole = std::min(dot, number.size());
  return whole <= 6 && number.size() <= whole + 5 && text.size() <= end + 6;
}

struct DateText {
  std::array<std::string, 3> part;
  bool fits = false;
};

DateText date_text(const std::string& text) {
  DateText out;
  std::size_t at = 0;
  for (const char c : text) {
    if (c == '/') {
      if (++at == 3) return out;
    } else if (is_digit(c)) {
      out.part[at] += c;
    } else {
      return out;
    }
  }
  const auto most = [&](std::size_t i, int value) {
    return out.part[i].size() <= 2 && (out.part[i].empty() || std::stoi(out.part[i]) <= value);
  };
  out.fits = most(0, 31) && most(1, 12) && out.part[2].size() <= 4;
  return out;
}

// Leading zeros are how a day was written, not which day it is.
std::string plain(const std::string& digits) {
  const std::size_t at = digits.find_first_not_of('0');
  return at == std::string::npos ? std::string() : digits.substr(at);
}

// What one value was given, and its likeliest spelling.
struct Share {
  double all = 0, best = 0;
  std::string text;
  void add(const std::string& spelling, double chance) {
    all += chance;
    if (chance > best) best = chance, text = spelling;
  }
};
using Shares = std::map<std::string, Share>;

DigitRun run_of(const Shares& shares, double total) {
  DigitRun out;
  for (const auto& [value, share] : shares) {
    if (value.empty())
      out.empty = share.all / total;
    else if (share.all / total >= kLeastChance)
      out.guesses.push_back({share.text, share.all / total});
  }
  std::stable_sort(
      out.guesses.begin(), out.guesses.end(),
      [](const DigitGuess& a, const DigitGuess& b) { return a.confidence > b.confidence; });
  if (out.guesses.size() > kMostGuesses) out.guesses.resize(kMostGuesses);
  return out;
}

// Columns of each part of the likeliest path, parts being parted by '/' (or '-').
struct Place {
  int from = -1, to = -1;
  double hand = 0, sure = 0;
};

std::array<Place, 3> places(const std::vector<Column>& columns, const std::vector<double>& hand) {
  std::array<Place, 3> out;
  std::size_t part = 0, last = 0;
  for (std::size_t f = 0; f < columns.size(); ++f) {
    const auto best = static_cast<std::size_t>(
        std::max_element(columns[f].begin(), columns[f].end()) - columns[f].begin());
    if (best >= 12 && best != last && part < 2) ++part;
    if (best >= 1 && best <= 10) {
      Place& place = out[part];
      if (place.from < 0) place.from = static_cast<int>(f);
      place.to = static_cast<int>(f) + 1;
      place.hand += hand[f];
      place.sure += columns[f][best];
    }
    last = best;
  }
  return out;
}

void set_place(DigitRun& run, const Place& place, const DigitColumns& columns) {
  if (place.from < 0) return;
  const double unit = static_cast<double>(columns.line.w) / columns.frames;
  const int x = columns.line.x + static_cast<int>(unit * (place.from - 1.5));
  const int right = columns.line.x + static_cast<int>(unit * (place.to + 1.5));
  run.box = {std::max(x, columns.line.x), columns.line.y,
             std::min(right, columns.line.right()) - std::max(x, columns.line.x), columns.line.h};
  run.by_hand = place.sure > 0 ? std::min(1.0, place.hand / place.sure) : 0;
}

DateRuns date_of(const DigitColumns& columns, const std::vector<Column>& chance,
                 const std::vector<double>& hand) {
  std::array<Shares, 3> shares;
  double total = 0;
  const auto may = [](const std::string& text) { return date_text(text).fits; };
  for (const auto& [text, share] : search(chance, may)) {
    const DateText date = date_text(text);
    for (std::size_t i = 0; i < 3; ++i)
      shares[i][plain(date.part[i])].add(date.part[i], share.all());
    total += share.all();
  }
  if (total <= 0) return {};
  const auto place = places(chance, hand);
  DateRuns out{run_of(shares[0], total), run_of(shares[1], total), run_of(shares[2], total)};
  set_place(out.day, place[0], columns);
  set_place(out.month, place[1], columns);
  set_place(out.year, place[2], columns);
  return out;
}

}  // namespace

DigitRun read_number(const DigitColumns& columns) {
  if (columns.frames == 0) return {};
  std::vector<double> hand;
  const auto chance = chances(columns, hand);
  Shares shares;
  double total = 0;
  for (const auto& [text, share] : search(chance, may_be_number)) {
    std::string number = text.substr(0, text.find_first_of("/-"));
    while (!number.empty() && number.back() == '.') number.pop_back();
    shares[number].add(number, share.all());
    total += share.all();
  }
  if (total <= 0) return {};
  DigitRun out = run_of(shares, total);
  set_place(out, places(chance, hand)[0], columns);
  return out;
}

DateRuns read_date(const DigitColumns& columns) {
  if (columns.frames == 0) return {};
  std::vector<double> hand;
  const auto chance = chances(columns, hand);
  return date_of(columns, chance, hand);
}

DateRuns read_short_date(const DigitColumns& columns) {
  if (columns.frames == 0) return {};
  std::vector<double> hand;
  auto chance = chances(columns, hand);
  for (Column& column : chance)
    for (const std::size_t sign : {kDot, kDash}) {
      column[kSlash] += column[sign];
      column[sign] = 0;
    }
  return date_of(columns, chance, hand);
}

}  // namespace vanthu
