// SPDX-License-Identifier: GPL-3.0-or-later
// Drawn pages with number and date by pen, read by engine and net together. The pen of the samples
// is not one that the net has learnt from.
#include <gtest/gtest.h>

#include "ocr/engine.h"
#include "pipeline/fields/fields.h"
#include "samples/draw/draw.h"

namespace vanthu {
namespace {

OcrPage read(const draw::DrawOptions& options) {
  static Engine engine = Engine::open();
  Page page;
  page.image = draw::draw_page(draw::plain_paper(), options);
  page.dpi = options.dpi;
  return engine.recognise(clean(page));
}

bool says(const OcrPage& page, const std::string& text) {
  return text_of(page).find(text) != std::string::npos;
}

TEST(DigitsByHand, EnterTheTextOfTheirLines) {
  draw::DrawOptions options;
  options.hand_number = options.hand_day = options.hand_month = true;
  const OcrPage page = read(options);
  EXPECT_TRUE(says(page, "Số: 214/SXD-QLN")) << text_of(page);
  EXPECT_TRUE(says(page, "ngày 18 tháng 5 năm 2021")) << text_of(page);
  const Dispatch d = understand({page}, "scan.pdf").dispatches.at(0);
  EXPECT_EQ(d.number.value, "214/SXD-QLN");
  EXPECT_EQ(d.number.status, Status::handwritten);
  EXPECT_EQ(d.date.value, "2021-05-18");
}

TEST(DigitsByHand, AreReadOffAOneBitScanInBlack) {
  draw::DrawOptions options;
  options.hand_number = options.hand_day = true;
  options.pen = draw::Ink::black;
  options.depth = draw::Depth::bilevel;
  options.skew_degrees = 0.8;
  const Dispatch d = understand({read(options)}, "scan.pdf").dispatches.at(0);
  EXPECT_EQ(d.number.value, "214/SXD-QLN");
  EXPECT_EQ(d.date.value, "2021-05-18");
}

TEST(DigitsByHand, PrintIsSeenAsPrint) {
  const OcrPage page = read({});
  for (const Line& line : page.lines)
    for (const Word& word : line.words) EXPECT_FALSE(word.by_hand) << word.text;
  const Dispatch d = understand({page}, "scan.pdf").dispatches.at(0);
  EXPECT_EQ(d.number.value, "214/SXD-QLN");
  EXPECT_EQ(d.number.status, Status::read);
  EXPECT_GE(d.number.confidence, kTrusted);
}

}  // namespace
}  // namespace vanthu
