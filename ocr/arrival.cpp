// SPDX-License-Identifier: GPL-3.0-or-later
// Clerks write larger than the print, above the dots and below them: the net looks at each row at
// several heights and feet, and what most of these looks say counts.
#include "ocr/arrival.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <optional>

#include "pipeline/clean/stamp_cut.h"
#include "pipeline/fields/anchors.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

constexpr double kUsualCap = 2.2;         // mm: capitals of the stamp's rows
constexpr double kFootOfRow = 0.72;       // of the net's row: its foot
constexpr double kCapOfBox = 1.45 / 1.9;  // of a word's box: the height of capitals
constexpr double kFootOfBox = 1.5 / 1.9;
constexpr std::array kScales = {1.0, 1.4, 1.9};        // of the print's capitals
constexpr std::array kDrops = {0.0, -0.3, 0.3, -0.6};  // of the same, the foot lower
constexpr std::size_t kLooksThatCount = 3;
constexpr std::size_t kMostParts = 4, kMostGuesses = 16;
constexpr double kLeastVote = 0.25;  // of one look
constexpr double kNearRow = 2.5;     // heights between the row's foot and where the net saw it
constexpr double kReceiver = 0.2;    // of the stamp's height: the receiver's name stands above
constexpr double kSureStamp = 0.9;   // the net of marks is; else two labels must be read
constexpr double kLabelSure = 0.9;   // of a label that the net of marks saw

struct Label {
  const char* words;                   // as the line will say
  std::array<const char*, 3> spelled;  // letters alone
  double width;                        // heights of capitals, its colon too
};
constexpr Label kNumber{"Số:", {"so", "soden", "s"}, 2.3};
constexpr Label kDate{"Ngày:", {"ngay", "ngayden", "ngy"}, 3.6};

std::string only_letters(const std::string& text) {
  std::string out;
  for (const char c : fields::letters(text))
    if (c < '0' || c > '9') out += c;
  return out;
}

// One row on which something is written.
struct ValueRow {
  PrintedRow print;
  int left = 0;     // of the label
  int from = 0;     // where the value may begin
  int to = 0;       // and end
  double room = 0;  // how far the foot may be off, in heights
};

// "Số:", and not the SỞ of the receiver's name.
bool says(const Word& word, const Label& label) {
  const std::string said = only_letters(word.text);
  const bool dotted = word.text.find_first_of(":.") != std::string::npos;
  if (said.size() < 2 || (fields::capitals(word.text) > 0.9 && !dotted)) return false;
  return std::any_of(label.spelled.begin(), label.spelled.end(),
                     [&](const char* one) { return said == one; });
}

// Printed words that a stamp has.
int labels_in(const std::vector<Line>& lines) {
  bool number = false, date = false, transfer = false, den = false;
  for (const Line& line : lines)
    for (const Word& word : line.words) {
      number = number || says(word, kNumber);
      date = date || says(word, kDate);
      transfer = transfer || fields::is_near(only_letters(word.text), "chuyen", 1);
      den = den || (only_letters(word.text) == "den" && fields::capitals(word.text) > 0.9);
    }
  return number + date + transfer + den;
}

// The row as the net of marks saw it, in the level cut.
std::optional<ValueRow> seen(const std::optional<Box>& row, const Frame& cut, const Label& label,
                             double dpi) {
  if (!row) return std::nullopt;
  const double cap = kUsualCap / 25.4 * dpi;
  const double slope = std::tan(cut.degrees * std::numbers::pi / 180);
  const double foot =
      row->y + kFootOfRow * row->h - cut.box.y - slope * (row->mid_x() - cut.box.mid_x());
  const int left = row->x - cut.box.x;
  const int to = row->right() - cut.box.x + static_cast<int>(cap);
  return ValueRow{{cap, foot}, left, left + static_cast<int>(0.6 * label.width * cap), to, 1};
}

// "Số và ký hiệu HS:" begins like the row of the number.
bool is_file_code(const Line& line) {
  return fields::find_anchor(line.words, "ky hieu", 1).found() ||
         fields::find_anchor(line.words, "ho so", 0).found();
}

