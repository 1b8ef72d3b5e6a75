// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocr/without.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "pipeline/error.h"

namespace vanthu {
namespace {

struct Said {
  explicit Said(const char* steps) { setenv("VANTHU_WITHOUT", steps, 1); }
  ~Said() { unsetenv("VANTHU_WITHOUT"); }
};

TEST(Without, NothingSaidLeavesNothingOut) {
  unsetenv("VANTHU_WITHOUT");
  EXPECT_TRUE(steps_left_out().empty());
  const Said empty("");
  EXPECT_TRUE(steps_left_out().empty());
}

TEST(Without, NamedStepsAreSwitchedOffAndNoOthers) {
  const Said said("ink,language,tables");
  CleanOptions clean;
  EngineOptions engine;
  leave_out(steps_left_out(), clean, engine);
  EXPECT_FALSE(clean.ink);
  EXPECT_FALSE(engine.language_model);
  EXPECT_FALSE(clean.tables);
  EXPECT_TRUE(clean.deskew);
  EXPECT_TRUE(engine.digits);
}

TEST(Without, AnUnknownStepIsAnError) {
  const Said said("ink,thinking");
  EXPECT_THROW(steps_left_out(), Error);
}

}  // namespace
}  // namespace vanthu
