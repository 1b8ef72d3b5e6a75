// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of secrecy and arrival stamps on drawn pages, through the whole engine.
#include "ocr/arrival.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "archive/access.h"
#include "samples/draw/draw.h"
#include "tests/bench/drawn/reader.h"

namespace vanthu {
namespace {

bench::Reader& reader() {
  static bench::Reader one;
  return one;
}

Reading read(const draw::Paper& paper, const draw::DrawOptions& scanner) {
  return reader().read({draw::draw_page(paper, scanner)}, scanner.dpi);
}

draw::Paper with_arrival(const std::string& number, const std::string& date) {
  draw::Paper paper = draw::plain_paper();  // of 18/5/2021
  paper.arrival =
      draw::Arrival{.receiver = {"UBND HUYỆN MANG THÍT"}, .number = number, .date = date};
  paper.arrival->x = 8, paper.arrival->y = 62;
  return paper;
}

bool may_be(const Field& field, const std::string& value) {
  return field.value == value ||
         std::any_of(field.candidates.begin(), field.candidates.end(),
                     [&](const Candidate& one) { return one.value == value; });
}

TEST(Arrival, NumberAndDateByHandAreReadOffTheStamp) {
  const Reading reading = read(with_arrival("2354", "24/5/21"), {});
  ASSERT_EQ(reading.dispatches[0].stamps.size(), 1U);
  const Stamp& stamp = reading.dispatches[0].stamps[0];
  EXPECT_EQ(stamp.number.value, "2354");
  EXPECT_TRUE(may_be(stamp.date, "2021-05-24")) << stamp.date.value.value_or("nothing");
}

TEST(Arrival, BareDotsHoldNoNumber) {
  const Reading reading = read(with_arrival("", "24/5/21"), {});
  ASSERT_EQ(reading.dispatches[0].stamps.size(), 1U);
  EXPECT_EQ(reading.dispatches[0].stamps[0].number.value, std::nullopt);
}

TEST(Arrival, APaperWithoutAStampHasNone) {
  EXPECT_TRUE(read(draw::plain_paper(), {}).dispatches[0].stamps.empty());
}

struct Case {
  const char* name;
  draw::RubberMark mark;
  draw::Depth depth;
};

class Secrecy : public testing::TestWithParam<Case> {};

TEST_P(Secrecy, StopsThePaper) {
  draw::Paper paper = draw::plain_paper();
  paper.marks = {GetParam().mark};
  draw::DrawOptions scanner;
  scanner.depth = GetParam().depth;
  const Reading reading = read(paper, scanner);
  EXPECT_TRUE(may_be_secret(reading));
  EXPECT_EQ(reading.dispatches[0].secret.value, GetParam().mark.words);
}

INSTANTIATE_TEST_SUITE_P(
    Marks, Secrecy,
    testing::Values(
        Case{"level", {.words = "MẬT", .x = 42, .y = 66}, draw::Depth::colour},
        Case{"beside_kinh_gui_in_one_bit",
             {.words = "TỐI MẬT", .x = 34, .y = 80, .tilt_degrees = -6, .ink = draw::Ink::black},
             draw::Depth::bilevel},
        Case{"faint",
             {.words = "TUYỆT MẬT", .x = 45, .y = 66, .ink = draw::Ink::violet, .strength = 0.45},
             draw::Depth::grey},
        Case{"tilted",
             {.words = "TỐI MẬT", .x = 160, .y = 60, .tilt_degrees = 14},
             draw::Depth::colour},
        Case{"without_a_frame",
             {.words = "MẬT",
              .x = 42,
              .y = 66,
              .size = 18,
              .serif = false,
              .border = draw::Border::none},
             draw::Depth::grey},
        Case{"cut_by_the_edge",
             {.words = "TUYỆT MẬT", .x = 9, .y = 66, .size = 17},
             draw::Depth::colour}),
    [](const auto& one) { return one.param.name; });

TEST(Secrecy, OtherStampsAndHeadingsDoNotStopThePaper) {
  for (const char* words : {"SAO Y", "BẢO MẬT", "HỎA TỐC", "MẶT TRẬN"}) {
    draw::Paper paper = draw::plain_paper();
    paper.marks = {{.words = words, .x = 42, .y = 66}};
    EXPECT_FALSE(may_be_secret(read(paper, {}))) << words;
  }
}

}  // namespace
}  // namespace vanthu