ValueRow row_after(const Word& word, const Label& label, double dpi) {
  const double usual = kUsualCap / 25.4 * dpi;
  const double cap = std::clamp(kCapOfBox * word.box.h, 0.8 * usual, 1.4 * usual);
  const double width = label.width * cap * (only_letters(word.text).size() > 4 ? 2 : 1);
  const int end = std::min(word.box.right(), word.box.x + static_cast<int>(width));
  return {{cap, word.box.y + kFootOfBox * word.box.h}, word.box.x, end, 0, 0};
}

// The row of the printed label: near where the net of marks saw the row, else below the receiver.
std::optional<ValueRow> row_of(const std::vector<Line>& lines, const Label& label,
                               const std::optional<ValueRow>& near, const Frame& cut, double dpi) {
  for (const Line& line : lines)
    for (const Word& word : line.words) {
      if (!says(word, label) || is_file_code(line)) continue;
      ValueRow row = row_after(word, label, dpi);
      row.to = near ? near->to : cut.inside.width;
      const double off = near ? std::abs(row.print.foot - near->print.foot) : 0;
      if (near ? off < kNearRow * row.print.cap : word.box.y > kReceiver * cut.inside.height)
        return row;
    }
  return near;
}

struct Vote {
  std::vector<double> looks;  // the chance that each gave it
  Box box;
  double by_hand = 0;
  double strength() const {
    double out = 0;
    for (std::size_t i = 0; i < std::min(looks.size(), kLooksThatCount); ++i) out += looks[i];
    return out / kLooksThatCount;
  }
};
using Votes = std::map<std::string, Vote>;

void vote(Votes& votes, const std::string& text, double chance, const Box& box, double by_hand) {
  Vote& one = votes[text];
  one.looks.push_back(chance);
  std::sort(one.looks.begin(), one.looks.end(), std::greater<>());
  if (one.box.empty()) one.box = box;
  one.by_hand = std::max(one.by_hand, by_hand);
}

void vote_number(Votes& votes, const DigitColumns& columns) {
  const DigitRun run = read_number(columns);
  for (const DigitGuess& guess : run.guesses)
    vote(votes, guess.text, guess.confidence, run.box, run.by_hand);
}

// A day and a month, with the year where one was seen. The calendar chooses among them later.
void vote_date(Votes& votes, const DigitColumns& columns) {
  const DateRuns runs = read_short_date(columns);
  const std::string year = runs.year.guesses.empty() || runs.year.guesses[0].confidence < 0.5
                               ? ""
                               : "/" + runs.year.guesses[0].text;
  for (std::size_t d = 0; d < std::min(kMostParts, runs.day.guesses.size()); ++d)
    for (std::size_t m = 0; m < std::min(kMostParts, runs.month.guesses.size()); ++m)
      vote(votes, runs.day.guesses[d].text + "/" + runs.month.guesses[m].text + year,
           runs.day.guesses[d].confidence * runs.month.guesses[m].confidence,
           unite(runs.day.box, unite(runs.month.box, runs.year.box)), runs.day.by_hand);
}

// The heights and feet at which the row is looked at: as its print stands, larger, lower, higher,
// and as the writing itself stands.
std::vector<PrintedRow> heights_of(const Image& inside, const ValueRow& row) {
  std::vector<PrintedRow> out;
  const double cap = row.print.cap, foot = row.print.foot;
  for (const double scale : kScales)
    for (const double drop : kDrops)
      if (std::abs(drop) < 0.35 || row.room > 0) out.push_back({cap * scale, foot + cap * drop});
  const int top = static_cast<int>(foot - 2.2 * cap), high = static_cast<int>(3.2 * cap);
  const Box written = writing_in(inside, {row.from, top, row.to - row.from, high}, cap);
  if (written.h < 0.7 * cap) return out;
  for (const double grow : {1.0, 0.85, 1.15})
    out.push_back({grow * written.h, written.bottom() + (grow - 1) * written.h / 2});
  return out;
}

template <typename Count>
Votes look(const Image& inside, const ValueRow& row, DigitReader& digits, const Count& count) {
  Votes votes;
  for (const PrintedRow& height : heights_of(inside, row))
    count(votes, digits.look(inside, height, row.from, row.to - row.from));
  return votes;
}

