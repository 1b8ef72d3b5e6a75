// SPDX-License-Identifier: GPL-3.0-or-later
// Rates were counted on the drawn pages of ocr/training/language and in the law texts held out.
#include "ocr/language_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "ocr/language_guard.h"
#include "ocr/language_tokens.h"
#include "pipeline/text.h"

namespace vanthu::language {
namespace {

constexpr double kCommaAsStop = -5.0;     // log P(read "." | printed ",")
constexpr double kNothingAsStop = -9.6;   // log P(read "." | nothing printed): dust
constexpr double kSmallAfterStop = -6.5;  // log P(small letter | a word and a full stop before it)
constexpr double kEnough = 2.2;           // nats between the best and a full stop: nine to one
constexpr double kTogether = -6;          // log P(second | first) of two words run together
constexpr std::size_t kShortest = 2;      // letters of each

bool is_low(const std::string& letters) { return lower(letters) == letters; }

// Known, and made like a Vietnamese syllable.
bool is_word(const std::string& letters, const Model& model) {
  return to_u32(letters).size() >= kShortest && is_syllable(fold(letters)) &&
         model.find(canonical(letters)) != kUnknownToken;
}

struct Parts {
  std::string first, second;
};

// Letters, one mark, small letters: nothing else has it but addresses, which have more than one.
std::optional<Parts> parted_at_mark(const Shape& shape) {
  const std::size_t at = shape.core.find_first_of(".,:;");
  if (at == std::string::npos) return std::nullopt;
  const std::string first = shape.core.substr(0, at), second = shape.core.substr(at + 1);
  if (!shape_of(first).letters || !shape_of(second).letters || !is_low(second)) return std::nullopt;
  const bool plain = fold(first) == lower(first) && fold(second) == second;
  if (plain || !is_syllable(fold(first)) || !is_syllable(fold(second))) return std::nullopt;
  if (to_u32(first).size() < kShortest || to_u32(second).size() < kShortest) return std::nullopt;
  return Parts{first + shape.core[at], second};
}

std::optional<Parts> parted_within(const Shape& shape, const Model& model) {
  if (!shape.letters || is_syllable(fold(shape.core)) || !has_marks(shape.core) ||
      model.find(canonical(shape.core)) != kUnknownToken)
    return std::nullopt;
  const std::u32string letters = to_u32(shape.core);
  std::optional<Parts> best;
  double most = kTogether;
  for (std::size_t i = kShortest; i + kShortest <= letters.size(); ++i) {
    const std::string first = from_u32(letters.substr(0, i)), second = from_u32(letters.substr(i));
    if (!is_low(second) || !is_word(first, model) || !is_word(second, model)) continue;
    const Token a = model.find(canonical(first)), b = model.find(canonical(second));
    if (const double p = model.log_prob(kUnknownToken, a, b); p > most)
      most = p, best = Parts{first, second};
  }
  return best;
}

std::vector<Word> parted(const Word& word, const Model& model) {
  const Shape shape = shape_of(word.text);
  std::optional<Parts> parts = parted_at_mark(shape);
  if (!parts) parts = parted_within(shape, model);
  if (!parts || word.by_hand) return {word};
  Word first = word, second = word;
  first.text = shape.before + parts->first, second.text = parts->second + shape.after;
  const auto length = [](const Word& w) { return static_cast<double>(to_u32(w.text).size()); };
  const double share = length(first) / (length(first) + length(second));
  first.box.w = static_cast<int>(word.box.w * share);
  second.box.x += first.box.w, second.box.w -= first.box.w;
  return {first, second};
}

// The words of the lines one after another, an empty place between regions.
std::vector<Word*> flow(std::vector<Line>& lines) {
  std::vector<Word*> out = {nullptr, nullptr};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].region == Region::stamp) continue;
    if (lines[i].language != "vi") out.push_back(nullptr);
    if (i > 0 && lines[i].region != lines[i - 1].region) out.push_back(nullptr);
    if (lines[i].language == "vi")
      for (Word& word : lines[i].words) out.push_back(&word);
  }
  out.insert(out.end(), 3, nullptr);
  return out;
}

// The model's logarithm of the words around a place, with `mark` after the second of them.
double likelihood(const std::vector<Word*>& words, std::size_t i, const std::string& mark,
                  const Model& model) {
  std::vector<Token> tokens = {kStopToken, kStopToken};
  for (std::size_t k = i - 1; k <= i + 2; ++k) {
    Shape shape = words[k] ? shape_of(words[k]->text) : Shape{{}, {}, ".", false};
    if (k == i) shape.after = mark;
    for (const std::string& token : tokens_of(shape)) tokens.push_back(model.find(token));
  }
  double sum = 0;
  for (std::size_t k = 2; k < tokens.size(); ++k)
    sum += static_cast<double>(model.log_prob(tokens[k - 2], tokens[k - 1], tokens[k]));
  return sum;
}

bool is_doubtful_stop(const Word& word, const Word* next) {
  const Shape shape = shape_of(word.text);
  if (shape.after != "." || !shape.letters || !next || word.by_hand) return false;
  const Shape after = shape_of(next->text);
  if (!after.letters || !after.before.empty() || !is_low(after.core)) return false;
  return to_u32(shape.core).size() > 1 && upper(shape.core) != shape.core &&
         is_syllable(fold(shape.core)) && to_u32(after.core).size() > 1;
}

void mend_stop(const std::vector<Word*>& words, std::size_t i, const Model& model) {
  Word& word = *words[i];
  if (!is_doubtful_stop(word, words[i + 1])) return;
  const double stop = likelihood(words, i, ".", model) + kSmallAfterStop;
  const double comma = likelihood(words, i, ",", model) + kCommaAsStop;
  const double nothing = likelihood(words, i, "", model) + kNothingAsStop;
  if (std::max(comma, nothing) < stop + kEnough) return;
  if (word.raw.empty()) word.raw = word.text;
  word.text.pop_back();
  if (comma > nothing) word.text += ',';
}

// "X])" for "XI)": a thin I beside other numerals is read as a bracket or a bar, which nobody
// prints there unless another one opened it.
void mend_numeral(Word& word) {
  const std::size_t bar = word.text.find_first_of("]|");
  const std::size_t first = word.text.find_first_of("IVXLC");
  if (bar == std::string::npos || first >= bar || word.text.find('[') != std::string::npos) return;
  const std::size_t end = word.text.find_last_of("IVXLC]|") + 1;
  if (word.text.find_first_not_of("IVXLC]|", first) < end) return;
  if (word.text.find_first_not_of("(\"-") != first) return;
  if (word.raw.empty()) word.raw = word.text;
  for (char& c : word.text)
    if (c == ']' || c == '|') c = 'I';
}

}  // namespace

void part(std::vector<Line>& lines, const Model& model) {
  for (Line& line : lines) {
    if (line.language != "vi" || line.region == Region::stamp) continue;
    std::vector<Word> words;
    for (const Word& word : line.words)
      for (Word& piece : parted(word, model)) words.push_back(std::move(piece));
    line.words = std::move(words);
  }
}

void mend_marks(std::vector<Line>& lines, const Model& model) {
  const std::vector<Word*> words = flow(lines);
  for (std::size_t i = 2; i + 2 < words.size(); ++i) {
    if (!words[i]) continue;
    if (words[i]->text == "~") words[i]->raw = "~", words[i]->text = "-";
    mend_numeral(*words[i]);
    mend_stop(words, i, model);
  }
}

}  // namespace vanthu::language
