// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of 1955 to 2005 as they lie in cellars: typed, carbon copies, without marks.
#include <gtest/gtest.h>

#include <array>

#include "pipeline/text.h"
#include "tests/bench/drawn/old_papers.h"
#include "tests/bench/drawn/papers.h"
#include "tests/bench/drawn/reader.h"

namespace vanthu {
namespace {

using bench::Era;

constexpr double kGivenAsSure = 0.9;

Reading read(const draw::Paper& paper, const draw::DrawOptions& scan) {
  static bench::Reader reader;
  return reader.read({draw::draw_page(paper, scan)}, scan.dpi);
}

draw::Paper typed_paper() {
  draw::Paper paper = draw::plain_paper();
  paper.typed = true;
  paper.number = "25", paper.notation = " QĐ/UB";
  paper.year = 1981;
  return paper;
}

TEST(OldPaper, KindAndBodyStandApartFromDigitsByHand) {
  draw::DrawOptions scan;
  scan.hand_number = true;
  const Dispatch said = read(typed_paper(), scan).dispatches.at(0);
  EXPECT_EQ(said.number.value, "25QĐ/UB") << said.number.raw;
  EXPECT_EQ(said.date.value, "1981-05-18");
}

TEST(OldPaper, TypedWithoutMarksStaysWithout) {
  draw::Rng dice(3);
  const draw::Paper paper = bench::random_old_paper(dice, Era::bare);
  draw::DrawOptions scan;
  scan.dpi = 300;
  const Reading said = read(paper, scan);
  int marked = 0, words = 0;
  for (const Line& line : said.pages.at(0).lines)
    for (const Word& word : line.words)
      if (line.region == Region::body) ++words, marked += has_marks(word.text);
  EXPECT_GT(words, 40);
  EXPECT_LE(marked, words / 20);
}

struct Sureness {
  double confidence = 0;
  int fields = 0;
  double mean() const { return confidence / fields; }
};

void add(Sureness& all, const Field& field) {
  all.confidence += field.value ? field.confidence : 0;
  ++all.fields;
}

void add(Sureness& all, const Dispatch& said) {
  for (const Field* field : {&said.number, &said.date, &said.issuer, &said.subject, &said.signer})
    add(all, *field);
}

bool is_surely_wrong(const Field& field, const std::string& truth) {
  return field.confidence >= kGivenAsSure && field.value != truth;
}

TEST(OldPaper, IsGivenWithLessConfidenceThanAPaperOfTodayAndNeverSurelyWrong) {
  Sureness old, today;
  for (unsigned i = 0; i < 2; ++i)
    for (const Era era : {Era::republic, Era::subsidy, Era::bare}) {
      draw::Rng dice(100 + i * 10 + static_cast<unsigned>(era));
      const draw::Paper paper = bench::random_old_paper(dice, era);
      const Dispatch said = read(paper, bench::random_old_scan(dice, era)).dispatches.at(0);
      add(old, said);
      std::string number = bench::number_of(paper);
      std::erase(number, ' ');
      EXPECT_FALSE(is_surely_wrong(said.number, number)) << said.number.raw;
      EXPECT_FALSE(is_surely_wrong(said.date, bench::date_of(paper))) << said.date.raw;
    }
  for (unsigned i = 0; i < 2; ++i) {
    draw::Rng dice(500 + i);
    const draw::Paper paper =
        bench::random_paper(dice, bench::random_office(dice), bench::Form::letter);
    add(today, read(paper, bench::random_scanner(dice)).dispatches.at(0));
  }
  EXPECT_LT(old.mean(), today.mean() - 0.1);
}

}  // namespace
}  // namespace vanthu
