// SPDX-License-Identifier: GPL-3.0-or-later
// A pair of letters is seen too seldom to be counted alone: each rate leans on the rate of its kind
// (which vowel mark and tone became which, whatever the letter), and that on vowel mark and tone
// taken apart. Capitals and small letters are counted apart: the marks of capitals are cramped.
#include "ocr/training/language/rates.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <map>

#include "ocr/language_spelling.h"
#include "ocr/language_tokens.h"
#include "pipeline/text.h"

namespace vanthu::language {
namespace {

constexpr double kLetterLeans = 300, kKindLeans = 50, kPartLeans = 5;  // occurrences
constexpr std::array<double, 14> kKnots = {0.1,  0.3,  0.5,  0.6,   0.7,   0.78,  0.84,
                                           0.88, 0.91, 0.93, 0.945, 0.955, 0.965, 0.975};

struct Letter {
  char base = 0;  // folded; 0 for what is no Vietnamese letter
  int mark = 0;   // of the vowel: 0 none, 1 circumflex, 2 breve, 3 horn; đ: 1
  int tone = 0;
};

Letter apart(char32_t c) {
  const std::string text = from_u32(std::u32string(1, c)), folded = fold(text);
  const std::string token = canonical(text);
  if (folded.size() != 1) return {};
  Letter out{folded[0]};
  const bool toned = token.size() > 1 && token.back() >= '1' && token.back() <= '5';
  if (toned) out.tone = token.back() - '0';
  const std::string letter = toned ? token.substr(0, token.size() - 1) : token;
  if (letter == folded) return out;
  out.mark = letter == "ă" ? 2 : letter == "ơ" || letter == "ư" ? 3 : 1;
  return out;
}

using Pair = std::pair<char32_t, char32_t>;  // printed, read
using Kind = std::array<int, 4>;             // mark and tone printed, mark and tone read

struct Counts {
  std::array<std::map<char32_t, double>, 2> printed;
  std::array<std::map<Pair, double>, 2> pairs;
  double letters = 0, replaced = 0, lost = 0, added = 0;
  std::array<double, kKnots.size()> right{}, wrong{};

  void add(const std::u32string& read, const std::u32string& truth, bool upper) {
    letters += static_cast<double>(truth.size());
    for (const char32_t c : truth) ++printed[upper][c];
    if (read.size() + 1 == truth.size()) ++lost;
    if (read.size() == truth.size() + 1) ++added;
    if (read.size() != truth.size()) return;
    for (std::size_t i = 0; i < read.size(); ++i) {
      if (read[i] == truth[i]) continue;
      ++pairs[upper][{truth[i], read[i]}];
      replaced += apart(read[i]).base != apart(truth[i]).base;
    }
  }

  void add_confidence(double confidence, bool is_right) {
    std::size_t i = 0;
    while (i + 1 < kKnots.size() && kKnots[i] < confidence) ++i;
    ++(is_right ? right : wrong)[i];
  }
};

void count(const Word& word, const std::string& printed, Counts& counts) {
  const Shape read = shape_of(word.text), truth = shape_of(printed);
  if (!read.letters || !truth.letters) return;
  const std::u32string a = spelled(canonical(read.core)), b = spelled(canonical(truth.core));
  if (similarity(fold(read.core), fold(truth.core)) < 0.5) return;
  counts.add(a, b, upper(truth.core) == truth.core && b.size() > 1);
  counts.add_confidence(word.confidence, a == b);
}

// Rates of kinds, capitals and small letters together: n(kind) over n(printed).
class Kinds {
 public:
  explicit Kinds(const Counts& counts) {
    for (const int upper : {0, 1}) {
      for (const auto& [letter, n] : counts.printed[upper]) {
        const Letter l = apart(letter);
        printed_[{l.mark, l.tone}] += n, marks_[l.mark] += n, tones_[l.tone] += n;
      }
      for (const auto& [pair, n] : counts.pairs[upper]) {
        const Letter p = apart(pair.first), r = apart(pair.second);
        if (p.base != r.base || p.base == 0) continue;
        kinds_[{p.mark, p.tone, r.mark, r.tone}] += n;
        mark_to_[{p.mark, r.mark}] += n, tone_to_[{p.tone, r.tone}] += n;
      }
    }
  }
  double rate(const Letter& p, const Letter& r) const {
    const double parts =
        part(mark_to_, marks_, p.mark, r.mark) * part(tone_to_, tones_, p.tone, r.tone);
    const auto n = kinds_.find({p.mark, p.tone, r.mark, r.tone});
    const auto all = printed_.find({p.mark, p.tone});
    return ((n == kinds_.end() ? 0 : n->second) + kKindLeans * parts) /
           ((all == printed_.end() ? 0 : all->second) + kKindLeans);
  }

