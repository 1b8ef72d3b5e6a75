// SPDX-License-Identifier: GPL-3.0-or-later
// The engine glues handwriting to print ("ngày01tháng10", "Số:2062/SYT-NVY"), so the row is cut at
// the anchors' characters, not between its words.
#include "ocr/hand_words.h"

#include <algorithm>

#include "ocr/hand.h"
#include "pipeline/text.h"

namespace vanthu {
namespace {

using fields::RowText;

constexpr double kByHand = 0.5;      // share of the run that must look written
constexpr double kPrintSure = 0.95;  // the net's, over which it may overrule the engine on print
constexpr double kAstray = 1;        // of the row's height
constexpr double kEngineSure = 0.9;  // the engine's, over which it may not where both see digits

bool is_blank(char32_t c) { return c == U' '; }

// The printed words of [from, to), cut out of glued ones.
void add_print(std::vector<Word>& out, const RowText& row, std::size_t from, std::size_t to) {
  for (std::size_t i = 0; i < row.words.size(); ++i) {
    const std::size_t end = i + 1 < row.starts.size() ? row.starts[i + 1] - 1 : row.text.size();
    const std::size_t a = std::max(from, row.starts[i]), b = std::min(to, end);
    if (a >= b) continue;
    Word word = row.words[i];
    if (a != row.starts[i] || b != end) {
      word.text = row.slice(a, b);
      word.raw.clear();
      word.box = row.box(a, b);
    }
    out.push_back(std::move(word));
  }
}

bool all_digits(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

// Is the net's best reading to stand in the text? Of print the engine is the better judge, but for
// letters where digits stand ("l1", "2O17") and where it doubts itself.
bool net_is_taken(const DigitRun& run, const std::string& seen, double engine) {
  const double sure = run.guesses.front().confidence;
  if (seen.empty()) return true;
  if (run.by_hand >= kByHand) return sure >= kWrittenSure;
  return sure >= kPrintSure && (!all_digits(seen) || engine < kEngineSure);
}

// Did the net see its digits elsewhere than the engine, beyond an anchor's word?
bool is_astray(const Box& run, const RowText& row, std::size_t from, std::size_t to) {
  const Box seen = row.box(from, to);
  if (from >= to || seen.empty()) return false;
  const int far = static_cast<int>(kAstray * seen.h);
  return run.mid_x() < seen.x - far || run.mid_x() > seen.right() + far;
}

// The digits' word: `seen` is what the engine made of [from, to), `tail` print that belongs to it.
Word digit_word(const RowText& row, std::size_t from, std::size_t to, const DigitRun& run,
                const std::string& tail) {
  Word word;
  const std::string seen = trim(row.slice(from, to));
  const DigitGuess& best = run.guesses.front();
  word.by_hand = run.by_hand >= kByHand;
  const bool taken = net_is_taken(run, seen, row.confidence(from, to));
  word.text = (taken ? best.text : seen) + tail;
  word.confidence = taken ? best.confidence : row.confidence(from, to);
  if (word.text != seen + tail) word.raw = seen + tail;
  if (!tail.empty()) word.confidence *= row.confidence(to, to + 1);
  for (const DigitGuess& guess : run.guesses)
    word.guesses.push_back({guess.text + tail, guess.confidence});
  word.box = run.box.empty() || is_astray(run.box, row, from, to) ? row.box(from, to) : run.box;
  return word;
}

// Strokes reach far over their row; the word's box keeps to the row.
void level(Word& word, const RowText& row) {
  Box rows;
  for (const Word& one : row.words) rows = unite(rows, one.box);
  word.box.y = rows.y;
  word.box.h = rows.h;
}

void add_run(std::vector<Word>& out, const RowText& row, std::size_t from, std::size_t to,
             const DigitRun& run) {
  if (run.guesses.empty()) {
    add_print(out, row, from, to);
    return;
  }
  const std::string seen = trim(row.slice(from, to));
  if (run.by_hand < kByHand && !net_is_taken(run, seen, row.confidence(from, to))) {
    const std::size_t at = out.size();
    add_print(out, row, from, to);
    if (out.size() == at + 1) {
      for (const DigitGuess& guess : run.guesses)
        out.back().guesses.push_back({guess.text, guess.confidence});
      return;
    }
    out.resize(at);
  }
  out.push_back(digit_word(row, from, to, run, ""));
  level(out.back(), row);
}

// Words before the digits: `Số:`, apart from what is glued to it. A row whose `Số` was lost in the
// strokes is given one.
void add_so(std::vector<Word>& out, const RowText& row, const fields::NumberParts& parts,
            const DigitRun& run) {
  if (parts.said_so) {
    std::size_t to = parts.digits_from;
    while (to > 0 && is_blank(row.text[to - 1])) --to;
    add_print(out, row, 0, to);
    if (out.empty()) return;
    Word& so = out.back();
    const std::string right = so.text.ends_with(':') ? "Số:" : "Số";
    if (so.text != right && so.text.size() <= right.size() && out.size() == 1) {  // "Só:", "Sá:"
      so.raw = so.text;
      so.text = right;
    }
    so.box.w = std::clamp(run.box.x - so.box.x, so.box.h / 2, std::max(so.box.h / 2, so.box.w));
    return;
  }
  const Box first = row.words.front().box;
  if (run.box.x - first.x < first.h) return;
  Word so;
  so.text = "Số:";
  so.raw = row.words.front().text;
  so.box = {first.x, first.y, run.box.x - first.x, first.h};
  so.confidence = row.words.front().confidence;
  out.push_back(so);
}

// An anchor's word that the strokes beside it took from the engine, put between two boxes.
Word lost_word(const char* text, const Word& before, const Box& after) {
  Word out;
  out.text = text;
  const int x = std::min(before.box.right(), after.x - 2);
  out.box = {x, before.box.y, std::max(1, after.x - x - 1), before.box.h};
  out.confidence = before.confidence;
  return out;
}

// The anchor in [from, to), or where it is not there and digits follow, the word itself.
void add_anchor(std::vector<Word>& out, const RowText& row, std::size_t from, std::size_t to,
                const char* text, const DigitRun& after) {
  const std::size_t had = out.size();
  add_print(out, row, from, to);
  if (out.size() == had && !out.empty() && !after.box.empty())
    out.push_back(lost_word(text, out.back(), after.box));
}

bool same(const Word& a, const Word& b) { return a.box == b.box && a.text == b.text; }

bool among(const std::vector<Word>& words, const Word& word) {
  return std::any_of(words.begin(), words.end(), [&](const Word& one) { return same(one, word); });
}

// Something the engine saw on the strokes of a word by hand.
bool is_stroke(const Word& word, const std::vector<Word>& now) {
  return std::any_of(now.begin(), now.end(), [&](const Word& one) {
    if (!one.by_hand) return false;
    const int x = word.box.mid_x(), y = word.box.mid_y();
    return x >= one.box.x && x < one.box.right() && y >= one.box.y && y < one.box.bottom();
  });
}

}  // namespace

std::vector<Word> with_number(const RowText& row, const fields::NumberParts& parts,
                              const DigitRun& run) {
  if (row.words.empty() || run.guesses.empty()) return row.words;
  std::vector<Word> out;
  add_so(out, row, parts, run);
  std::size_t tail_to = parts.digits_to;  // the rest of the slash's word, its blanks left out
  const std::size_t whole = row.text.size();
  while (tail_to < whole && is_blank(row.text[tail_to])) ++tail_to;
  while (tail_to < whole && !is_blank(row.text[tail_to])) ++tail_to;
  std::string tail = trim(row.slice(parts.digits_to, tail_to));
  if (parts.joint == fields::Joint::none) {  // "12 QĐ/UB": words apart
    out.push_back(digit_word(row, parts.digits_from, parts.digits_to, run, ""));
    out.back().confidence *= row.confidence(parts.digits_to, whole);
    level(out.back(), row);
    add_print(out, row, parts.digits_to, whole);
    return out;
  }
  const bool bare = tail == "/" || tail == "-";
  if (bare) {  // "/ SYT-NVY": the slash alone is not yet the notation
    while (tail_to < whole && is_blank(row.text[tail_to])) ++tail_to;
    while (tail_to < whole && !is_blank(row.text[tail_to])) ++tail_to;
    tail += trim(row.slice(parts.digits_to, tail_to)).substr(1);
    std::erase(tail, ' ');
  }
  if (!tail.empty() && tail.front() != '/' && tail.front() != '-') tail.insert(0, "/");
  out.push_back(digit_word(row, parts.digits_from, parts.digits_to, run, tail));
  if (!tail.empty()) {
    const Box notation = row.box(parts.digits_to, tail_to);
    const int right = std::max(out.back().box.right(), notation.right());
    out.back().box.w = right - out.back().box.x;
  }
  level(out.back(), row);
  add_print(out, row, tail_to, whole);
  return out;
}

std::vector<Word> with_date(const RowText& row, const fields::DateParts& parts,
                            const DateRuns& runs) {
  std::vector<Word> out;
  std::size_t day_from = parts.day_from;
  const bool lost = day_from < parts.day_to && row.text[day_from] == U',' && !runs.day.box.empty();
  if (lost) ++day_from;  // past the comma
  add_print(out, row, 0, day_from);
  if (lost && !out.empty()) out.push_back(lost_word("ngày", out.back(), runs.day.box));
  add_run(out, row, day_from, parts.day_to, runs.day);
  add_anchor(out, row, parts.day_to, parts.month_from, "tháng", runs.month);
  add_run(out, row, parts.month_from, parts.month_to, runs.month);
  add_anchor(out, row, parts.month_to, parts.year_from, "năm", runs.year);
  add_run(out, row, parts.year_from, parts.year_to, runs.year);
  return out;
}

void replace_words(std::vector<Line>& lines, const std::vector<Word>& before,
                   const std::vector<Word>& now) {
  Line* home = nullptr;
  std::ptrdiff_t at = 0;
  for (Line& line : lines) {
    const auto first = std::find_if(line.words.begin(), line.words.end(),
                                    [&](const Word& word) { return among(before, word); });
    if (first != line.words.end() && home == nullptr) {
      home = &line;
      at = std::count_if(line.words.begin(), first,
                         [&](const Word& word) { return !is_stroke(word, now); });
    }
    std::erase_if(line.words, [&](const Word& word) {
      return among(before, word) || (line.region != Region::stamp && is_stroke(word, now));
    });
  }
  if (home == nullptr) return;
  home->words.insert(home->words.begin() + at, now.begin(), now.end());
  for (Line& line : lines) {
    line.box = {};
    for (const Word& word : line.words) line.box = unite(line.box, word.box);
  }
  std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
}

}  // namespace vanthu
