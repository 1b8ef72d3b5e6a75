// SPDX-License-Identifier: GPL-3.0-or-later
// A probability is worth what it keeps: values are put into bands by their confidence, and each
// band is asked how many of it were right.
#include <array>
#include <cstdio>
#include <string>

#include "tests/bench/drawn/crops.h"
#include "tests/bench/drawn/measures.h"
#include "tests/bench/drawn/papers.h"
#include "tests/bench/drawn/reader.h"

namespace vanthu::bench {
namespace {

constexpr std::array kFrom = {0.0, 0.5, 0.7, 0.9, 0.97};  // the lower ends of the bands

struct Band {
  int given = 0, right = 0;
  double sum = 0;
};

struct Table {
  std::array<Band, kFrom.size()> bands;
  int missed = 0, in_candidates = 0;

  void add(const Field& field, const std::string& truth, const std::string& what) {
    const bool whole = field.value && (truth.size() != 10 || field.value->size() == 10);
    if (!whole) {
      ++missed;
      for (const Candidate& one : field.candidates) in_candidates += one.value == truth;
      return;
    }
    std::size_t at = kFrom.size() - 1;
    while (field.confidence < kFrom[at]) --at;
    ++bands[at].given;
    bands[at].right += *field.value == truth;
    bands[at].sum += field.confidence;
    if (*field.value != truth)
      std::printf("# %s: '%s' read '%s' %.2f\n", what.c_str(), truth.c_str(), field.value->c_str(),
                  field.confidence);
  }
};

void print(const char* name, const Table& table) {
  for (std::size_t i = 0; i < kFrom.size(); ++i) {
    const Band& band = table.bands[i];
    if (band.given == 0) continue;
    std::printf("%s\tfrom %.2f\tgiven %d\tmean %.3f\tright %d\n", name, kFrom[i], band.given,
                band.sum / band.given, band.right);
  }
  std::printf("%s\tnone given %d\tthe truth among its candidates %d\n", name, table.missed,
              table.in_candidates);
}

void measure_drawn(Reader& reader, int count) {
  Table numbers, dates;
  for (int i = 0; i < count; ++i) {
    draw::Rng dice(static_cast<std::uint64_t>(7000 + i));
    const Form form = static_cast<Form>(dice.below(3));
    const draw::Paper paper = random_paper(dice, random_office(dice), form);
    const draw::DrawOptions scanner = random_scanner(dice);
    const Reading reading = reader.read({draw::draw_page(paper, scanner)}, scanner.dpi);
    const std::string what = "drawn " + std::to_string(i);
    numbers.add(reading.dispatches.front().number, number_of(paper), what);
    dates.add(reading.dispatches.front().date, date_of(paper), what);
  }
  print("drawn number", numbers);
  print("drawn date", dates);
}

}  // namespace

void measure_reliability(int count, const std::string& crops) {
  Reader reader;
  measure_drawn(reader, count);
  if (crops.empty()) return;
  Table numbers, dates;
  for (const CropPage& page : crop_pages(crops)) {
    const Reading reading = reader.read({page.image}, kCropDpi);
    numbers.add(reading.dispatches.front().number, page.number, "crop");
    dates.add(reading.dispatches.front().date, page.date, "crop");
  }
  print("real rows, number", numbers);
  print("real rows, date", dates);
}

}  // namespace vanthu::bench