std::optional<Word> word_of(const Votes& votes) {
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [text, one] : votes) ranked.emplace_back(one.strength(), text);
  std::sort(ranked.begin(), ranked.end(), std::greater<>());
  if (ranked.empty() || ranked[0].first * kLooksThatCount < kLeastVote) return std::nullopt;
  const Vote& best = votes.at(ranked[0].second);
  Word out;
  out.text = ranked[0].second;
  out.confidence = ranked[0].first;
  out.box = best.box;
  out.by_hand = true;
  for (const auto& [strength, text] : ranked)
    if (out.guesses.size() < kMostGuesses && strength > 0.005)
      out.guesses.push_back({text, strength});
  return out;
}

bool stands_on(const Word& word, const ValueRow& row) {
  const double middle = word.box.mid_y(), cap = row.print.cap;
  return word.box.right() > row.left && middle > row.print.foot - 1.6 * cap &&
         middle < row.print.foot + 0.8 * cap;
}

// The row said anew in place of what the engine made of it.
void put_row(std::vector<Line>& lines, const ValueRow& row, const Label& label, Word value) {
  for (Line& line : lines)
    std::erase_if(line.words, [&](const Word& word) { return stands_on(word, row); });
  Word said;
  said.text = label.words;
  said.confidence = kLabelSure;
  const int top = static_cast<int>(row.print.foot - row.print.cap);
  const int high = static_cast<int>(row.print.cap * 1.2);
  said.box = {row.left, top, std::max(1, std::min(row.from, value.box.x) - row.left), high};
  value.box = {value.box.x, top, std::max(1, value.box.w), high};
  Line line;
  line.words = {said, value};
  lines.push_back(std::move(line));
}

// The stamp's own word, which is what the net of marks found, where the engine did not read it: cut
// by the page's edge, worn, or in letters as heavy as a woodcut's.
void name_it(std::vector<Line>& lines, const Frame& cut, double confidence) {
  for (const Line& line : lines)
    for (const Word& word : line.words)
      if (fields::is_near(word.text, "den", 0) && fields::capitals(word.text) > 0.9) return;
  Word den;
  den.text = "ĐẾN";
  den.confidence = confidence;
  den.box = {0, cut.inside.height / 3, cut.inside.width / 4, cut.inside.height / 3};
  Line line;
  line.words = {den};
  lines.push_back(std::move(line));
}

void to_page(std::vector<Line>& lines, const Frame& cut) {
  const double angle = cut.degrees * std::numbers::pi / 180;
  const double c = std::cos(angle), s = std::sin(angle);
  const double mx = cut.inside.width / 2.0, my = cut.inside.height / 2.0;
  const Affine back{c, -s, mx - c * mx + s * my + cut.box.x,
                    s, c,  my - s * mx - c * my + cut.box.y};
  for (Line& line : lines) {
    line.region = Region::stamp;
    line.box = {};
    for (Word& word : line.words) {
      word.box = apply(back, word.box);
      line.box = unite(line.box, word.box);
    }
  }
}

}  // namespace

std::vector<Line> read_arrival(const Frame& cut, const ArrivalStamp& stamp, double dpi,
                               const SparseReader& print, DigitReader& digits) {
  if (cut.inside.empty()) return {};
  std::vector<Line> lines = print(cut.inside);
  if (labels_in(lines) < (stamp.confidence >= kSureStamp ? 1 : 2)) return {};
  const Image bare = without_dots(cut.inside, dpi);
  const auto read_row = [&](const std::optional<Box>& at, const Label& label, const auto& count) {
    const auto row = row_of(lines, label, seen(at, cut, label, dpi), cut, dpi);
    if (!row) return;
    if (auto value = word_of(look(bare, *row, digits, count)))
      put_row(lines, *row, label, std::move(*value));
  };
  read_row(stamp.number, kNumber, vote_number);
  read_row(stamp.date, kDate, vote_date);
  std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
  name_it(lines, cut, stamp.confidence);
  to_page(lines, cut);
  return lines;
}

}  // namespace vanthu
