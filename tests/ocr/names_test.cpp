// SPDX-License-Identifier: GPL-3.0-or-later
// The search over columns by hand-made columns; the net on drawn rows and on paper without names.
#include "ocr/names.h"

#include <gtest/gtest.h>

#include <cmath>

#include "pipeline/text.h"

namespace vanthu {
namespace {

// Columns of 10 pixels, each sign on one, a blank between. A sign may look like another, too.
struct Sheet {
  NameColumns columns{0, {}, {100, 40, 0, 48}};
  Sheet& column(std::size_t sign, double sure = 0.97, std::size_t other = 0) {
    std::vector<float> logits(kNameClasses, std::log(0.00005F));
    logits[other] = static_cast<float>(std::log(1 - sure));
    logits[sign] = static_cast<float>(std::log(sure));
    columns.logits.insert(columns.logits.end(), logits.begin(), logits.end());
    columns.line.w += 10;
    ++columns.frames;
    return *this;
  }
  Sheet& blank() { return column(0, 0.99, 1); }
  Sheet& text(const std::string& said, const std::string& like = {}, double sure = 0.97) {
    const std::u32string u = to_u32(said), v = to_u32(like.empty() ? said : like);
    for (std::size_t i = 0; i < u.size(); ++i) {
      const std::size_t other = u[i] == v[i] ? 0 : kNameSigns.find(v[i]) + 1;
      column(kNameSigns.find(u[i]) + 1, u[i] == v[i] ? 0.97 : sure, other).blank();
    }
    return *this;
  }
};

std::string likeliest(const NameRun& run) {
  return run.guesses.empty() ? "" : run.guesses.front().text;
}

TEST(Names, ANameIsReadOffTheColumns) {
  Sheet sheet;
  sheet.blank().blank().text("Nguyễn Văn Phượng").blank();
  const NameRun run = read_name(sheet.columns);
  EXPECT_EQ(likeliest(run), "Nguyễn Văn Phượng");
  EXPECT_GT(run.guesses.front().confidence, 0.8);
  EXPECT_GT(run.box.x, sheet.columns.line.x);
}

TEST(Names, AcademicTitlesStandApart) {
  Sheet sheet;
  sheet.blank().text("PGS.TS. Lê Quang Hùng");
  const NameRun run = read_name(sheet.columns);
  EXPECT_EQ(likeliest(run), "Lê Quang Hùng");
  EXPECT_EQ(run.before, "PGS.TS.");
}

TEST(Names, WhatPeopleAreCalledDecidesBetweenSignsThatLookAlike) {
  Sheet sheet;
  sheet.blank().text("Trẩn Văn Hùng", "Trần Văn Hùng", 0.6);
  EXPECT_EQ(likeliest(read_name(sheet.columns)), "Trần Văn Hùng");
}

TEST(Names, AClearSignIsNotOutvoted) {
  Sheet sheet;
  sheet.blank().text("Trần Văn Hứng", "Trần Văn Hùng", 0.9995);
  EXPECT_EQ(likeliest(read_name(sheet.columns)), "Trần Văn Hứng");
}

TEST(Names, WordsThatAreNoSyllablesAreNoName) {
  Sheet sheet;
  sheet.blank().text("Ktgb Xzq Wfo");
  const NameRun run = read_name(sheet.columns);
  EXPECT_TRUE(run.guesses.empty() || run.guesses.front().confidence < 0.2);
}

TEST(Names, NothingIsReadOffEmptyColumns) {
  Sheet sheet;
  for (int i = 0; i < 60; ++i) sheet.blank();
  EXPECT_TRUE(read_name(sheet.columns).guesses.empty());
  EXPECT_TRUE(read_name(NameColumns{}).guesses.empty());
}

TEST(Names, HalfANameSpeaksForTheWholeOneOfAnotherLook) {
  Sheet half, whole;
  half.blank().text("Lê Thiên").blank();
  whole.blank().text("Lê Thiên Phú", "Lê Thiên Phu", 0.8).blank();
  EXPECT_EQ(likeliest(read_name({half.columns, half.columns, whole.columns})), "Lê Thiên Phú");
}

TEST(Names, TwoNamesOfOneRowLeaveDoubt) {
  Sheet one, other;
  one.blank().text("Lê Văn An").blank();
  other.blank().text("Lê Văn Ân").blank();
  const NameRun run = read_name({one.columns, other.columns});
  ASSERT_FALSE(run.guesses.empty());
  EXPECT_LT(run.guesses.front().confidence, 0.6);
}

TEST(Names, TheNetSaysNothingToPaperAndNoise) {
  NameReader reader = NameReader::open();
  Image paper = make_image(600, 120);
  EXPECT_TRUE(read_name(reader.look(paper, Ink::red, {30, 80}, 0, 600)).guesses.empty());
  unsigned state = 1;
  for (std::uint8_t& pixel : paper.pixels)
    pixel = static_cast<std::uint8_t>((state = state * 1664525U + 1013904223U) >> 24);
  const NameRun noise = read_name(reader.look(paper, Ink::red, {30, 80}, 0, 600));
  EXPECT_TRUE(noise.guesses.empty() || noise.guesses.front().confidence < 0.3);
}

TEST(Names, ARowOutsideThePageGivesNoColumns) {
  NameReader reader = NameReader::open();
  const Image paper = make_image(600, 120);
  EXPECT_EQ(reader.look(paper, Ink::red, {30, 900}, 0, 600).frames, 0);
  EXPECT_EQ(reader.look(paper, Ink::darkest, {2, 80}, 0, 600).frames, 0);
}

}  // namespace
}  // namespace vanthu