 private:
  using To = std::map<std::pair<int, int>, double>;
  static double part(const To& to, const std::map<int, double>& from, int a, int b) {
    if (a == b) return 1;
    const auto n = to.find({a, b});
    const auto all = from.find(a);
    return ((n == to.end() ? 0 : n->second) + kPartLeans * 1e-4) /
           ((all == from.end() ? 0 : all->second) + kPartLeans);
  }
  std::map<Kind, double> kinds_;
  std::map<std::pair<int, int>, double> printed_;
  std::map<int, double> marks_, tones_;
  To mark_to_, tone_to_;
};

std::u32string alphabet() {
  std::u32string out;
  for (const char32_t c : std::u32string(U"aăâeêioôơuưy"))
    for (int tone = 0; tone <= 5; ++tone)
      out += spelled(from_u32(std::u32string(1, c)) + (tone ? std::to_string(tone) : ""));
  return out + U"dđbcfghjklmnpqrstvwxz";
}

std::string letter_rows(const Counts& counts) {
  const Kinds kinds(counts);
  const std::u32string letters = alphabet();
  std::string out;
  for (const int upper : {0, 1})
    for (const char32_t p : letters)
      for (const char32_t r : letters) {
        const Letter a = apart(p), b = apart(r);
        const auto n = counts.pairs[upper].find({p, r});
        const double seen = n == counts.pairs[upper].end() ? 0 : n->second;
        if (p == r || (a.base != b.base && seen < 2)) continue;
        const auto all = counts.printed[upper].find(p);
        const double kind = a.base == b.base ? kinds.rate(a, b) : 1e-5;
        const double rate = (seen + kLetterLeans * kind) /
                            ((all == counts.printed[upper].end() ? 0 : all->second) + kLetterLeans);
        out += fmt::format("{}\t{}\t{}\t{:.2f}\n", upper ? "upper" : "lower",
                           from_u32(std::u32string(1, p)), from_u32(std::u32string(1, r)),
                           std::log(rate));
      }
  return out;
}

// How much likelier each confidence is of a wrong word than of a right one, never rising.
std::string doubt_rows(const Counts& counts) {
  double right = 0, wrong = 0, least = 1e9;
  for (std::size_t i = 0; i < kKnots.size(); ++i)
    right += counts.right[i] + 1, wrong += counts.wrong[i] + 1;
  std::string out;
  for (std::size_t i = 0; i < kKnots.size(); ++i) {
    const double doubt = std::log((counts.wrong[i] + 1) / wrong * right / (counts.right[i] + 1));
    least = std::min(least, doubt);
    out += fmt::format("doubt\t{}\t{:.2f}\n", kKnots[i], least);
  }
  return out;
}

}  // namespace

std::vector<ReadPage> read_pages(std::istream& in) {
  std::vector<ReadPage> out;
  std::string page, line_number;
  for (std::string text; std::getline(in, text);) {
    const std::vector<std::string> row = split(text, '\t');
    if (row.size() != 6) continue;
    if (out.empty() || row[0] != page || std::stoi(row[1]) < std::stoi(line_number))
      out.emplace_back(), page = row[0], line_number.clear();
    ReadPage& now = out.back();
    if (row[1] != line_number) {
      now.lines.emplace_back(), now.printed.emplace_back();
      now.lines.back().region = static_cast<Region>(std::stoi(row[2]));
      line_number = row[1];
    }
    now.lines.back().words.push_back({row[4], "", {}, std::stod(row[3])});
    now.printed.back().push_back(row[5]);
  }
  return out;
}

std::string rates_of(const std::vector<ReadPage>& pages) {
  Counts counts;
  for (const ReadPage& page : pages)
    for (std::size_t i = 0; i < page.lines.size(); ++i)
      for (std::size_t k = 0; k < page.printed[i].size(); ++k)
        if (!page.printed[i][k].empty()) count(page.lines[i].words[k], page.printed[i][k], counts);
  const auto rate = [&](const char* name, double n, double times) {
    return fmt::format("{}\t{:.2f}\n", name, std::log((n + 1) / (counts.letters * times)));
  };
  // A letter is replaced by any of some twenty, and added as any of them.
  return rate("replaced", counts.replaced, 20) + rate("lost", counts.lost, 1) +
         rate("added", counts.added, 20) + doubt_rows(counts) + letter_rows(counts);
}

}  // namespace vanthu::language
