// SPDX-License-Identifier: GPL-3.0-or-later
// The rows are found as the fields find them. How high the print of a row is, is measured on the
// part of it that is certainly print and has no marks above or tails below: the notation's
// capitals, the year's digits. The net looks at slightly different cuts; what depends on the cut is
// a guess.
#include "ocr/hand.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ocr/hand_words.h"
#include "pipeline/fields/anchors.h"
#include "pipeline/fields/head.h"
#include "pipeline/fields/layout.h"
#include "pipeline/fields/vocabulary.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using fields::Piece;
using fields::RowText;

constexpr double kCapOfLetter = 1.45;           // height of capitals by x-height, Times
constexpr double kCapOfPoint = 0.66 * 13 / 72;  // inches: capitals of 13 point
constexpr double kOdd =
    0.4;  // of the usual: type of 8 to 18 point; measured heights beyond are not trusted
constexpr double kStrongRow = 0.3;  // of the blackest row: foot and top of capitals

constexpr double kNotationSure = 0.6;  // the engine's confidence in a notation that is kept
constexpr double kBrokenSure = 0.5;    // the net's, in digits of a row the engine did not see whole
constexpr double kIntoDigits = 0.1;    // of the height: strokes lean over the slash
constexpr double kLeftEdge = 0.06;     // of the page's width: no number row starts further left

constexpr double kLostRight = 20,
                 kCutRight = 8;  // how far a row may go on that the engine cut short
constexpr double kNearLeft = 3.5, kNearRight = 13;  // heights: room for `Số:` and for the notation

struct Cut {
  double cap, foot;  // of the measured height; of the height added to the foot
};
constexpr std::array<Cut, 3> kCuts = {Cut{1.0, 0.0}, Cut{0.9, 0.06}, Cut{1.1, -0.04}};

std::uint8_t red_at(const Image& image, int x, int y) {
  return image.row(y)[static_cast<std::size_t>(x) * image.channels];
}

// Rows of `part` from the first to the last that are much inked.
std::pair<int, int> strong_rows(const Image& image, const Box& part) {
  std::uint8_t dark = 255, light = 0;
  for (int y = part.y; y < part.bottom(); ++y)
    for (int x = part.x; x < part.right(); ++x) {
      dark = std::min(dark, red_at(image, x, y));
      light = std::max(light, red_at(image, x, y));
    }
  std::vector<int> ink(static_cast<std::size_t>(part.h), 0);
  for (int y = 0; y < part.h; ++y)
    for (int x = part.x; x < part.right(); ++x)
      ink[static_cast<std::size_t>(y)] += red_at(image, x, part.y + y) < (dark + light) / 2;
  const double least = kStrongRow * *std::max_element(ink.begin(), ink.end());
  int first = 0, last = part.h - 1;
  while (first < last && ink[static_cast<std::size_t>(first)] <= least) ++first;
  while (last > first && ink[static_cast<std::size_t>(last)] <= least) --last;
  return {part.y + first, part.y + last + 1};
}

// `print` holds capitals or digits alone.
PrintedRow measure(const CleanPage& page, const Box& print) {
  const double usual = kCapOfPoint * page.dpi;
  const Box part = intersect(print, {0, 0, page.upright.width, page.upright.height});
  PrintedRow out{usual, static_cast<double>(print.bottom())};
  if (part.empty()) return out;
  const auto [top, foot] = strong_rows(page.upright, part);
  const double cap = foot - top;
  if (std::abs(cap - usual) > kOdd * usual) {
    out.foot = print.mid_y() + usual / 2;
    return out;
  }
  return {cap, static_cast<double>(foot)};
}

// "07" and "7" are one day, but two numbers.
bool same_day(const std::string& a, const std::string& b) { return std::stoi(a) == std::stoi(b); }
bool same_number(const std::string& a, const std::string& b) { return a == b; }

// The same run from several cuts: chances averaged, place and hand of the first that saw it.
template <class Same>
DigitRun mean_of(const std::vector<DigitRun>& runs, const Same& same) {
  DigitRun out;
  const double share = 1.0 / static_cast<double>(runs.size());
  for (const DigitRun& run : runs) {
    if (out.box.empty() && !run.box.empty()) out.box = run.box;
    out.by_hand += share * run.by_hand;
    out.empty += share * run.empty;
    for (const DigitGuess& guess : run.guesses) {
      const auto known =
          std::find_if(out.guesses.begin(), out.guesses.end(),
                       [&](const DigitGuess& one) { return same(one.text, guess.text); });
      if (known == out.guesses.end())
        out.guesses.push_back({guess.text, share * guess.confidence});
      else
        known->confidence += share * guess.confidence;
    }
  }
  std::stable_sort(
      out.guesses.begin(), out.guesses.end(),
      [](const DigitGuess& a, const DigitGuess& b) { return a.confidence > b.confidence; });
  if (!out.guesses.empty() && out.empty > out.guesses.front().confidence) out.guesses.clear();
  return out;
}

