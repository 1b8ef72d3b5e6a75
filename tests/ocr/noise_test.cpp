// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/noise.h"

#include <gtest/gtest.h>

#include "tests/ocr/lines.h"

namespace vanthu {
namespace {

TEST(Noise, UnsureSymbolsAndStrokesGo) {
  std::vector<Line> lines = {line_of("Kính gửi", 0, 0), line_of("~ —|", 0, 50, 0.3),
                             line_of("x", 0, 100, 0.2), line_of("abc", 0, 150, 0.02)};
  drop_noise(lines);
  EXPECT_EQ(text_of(lines), "Kính gửi\n");
}

TEST(Noise, FaintPrintAndSurePunctuationStay) {
  std::vector<Line> lines = {line_of("- Như trên;", 0, 0, 0.6), line_of("nhợt nhạt", 0, 50, 0.35)};
  const std::string before = text_of(lines);
  drop_noise(lines);
  EXPECT_EQ(text_of(lines), before);
}

TEST(Noise, AnUnsureWordTallAsASealGoes) {
  std::vector<Line> lines = {line_of("văn bản này", 0, 0), line_of("SỞ", 0, 50, 0.5)};
  lines[1].words[0].box.h = 120;
  drop_noise(lines);
  EXPECT_EQ(text_of(lines), "văn bản này\n");
}

TEST(Noise, NothingStaysNothing) {
  std::vector<Line> lines;
  drop_noise(lines);
  EXPECT_TRUE(lines.empty());
}

}  // namespace
}  // namespace vanthu
