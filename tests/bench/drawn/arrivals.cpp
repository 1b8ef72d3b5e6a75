// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <string>

#include "tests/bench/drawn/measures.h"
#include "tests/bench/drawn/papers.h"
#include "tests/bench/drawn/reader.h"
#include "tests/bench/drawn/stamps.h"

namespace vanthu::bench {
namespace {

struct Counts {
  int right = 0, wrong = 0;
  void add(const Field& field, const std::string& truth) {
    right += field.value == truth;
    wrong += field.value && field.value != truth;
  }
};

std::string said(const Field& field) { return field.value.value_or("-") + " from " + field.raw; }

}  // namespace

void measure_arrivals(int count) {
  Reader reader;
  int found = 0;
  Counts numbers, dates;
  for (int i = 0; i < count; ++i) {
    draw::Rng dice(static_cast<std::uint64_t>(83000 + i * 100003LL));
    const Form form = static_cast<Form>(dice.below(3));
    draw::Paper paper = random_paper(dice, random_office(dice), form);
    const draw::DrawOptions scanner = random_scanner(dice);
    paper.arrival = random_arrival(dice, paper);
    const Reading reading = reader.read({draw::draw_page(paper, scanner)}, scanner.dpi);
    const auto& stamps = reading.dispatches.front().stamps;
    if (stamps.empty()) {
      std::printf("# %d no stamp\n", i);
      continue;
    }
    ++found;
    numbers.add(stamps[0].number, paper.arrival->number);
    dates.add(stamps[0].date, paper.arrival->truth_date);
    if (stamps[0].number.value != paper.arrival->number ||
        stamps[0].date.value != paper.arrival->truth_date)
      std::printf("# %d '%s' read %s; '%s' read %s%s\n", i, paper.arrival->number.c_str(),
                  said(stamps[0].number).c_str(), paper.arrival->date.c_str(),
                  said(stamps[0].date).c_str(), paper.arrival->dater ? " (dater)" : "");
  }
  std::printf("stamps\t%d\tfound\t%d\n", count, found);
  std::printf("number\tright\t%d\twrong value given\t%d\n", numbers.right, numbers.wrong);
  std::printf("date\tright\t%d\twrong value given\t%d\n", dates.right, dates.wrong);
}

}  // namespace vanthu::bench