std::vector<DigitColumns> look(const CleanPage& page, DigitReader& reader, const PrintedRow& row,
                               int x, int right) {
  std::vector<DigitColumns> out;
  for (const Cut& cut : kCuts) {
    const PrintedRow moved{row.cap * cut.cap, row.foot + row.cap * cut.foot};
    DigitColumns seen = reader.look(page.upright, moved, x, right - x);
    if (seen.frames > 0) out.push_back(std::move(seen));
  }
  return out;
}

DigitRun look_for_number(const CleanPage& page, DigitReader& reader, const PrintedRow& height,
                         int x, int right) {
  std::vector<DigitRun> runs;
  for (const DigitColumns& columns : look(page, reader, height, std::max(0, x), right))
    runs.push_back(read_number(columns));
  return runs.empty() ? DigitRun{} : mean_of(runs, same_number);
}

// What the engine reads right of the digits, as "/SYT-NVY" or "-CV/BPTT"; empty when that is no
// notation.
Word notation_after(const CleanPage& page, const RowReader& print, const PrintedRow& height,
                    const DigitRun& run, int right) {
  const int x = run.box.right() - static_cast<int>(kIntoDigits * height.cap);
  double unit = 1;
  const Image strip = printed_strip(page.upright, height, x, right - x, unit);
  Word out;
  if (strip.empty()) return out;
  const std::vector<Word> words = print(strip);
  std::u32string text;
  Box box;
  for (const Word& word : words) {
    text += to_u32(word.text);
    box = unite(box, word.box);
  }
  const fields::NumberParts parts = fields::parse_number_row(U"Số: 1" + text);
  const double sure = fields::mean_confidence(words);
  if (parts.notation.empty() || sure < kNotationSure) return out;
  out.text = fields::whole_number("", parts.notation, parts.joint);
  out.confidence = sure;
  const int edge = kStripCap / 2;
  out.box = {x, static_cast<int>(height.foot - height.cap),
             static_cast<int>((box.right() - edge) * unit), static_cast<int>(height.cap)};
  return out;
}

// `Số:` and the number as words of a row that the engine did not see whole. "12 QĐ/UB" stays apart.
std::vector<Word> words_of_number(const PrintedRow& height, const DigitRun& run,
                                  const Word& notation) {
  const int top = static_cast<int>(height.foot - height.cap), high = static_cast<int>(height.cap);
  const bool apart = notation.text.front() != '/' && notation.text.front() != '-';
  const std::string tail = apart ? "" : notation.text;
  Word so, number;
  so.text = "Số:";
  so.box = {run.box.x - static_cast<int>(1.9 * height.cap), top, static_cast<int>(1.8 * height.cap),
            high};
  so.confidence = run.guesses.front().confidence;
  number.confidence = run.guesses.front().confidence * notation.confidence;
  number.text = run.guesses.front().text + tail;
  number.raw = tail;  // all that the engine read
  number.by_hand = run.by_hand >= 0.5;
  for (const DigitGuess& guess : run.guesses)
    number.guesses.push_back({guess.text + tail, guess.confidence});
  number.box = {run.box.x, top, (apart ? run.box : notation.box).right() - run.box.x, high};
  if (apart) return {so, number, notation};
  return {so, number};
}

// How far a notation is believed: the engine's confidence, less for digits inside, which few have
// and engines put there often.
double belief(const std::string& notation, double confidence) {
  const bool kind = fields::kind_of_code(notation.substr(0, notation.find_first_of("-/")), false);
  const std::size_t digit = notation.find_first_of("0123456789");
  const bool inside = digit != std::string::npos &&
                      notation.find_first_not_of("0123456789", digit) != std::string::npos;
  return confidence + (kind ? 0.2 : 0) - (inside ? 0.4 : 0);
}

double belief(const RowText& row, const fields::NumberParts& parts) {
  if (parts.notation.empty()) return 0;
  return belief(parts.notation, row.confidence(parts.digits_to, row.text.size()));
}

