// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that the search for lines passed over, on drawn pages whose lines are taken away one by one.
#include <gtest/gtest.h>

#include "ocr/look.h"
#include "pipeline/clean/clean.h"
#include "pipeline/text.h"
#include "samples/draw/draw.h"
#include "tests/ocr/lines.h"

extern "C" const unsigned char vanthu_engine_model_begin[], vanthu_engine_model_end[];

namespace vanthu {
namespace {

class LookAgain : public ::testing::Test {
 protected:
  LookAgain() {
    const auto size = static_cast<int>(vanthu_engine_model_end - vanthu_engine_model_begin);
    const auto* from = reinterpret_cast<const char*>(vanthu_engine_model_begin);
    api_.Init(from, size, "vie", tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr, false,
              nullptr);
  }

  static CleanPage cleaned(const draw::DrawOptions& options) {
    Page page;
    page.image = draw::draw_page(draw::plain_paper(), options);
    page.dpi = options.dpi;
    return clean(page);
  }

  std::vector<Line> body(const CleanPage& page, Image& part) {
    for (const Cell& cell : page.cells)
      if (cell.region == Region::body) part = crop(page.print, cell.box);
    return look(api_, part, page.letter, tesseract::PSM_SINGLE_BLOCK);
  }

  tesseract::TessBaseAPI api_;
};

TEST_F(LookAgain, ARowPassedOverIsReadAndStandsWhereItStood) {
  const CleanPage page = cleaned({});
  Image part;
  const std::vector<Line> all = body(page, part);
  ASSERT_GT(all.size(), 3u);
  for (std::size_t left_out = 0; left_out < all.size(); ++left_out) {
    std::vector<Line> lines = all;
    lines.erase(lines.begin() + static_cast<long>(left_out));
    look_again(api_, part, page.letter, lines);
    ASSERT_EQ(lines.size(), all.size()) << text_of(all[left_out]);
    EXPECT_GT(similarity(text_of(lines[left_out]), text_of(all[left_out])), 0.9)
        << text_of(lines[left_out]);
  }
}

TEST_F(LookAgain, APageReadWholeGainsNothing) {
  const CleanPage page = cleaned({});
  Image part;
  std::vector<Line> lines = body(page, part);
  const std::string before = text_of(lines);
  look_again(api_, part, page.letter, lines);
  EXPECT_EQ(text_of(lines), before);
}

TEST_F(LookAgain, ASignatureIsNoRow) {
  for (const unsigned seed : {1u, 2u, 3u, 4u, 5u}) {
    draw::DrawOptions options;
    options.seed = seed, options.seal = false, options.depth = draw::Depth::bilevel;
    const CleanPage page = cleaned(options);
    for (const Cell& cell : page.cells) {
      if (cell.region != Region::foot_right) continue;
      const Image part = crop(page.print, cell.box);
      std::vector<Line> lines = look(api_, part, page.letter, tesseract::PSM_SINGLE_BLOCK);
      const std::string before = text_of(lines);
      look_again(api_, part, page.letter, lines);
      EXPECT_EQ(text_of(lines), before);
    }
  }
}

}  // namespace
}  // namespace vanthu
