// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/review.h"

#include <gtest/gtest.h>

#include "support.h"

namespace vanthu {
namespace {

Dispatch plain() { return test::dispatch(std::string(64, 'a')); }

std::vector<std::string> names(const std::vector<Doubt>& doubts) {
  std::vector<std::string> out;
  for (const Doubt& doubt : doubts) out.push_back(doubt.field);
  return out;
}

TEST(Review, AClearPaperHasNoDoubts) { EXPECT_TRUE(doubts_of(plain()).empty()); }

TEST(Review, NoValueIsWorseThanLowConfidence) {
  Dispatch d = plain();
  d.number = test::read_as("3795/UBND-VXNV", 0.1);
  d.type = {};  // the lightest field, but nothing at all
  EXPECT_EQ(names(doubts_of(d)), (std::vector<std::string>{"type", "number"}));
}

TEST(Review, NumberAndDateMatterMost) {
  Dispatch d = plain();
  d.signer = d.date = d.number = d.subject = {};
  d.number.status = Status::handwritten;
  EXPECT_EQ(names(doubts_of(d)), (std::vector<std::string>{"number", "date", "subject", "signer"}));
}

TEST(Review, TrustedIsWhereDoubtEnds) {
  Dispatch d = plain();
  d.date.confidence = kTrusted;
  EXPECT_TRUE(doubts_of(d).empty());
  d.date.confidence = kTrusted - 0.001;
  EXPECT_EQ(names(doubts_of(d)), std::vector<std::string>{"date"});
}

TEST(Review, AbsentIsNoDoubtAndMissingIs) {
  Dispatch d = plain();
  d.subject = test::absent();
  EXPECT_TRUE(doubts_of(d).empty());
  d.subject.status = Status::missing;
  EXPECT_EQ(names(doubts_of(d)), std::vector<std::string>{"subject"});
}

TEST(Review, MostPapersAreNotUrgentSoOnlyASuspicionIsADoubt) {
  Dispatch d = plain();
  d.urgent = {};
  EXPECT_TRUE(doubts_of(d).empty());
  d.urgent.candidates = {{"KHẨN", 0.4}};
  EXPECT_EQ(names(doubts_of(d)), std::vector<std::string>{"urgent"});
}

TEST(Review, WhatAPersonCorrectedIsSettled) {
  Dispatch d = plain();
  d.number = {};
  d.number.status = Status::corrected;
  d.number.corrected = Correction{"lan", "2026-01-01T00:00:00Z"};
  EXPECT_TRUE(doubts_of(d).empty());
}

TEST(Review, CandidatesComeBestFirst) {
  Dispatch d = plain();
  d.number = {};
  d.number.candidates = {{"3195", 0.2}, {"3795", 0.7}};
  EXPECT_EQ(doubts_of(d).at(0).candidates.at(0).value, "3795");
}

}  // namespace
}  // namespace vanthu