// A number row of which the engine saw a part, or (piece null) nothing; `had`: how far the notation
// that it saw is believed. False: nothing better was found.
bool read_broken_number(const CleanPage& page, DigitReader& reader, const RowReader& print,
                        const PrintedRow& height, const Box& where, const Piece* piece, double had,
                        OcrPage& out) {
  const DigitRun far = look_for_number(page, reader, height, where.x, where.right());
  if (far.guesses.empty()) return false;
  const int x = std::max(where.x, far.box.x - static_cast<int>(kNearLeft * height.cap));
  const int end =
      std::min(where.right(), far.box.right() + static_cast<int>(kNearRight * height.cap));
  const DigitRun run = look_for_number(page, reader, height, x, end);
  if (run.guesses.empty() || run.guesses.front().confidence < kBrokenSure) return false;
  const int right = std::min(page.upright.width, where.right());
  const Word notation = notation_after(page, print, height, run, right);
  if (notation.text.empty() || belief(notation.text.substr(notation.text.find_first_not_of("/-")),
                                      notation.confidence) <= had)
    return false;
  const auto now = words_of_number(height, run, notation);
  if (piece != nullptr) {
    replace_words(out.lines, piece->words, now);
    return true;
  }
  Line line;
  line.region = Region::head_left;
  line.words = now;
  line.box = unite(now.front().box, now.back().box);
  out.lines.insert(out.lines.begin(), std::move(line));
  return true;
}

void read_number_row(const CleanPage& page, DigitReader& reader, const RowReader& print,
                     const Piece& piece, int limit, OcrPage& out) {
  const RowText row = fields::row_text(piece);
  const fields::NumberParts parts = fields::parse_number_row(row.text);
  const bool notation = parts.digits_to < row.text.size();
  const Box code = notation ? row.box(parts.digits_to, row.text.size()) : piece.box;
  const PrintedRow height = measure(page, code);
  const int margin = static_cast<int>(height.cap * (parts.said_so ? 0.4 : 10));
  const double had = parts.said_so ? belief(row, parts) : 0;
  if (had < kNotationSure) {
    const double beyond = parts.notation.empty() ? kLostRight : kCutRight;
    const int right = std::min(limit, piece.box.right() + static_cast<int>(beyond * height.cap));
    const Box where{piece.box.x - margin, 0, right - piece.box.x + margin, 1};
    if (read_broken_number(page, reader, print, height, where, &piece, had, out)) return;
  }
  if (!parts.said_so && parts.notation.empty()) return;
  const int end = piece.box.right() + static_cast<int>(height.cap * (notation ? 0.4 : 6));
  const DigitRun run = look_for_number(page, reader, height, piece.box.x - margin, end);
  replace_words(out.lines, row.words, with_number(row, parts, run));
}

PrintedRow measure_year(const CleanPage& page, const Piece& piece) {
  const RowText row = fields::row_text(piece);
  const fields::DateParts parts = fields::parse_date_row(row.text, row.key);
  std::size_t from = parts.year_from, to = parts.year_to;
  fields::shrink(row.text, from, to, U".,");
  return measure(page, parts.found && from < to ? row.box(from, to) : piece.box);
}

void read_date_row(const CleanPage& page, DigitReader& reader, const Piece& piece, OcrPage& out) {
  const RowText row = fields::row_text(piece);
  const fields::DateParts parts = fields::parse_date_row(row.text, row.key);
  if (!parts.found) return;
  std::size_t from = parts.year_from, to = parts.year_to;
  fields::shrink(row.text, from, to, U".,");
  const PrintedRow height = measure_year(page, piece);
  const std::size_t word = parts.day_from >= 4 ? parts.day_from - 4 : 0;  // "ngày"
  const int start = row.box(word, parts.day_from).x - static_cast<int>(0.5 * height.cap);
  const bool whole_year = to >= from + 4;
  const int end = piece.box.right() + static_cast<int>((whole_year ? 0.5 : 4) * height.cap);
  std::vector<DigitRun> days, months, years;
  for (const DigitColumns& columns : look(page, reader, height, std::max(0, start), end)) {
    DateRuns runs = read_date(columns);
    days.push_back(std::move(runs.day));
    months.push_back(std::move(runs.month));
    years.push_back(std::move(runs.year));
  }
  if (days.empty()) return;
  const DateRuns runs{mean_of(days, same_day), mean_of(months, same_day), mean_of(years, same_day)};
  replace_words(out.lines, row.words, with_date(row, parts, runs));
}

}  // namespace

void read_by_hand(const CleanPage& page, DigitReader& reader, const RowReader& print,
                  OcrPage& out) {
  const fields::PageLayout layout = fields::lay_out(out);
  const fields::Head head = fields::find_head(layout);
  const int limit =  // right of it the date begins
      head.date ? head.date->box.x - page.upright.width / 100
                : std::max(head.column, layout.width / 2);
  if (head.number) {
    read_number_row(page, reader, print, *head.number, limit, out);
  } else if (head.date && head.kind != fields::HeadKind::none) {
    const PrintedRow height = measure_year(page, *head.date);
    const int left = static_cast<int>(kLeftEdge * page.upright.width);
    read_broken_number(page, reader, print, height, {left, 0, limit - left, 1}, nullptr, 0, out);
  }
  if (head.date) read_date_row(page, reader, *head.date, out);
}

}  // namespace vanthu
