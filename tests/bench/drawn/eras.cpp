// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of other times are read worse; the question is whether the reading knows. Of each era: how
// well the text is read, how many values are given as sure, and how many of those are wrong.
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "pipeline/text.h"
#include "tests/bench/drawn/measures.h"
#include "tests/bench/drawn/old_papers.h"
#include "tests/bench/drawn/papers.h"
#include "tests/bench/drawn/reader.h"

namespace vanthu::bench {
namespace {

constexpr double kSure = 0.9;
constexpr std::array kEras = {"of today", "republic", "subsidy", "bare", "renewal"};

struct Drawn {
  draw::Paper paper;
  draw::DrawOptions scan;
};

// `era` 0: of today, else Era and one.
Drawn random_drawn(draw::Rng& dice, std::size_t era) {
  if (era == 0) {
    const Form form = dice.below(2) == 0 ? Form::letter : Form::decision;
    draw::Paper paper = random_paper(dice, random_office(dice), form);
    return {std::move(paper), random_scanner(dice)};
  }
  const Era of = static_cast<Era>(era - 1);
  draw::Paper paper = random_old_paper(dice, of);
  return {std::move(paper), random_old_scan(dice, of)};
}

struct Counts {
  int asked = 0, right = 0, sure = 0, sure_and_wrong = 0;
  double confidence = 0, words = 0;
  double edits = 0, letters = 0;
};

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

// A kind or a body is named as the vocabulary has it, marks or none.
bool is_same(const char* name, const std::string& value, const std::string& truth) {
  const bool known = std::string_view(name) == "issuer" || std::string_view(name) == "type";
  return known ? fold(value) == fold(truth) : tidy(value) == tidy(truth);
}

void count(Counts& all, const char* name, const Field& field, const std::string& truth, int i) {
  const bool right = field.value && is_same(name, *field.value, truth);
  ++all.asked;
  all.right += right;
  all.confidence += field.value ? field.confidence : 0;
  if (!field.value || field.confidence < kSure) return;
  ++all.sure;
  all.sure_and_wrong += !right;
  if (!right)
    std::printf("# %d %s '%s' read '%s' %.2f\n", i, name, truth.c_str(), field.value->c_str(),
                field.confidence);
}

void count(Counts& all, const Reading& reading, const Drawn& one, const std::string& text, int i) {
  const Dispatch& said = reading.dispatches.front();
  const draw::Paper& paper = one.paper;
  count(all, "number", said.number, without_blanks(number_of(paper)), i);
  count(all, "date", said.date, date_of(paper), i);
  count(all, "issuer", said.issuer, paper.issuer.front(), i);
  count(all, "subject", said.subject, paper.subject.substr(paper.lead_in.size()), i);
  count(all, "signer", said.signer, paper.signing.name, i);
  if (!paper.type.empty()) count(all, "type", said.type, paper.type, i);
  const PageReading& page = reading.pages.front();
  double sum = 0, words = 0;
  for (const Line& line : page.lines)
    for (const Word& word : line.words) sum += word.confidence, ++words;
  all.words += sum / std::max(1.0, words);
  all.edits += static_cast<double>(edit_distance(tidy(page.text), tidy(text)));
  all.letters += static_cast<double>(to_u32(tidy(text)).size());
}

}  // namespace

void measure_eras(int papers) {
  Reader reader;
  std::printf(
      "era\tcharacter error\twords' confidence\tfields' confidence\tright\tsure\tsure and wrong\n");
  for (std::size_t era = 0; era < kEras.size(); ++era) {
    Counts all;
    for (int i = 0; i < papers; ++i) {
      draw::Rng dice(static_cast<std::uint64_t>(64000 + i * 100003LL + static_cast<int>(era)));
      const Drawn one = random_drawn(dice, era);
      const draw::DrawnPage page = draw::draw_paper(one.paper, one.scan).front();
      count(all, reader.read({page.image}, one.scan.dpi), one, page.text, i);
    }
    std::printf("%s\t%.2f %%\t%.3f\t%.3f\t%.1f %%\t%.1f %%\t%d of %d\n", kEras[era],
                100 * all.edits / std::max(1.0, all.letters), all.words / papers,
                all.confidence / all.asked, 100.0 * all.right / all.asked,
                100.0 * all.sure / all.asked, all.sure_and_wrong, all.sure);
    std::fflush(stdout);
  }
}

}  // namespace vanthu::bench
