// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fields/weigh.h"

#include <gtest/gtest.h>

namespace vanthu::fields {
namespace {

TEST(Weigh, EvidenceForOneIsEvidenceAgainstTheOthers) {
  Choices choices = {{"a", 0.5}, {"b", 0.4}};
  favour(choices, "b", 10);
  EXPECT_GT(chance_of(choices, "b"), 0.8);
  EXPECT_LT(chance_of(choices, "a"), 0.15);
  double sum = 0;
  for (const Choice& one : choices) sum += one.chance;
  EXPECT_LT(sum, 1);
}

TEST(Weigh, TheUnnamedKeepTheirShare) {
  Choices choices = {{"a", 0.2}};
  favour(choices, "a", 2);
  EXPECT_NEAR(chance_of(choices, "a"), 0.4 / 1.2, 1e-9);
}

TEST(Weigh, AnUnknownValueIsNotMadeUpUnlessAsked) {
  Choices choices = {{"a", 0.6}};
  favour(choices, "b", 100);
  EXPECT_EQ(choices.size(), 1U);
  favour(choices, "b", 100, 0.1);
  EXPECT_GT(chance_of(choices, "b"), 0.8);
}

TEST(Weigh, OnlyWhatIsLikelierThanAllElseIsGiven) {
  Field field;
  set_choices(field, {{"a", 0.45}, {"b", 0.3}});
  EXPECT_EQ(field.value, std::nullopt);
  ASSERT_EQ(field.candidates.size(), 2U);
  set_choices(field, {{"b", 0.3}, {"a", 0.65}});
  EXPECT_EQ(field.value, "a");
  EXPECT_EQ(field.candidates.size(), 1U);
  set_choices(field, {{"a", 1.0}});
  EXPECT_LE(field.confidence, kMostCertain);
}

}  // namespace
}  // namespace vanthu::fields
