// SPDX-License-Identifier: GPL-3.0-or-later
// A miss is a breach, a false alarm costs a clerk's morning: both are counted.
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "archive/access.h"
#include "tests/bench/drawn/measures.h"
#include "tests/bench/drawn/papers.h"
#include "tests/bench/drawn/reader.h"
#include "tests/bench/drawn/stamps.h"

namespace vanthu::bench {
namespace {

constexpr std::array kLevels = {"MẬT", "TỐI MẬT", "TUYỆT MẬT"};
constexpr std::array kOthers = {"KHẨN",     "HỎA TỐC", "SAO Y",   "BẢN LƯU",
                                "CÔNG BÁO", "TỐI ƯU",  "BẢO MẬT", "MẶT TRẬN"};
constexpr std::array kHeadings = {"BẢO MẬT THÔNG TIN", "DANH MỤC BÍ MẬT NHÀ NƯỚC",
                                  "MẶT BẰNG XÂY DỰNG", "TUYỆT ĐỐI AN TOÀN"};

struct Drawn {
  draw::Paper paper;
  draw::DrawOptions scanner;
};

Drawn random_drawn(draw::Rng& dice) {
  const Form form = static_cast<Form>(dice.below(3));
  Drawn out{random_paper(dice, random_office(dice), form), random_scanner(dice)};
  if (dice.below(4) == 0) out.paper.arrival = random_arrival(dice, out.paper);
  return out;
}

Reading read(Reader& reader, const Drawn& one) {
  return reader.read({draw::draw_page(one.paper, one.scanner)}, one.scanner.dpi);
}

std::string told(const draw::RubberMark& mark, const draw::DrawOptions& scanner) {
  char out[200];
  std::snprintf(out, sizeof out,
                "at %.0f,%.0f mm, %.0f points, %.0f degrees, ink %d strength %.2f wear %.2f border "
                "%d, depth %d %.0f dpi",
                mark.x, mark.y, mark.size, mark.tilt_degrees, static_cast<int>(mark.ink),
                mark.strength, mark.wear, static_cast<int>(mark.border),
                static_cast<int>(scanner.depth), scanner.dpi);
  return out;
}

}  // namespace

void measure_secrecy(int count) {
  Reader reader;
  int stopped = 0, level = 0, falsely = 0;
  for (int i = 0; i < count; ++i) {
    draw::Rng dice(static_cast<std::uint64_t>(31000 + i * 100003LL));
    Drawn one = random_drawn(dice);
    const std::string words = kLevels[static_cast<std::size_t>(i) % kLevels.size()];
    const std::string lead = dice.below(12) == 0 ? "Độ mật: " : "";
    one.paper.marks = {random_mark(dice, lead + words, one.paper)};
    if (one.scanner.depth == draw::Depth::bilevel)  // paler ink would leave nothing on the scan
      one.paper.marks[0].strength = std::max(0.85, one.paper.marks[0].strength);
    const Reading reading = read(reader, one);
    const Field& secret = reading.dispatches.front().secret;
    stopped += may_be_secret(reading), level += secret.value == words;
    if (!may_be_secret(reading))
      std::printf("# %d missed %s %s\n", i, words.c_str(),
                  told(one.paper.marks[0], one.scanner).c_str());
  }
  std::printf("with a mark\t%d\tstopped\t%d\tlevel right\t%d\n", count, stopped, level);
  for (int i = 0; i < count; ++i) {
    draw::Rng dice(static_cast<std::uint64_t>(52000 + i * 100003LL));
    Drawn one = random_drawn(dice);
    if (dice.below(3) != 0)
      one.paper.marks = {
          random_mark(dice, kOthers[static_cast<std::size_t>(dice.below(8))], one.paper)};
    if (dice.below(3) == 0)
      one.paper.body.insert(
          one.paper.body.begin(),
          {std::string("<b>") + kHeadings[static_cast<std::size_t>(dice.below(4))] + "</b>",
           draw::Align::centre});
    const Reading reading = read(reader, one);
    falsely += may_be_secret(reading);
    if (may_be_secret(reading))
      std::printf("# %d falsely stopped: %s (%s)\n", i,
                  reading.dispatches.front().secret.raw.c_str(),
                  one.paper.marks.empty() ? "" : one.paper.marks[0].words.c_str());
  }
  std::printf("without one\t%d\tstopped\t%d\n", count, falsely);
}

}  // namespace vanthu::bench
