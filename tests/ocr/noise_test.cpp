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
  std::vector<Line> lines = {line_of("văn bản này", 0, 0), line_of("SỞ", 0, 50, 0.45)};
  lines[1].words[0].box.h = 120;
  drop_noise(lines);
  EXPECT_EQ(text_of(lines), "văn bản này\n");
}

TEST(Noise, ADoubtfulWordOfASureLineIsPrintMisread) {
  std::vector<Line> lines = {line_of("Dự án GAVI đề nghị |", 0, 0, 0.9)};
  lines[0].words[2].confidence = 0;
  lines[0].words[5].confidence = 0.1;
  drop_noise(lines);
  EXPECT_EQ(text_of(lines), "Dự án GAVI đề nghị\n");
}

TEST(Noise, ASignatureReadAsPiecesGoesAndACellOfATableStays) {
  std::vector<Line> lines = {line_of("TM. BAN THƯỜNG VỤ", 0, 0), line_of("L7 KÀ 2", 0, 50, 0.55),
                             line_of("0", 0, 100, 0.55)};
  drop_noise(lines);
  EXPECT_EQ(text_of(lines), "TM. BAN THƯỜNG VỤ\n0\n");
}

TEST(Noise, ARowOfDigitsByHandStaysForTheirReader) {
  std::vector<Line> lines = {line_of("Số: //// /UBND-VX", 0, 0, 0.1)};
  drop_noise(lines);
  EXPECT_EQ(text_of(lines), "Số: //// /UBND-VX\n");
}

TEST(Noise, NothingStaysNothing) {
  std::vector<Line> lines;
  drop_noise(lines);
  EXPECT_TRUE(lines.empty());
}

TEST(SurePrint, IsALineOfWordsThatTheEngineHasNoDoubtOf) {
  EXPECT_TRUE(is_sure_print(line_of("Nơi nhận", 0, 0, 0.9)));
  EXPECT_TRUE(is_sure_print(line_of("- Như trên", 0, 0, 0.8)));
  EXPECT_TRUE(is_sure_print(line_of("12", 0, 0, 0.95)));
  EXPECT_TRUE(is_sure_print(line_of("SỞ Y TẾ", 0, 0, 0.8)));
}

TEST(SurePrint, IsNoScribbleNoSingleLetterAndNoRowOfSymbols) {
  EXPECT_FALSE(is_sure_print(line_of("Nơi nhận", 0, 0, 0.5)));
  EXPECT_FALSE(is_sure_print(line_of("L V", 0, 0, 0.9)));
  EXPECT_FALSE(is_sure_print(line_of("--- ==", 0, 0, 0.9)));
  EXPECT_FALSE(is_sure_print(line_of("kk", 0, 0, 0.8)));
  EXPECT_FALSE(is_sure_print({}));
}

}  // namespace
}  // namespace vanthu
